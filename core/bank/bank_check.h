// Answers of a bank beside what they earned: what they should have and did not.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "grading/grader.h"

namespace assay {

// A stretch of a file for an editor: lines and columns count from 1, columns in code points; the
// end is the place behind the last character.
struct Region {
  Place begin;
  Place end;
};

// An expectation that was not fulfilled.
struct Finding {
  std::string kind;     // one of kFindingKinds
  std::string message;  // one sentence
  std::string why;      // a clause: what the answer earned instead; may be empty
  std::string advice;   // one line: what to do
  // The words concerned, else the expectation itself; and the text that `spans` are bytes of: the
  // file, or the answer of a record. Ordered, at least one.
  std::vector<Span> spans;
  bool of_words = false;
  std::vector<Region> regions;  // the same in the file
  Region expected_at;
  std::string near_miss;    // the words of a near miss, else empty
  std::string fingerprint;  // 16 hex digits; the same wherever the answer's lines move to
};

struct FindingKind {
  const char* name;
  const char* says;
};
inline constexpr FindingKind kFindingKinds[] = {
    {"criterion-not-met", "A criterion that the answer should meet is not met"},
    {"criterion-met", "A criterion that the answer should not meet is met"},
    {"flaw-not-committed", "A flaw that the answer should commit is not seen"},
    {"flaw-committed", "A flaw that the answer should not commit is seen"},
    {"band", "The answer's band is below the one expected"},
    {"score", "The answer's score is not the one expected"},
};

// An expectation and what became of it.
struct Verdict {
  Expectation expectation;
  std::optional<Finding> finding;
};

struct CheckedAnswer {
  BankAnswer answer;
  std::vector<Verdict> verdicts;
  std::optional<GradingError> error;  // then there are no verdicts
};

struct CheckReport {
  std::vector<CheckedAnswer> answers;
  Diagnostics mistakes;  // of authors: in front matter, records, settings and rubrics
  std::size_t ignored = 0;

  std::size_t expectations() const;
  std::size_t findings() const;
  std::size_t errors() const;  // mistakes, and answers that could not be graded
};

// Grades the bank's answers and appends them to `report`.
void check_bank(Bank bank, Grader& grader, CheckReport& report);

// The text that a finding's spans are bytes of.
std::string_view text_of(const Finding& finding, const BankAnswer& answer);

}  // namespace assay
