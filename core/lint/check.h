// A check: one thing that can be wrong with a rubric that loads. One file each, named after it; its
// test and its section of rubrics/LINT.md have the same name.
#pragma once

#include <span>
#include <string_view>

#include "lint/finding.h"
#include "lint/subject.h"
#include "rubric/thrown.h"

namespace assay {

class LintSink;

// When a check is run.
enum class LintTime {
  always,
  whole,   // all rubrics of a bank are there
  mutate,  // rules may be changed
};

struct LintCheck {
  std::string_view code;  // "L201"; the same for ever
  std::string_view name;  // "hidden-term"
  std::string_view says;  // one sentence: what a finding of it is
  void (*run)(const LintBank& bank, LintSink& sink);
  LintTime time = LintTime::always;
};

bool is_run(const LintCheck& check, const LintBank& bank);

// Ordered by code.
std::span<const LintCheck> lint_checks();
// Null where there is none of that code.
const LintCheck* lint_check(std::string_view code);

// Each in the file of its own name.
extern const LintCheck kUnexercisedRule;
extern const LintCheck kSurvivingMutant;
extern const LintCheck kHiddenTerm;
extern const LintCheck kRepeatedWord;
extern const LintCheck kStrayBlank;
extern const LintCheck kCollidingWords;
extern const LintCheck kMissingSpelling;
extern const LintCheck kUnmatchableRegex;
extern const LintCheck kRegexForTerm;
extern const LintCheck kSlowRegex;
extern const LintCheck kSameRequirement;
extern const LintCheck kSameExamples;
extern const LintCheck kIdlePoints;
extern const LintCheck kEmptyBand;
extern const LintCheck kTellingHint;
extern const LintCheck kUnusedConcept;
extern const LintCheck kUnusedImport;
extern const LintCheck kIdleAllowance;
extern const LintCheck kUnreasonedAllowance;

// Takes the findings of one check after the other.
class LintSink {
 public:
  LintSink(LintFindings& findings, Diagnostics& mistakes)
      : findings_(findings), mistakes_(mistakes) {}
  void begin(const LintCheck& check) { check_ = &check; }
  // So far.
  const LintFindings& findings() const { return findings_; }

  // At bytes [begin, end) of a file; what goes on beyond the line is cut there.
  LintFinding& add(const LintFile& file, std::size_t begin, std::size_t end, std::string message,
                   std::string advice);
  // At a value.
  LintFinding& add(const LintFile& file, const toml::node& node, std::string message,
                   std::string advice);
  // At bytes [begin, end) of a string's value.
  LintFinding& add_in(const LintFile& file, const toml::node& string, std::size_t begin,
                      std::size_t end, std::string message, std::string advice);

  // Calls `look`, which puts a rubric's rules to examples. Where a plugin's rule throws, that ends
  // it, and is a mistake of the rubric.
  template <class Look>
  void try_rules(const LintFile& file, const Look& look) {
    if (const auto thrown = thrown_by(look)) note_failure(file, *thrown);
  }

 private:
  void note_failure(const LintFile& file, const std::string& thrown);

  LintFindings& findings_;
  Diagnostics& mistakes_;
  const LintCheck* check_ = nullptr;
};

// A name, or a pattern, as messages show it: in backquotes, cut where it is long.
std::string code_of(std::string_view text);

}  // namespace assay
