// What answers of a bank should have earned and did not, and what else is to be told of a check.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"
#include "bank/day.h"
#include "rubric/diagnostics.h"
#include "rubric/digest.h"
#include "rubric/source_text.h"

namespace assay {

// A stretch of a file for an editor: lines and columns count from 1, columns in code points; the
// end is the place behind the last character.
struct Region {
  Place begin;
  Place end;
};
Region region_of(const SourceText& file, Span span);

struct FindingKind {
  const char* name;
  const char* says;
  bool fails = true;       // a check with an open finding of this kind ends with 1
  bool of_answers = true;  // else of a suppression or a baseline
};
inline constexpr FindingKind kFindingKinds[] = {
    {"criterion-not-met", "A criterion that the answer should meet is not met"},
    {"criterion-met", "A criterion that the answer should not meet is met"},
    {"flaw-not-committed", "A flaw that the answer should commit is not seen"},
    {"flaw-committed", "A flaw that the answer should not commit is seen"},
    {"band", "The answer's band is below the one expected"},
    {"score", "The answer's score is not the one expected"},
    {"suppression-without-reason", "A suppression does not say why", true, false},
    {"suppression-ended", "A suppression has come to its last day", true, false},
    {"suppression-unused", "A suppression suppresses nothing", false, false},
    {"baseline-outdated", "A finding of the baseline does not occur any more", false, false},
};
// REQUIRES: one of the names above.
const FindingKind& finding_kind(std::string_view name);

// Open findings fail a check, or warn; the others are shown.
enum class FindingState : std::uint8_t { open, known, suppressed };

// An expectation that was not fulfilled, or what is wrong with a suppression or a baseline.
struct Finding {
  std::string kind;     // one of kFindingKinds
  std::string id;       // the criterion's or flaw's; may be empty
  std::string message;  // one sentence
  std::string why;      // a clause: what the answer earned instead; may be empty
  std::string advice;   // one line: what to do
  std::shared_ptr<const SourceText> file;
  // The words concerned, else the expectation itself; and the text that `spans` are bytes of: the
  // file, or the answer of a record. Ordered, at least one.
  std::vector<Span> spans;
  bool of_words = false;
  std::vector<Region> regions;  // the same in the file
  Region expected_at;
  std::string near_miss;  // the words of a near miss, else empty
  // 16 hex digits, a colon, and 1 for the first finding of its file with these digits, 2 for the
  // next. With the file's path it tells a finding from all others; it is that of the expectation
  // and how it was missed, and stays the same whichever words the answer does so with.
  std::string fingerprint;

  FindingState state = FindingState::open;
  // Of a suppressed one.
  std::string reason;  // may be empty
  std::optional<Day> until;
  std::shared_ptr<const SourceText> suppressed_in;
  Region suppressed_at;

  bool fails() const { return finding_kind(kind).fails; }
};

// An expectation and what became of it. That there is no flaw at all is one verdict for each flaw
// that is committed, and one where none is.
struct Verdict {
  Expectation expectation;
  std::optional<Finding> finding;
};

struct CheckedAnswer {
  BankAnswer answer;
  std::vector<Verdict> verdicts;
  std::vector<Finding> of_suppressions;  // of the answer's own
  std::optional<GradingError> error;     // then there are neither
};

// A finding and what it is of; null where it is of no answer, or of no expectation.
struct ListedFinding {
  const Finding* finding;
  const BankAnswer* answer;
  const Expectation* expectation;
};

struct CheckReport {
  std::vector<CheckedAnswer> answers;
  std::vector<Finding> others;  // of settings and baselines
  Diagnostics mistakes;         // of authors: in front matter, records, settings and rubrics
  std::size_t ignored = 0;
  bool has_baseline = false;

  // All findings, as they are told: by answer, then by place of the expectation.
  std::vector<ListedFinding> findings() const;
  std::size_t expectations() const;
  std::size_t failures() const;  // open findings that fail
  std::size_t warnings() const;  // open findings that do not
  std::size_t count(FindingState state) const;
  std::size_t errors() const;  // mistakes, and answers that could not be graded
};

// The text that a finding's spans are bytes of. `answer` may be null.
std::string_view text_of(const Finding& finding, const BankAnswer* answer);

// The digest of a list of parts: each with its length, so that no two lists of parts run together.
class Digest {
 public:
  Digest& add(std::string_view part);
  std::string hex() const;  // 16 digits

 private:
  std::uint64_t digest_ = kNothingDigested;
};

// Tells findings of one file with the same fingerprint apart. Once, when a report is complete.
void number_fingerprints(CheckReport& report);

}  // namespace assay
