#include "lint/check.h"

#include <algorithm>

namespace assay {

std::span<const LintCheck> lint_checks() {
  static const LintCheck kChecks[] = {
      kUnexercisedRule, kSurvivingMutant, kHiddenTerm,       kRepeatedWord,        kStrayBlank,
      kCollidingWords,  kMissingSpelling, kUnmatchableRegex, kRegexForTerm,        kSlowRegex,
      kSameRequirement, kSameExamples,    kIdlePoints,       kEmptyBand,           kTellingHint,
      kUnusedConcept,   kUnusedImport,    kIdleAllowance,    kUnreasonedAllowance,
  };
  return kChecks;
}

const LintCheck* lint_check(std::string_view code) {
  for (const LintCheck& check : lint_checks()) {
    if (check.code == code) return &check;
  }
  return nullptr;
}

bool is_run(const LintCheck& check, const LintBank& bank) {
  switch (check.time) {
    case LintTime::whole:
      return bank.whole;
    case LintTime::mutate:
      return bank.mutate;
    default:
      return true;
  }
}

LintFinding& LintSink::add(const LintFile& file, std::size_t begin, std::size_t end,
                           std::string message, std::string advice) {
  const std::string_view bytes = file.text.bytes();
  const std::size_t line_end = std::min(bytes.find('\n', begin), bytes.size());
  end = std::max(begin, std::min(end, line_end));
  LintFinding& finding = findings_.emplace_back();
  finding.code = check_->code;
  finding.name = check_->name;
  finding.path = file.text.path();
  finding.begin = file.text.place_of(begin);
  finding.end = file.text.place_of(end);
  finding.line = file.text.line(finding.begin.line);
  finding.message = std::move(message);
  finding.advice = std::move(advice);
  return finding;
}

LintFinding& LintSink::add(const LintFile& file, const toml::node& node, std::string message,
                           std::string advice) {
  const std::size_t begin = file.offset_of(node);
  const TomlValue* value = value_at(file.syntax, begin);
  std::size_t end = value ? value->end : begin;
  if (!value) {  // a [[table]]: its header
    const TomlLine* line = line_at(file.syntax, begin);
    end = line ? line->end : begin;
  }
  return add(file, begin, end, std::move(message), std::move(advice));
}

LintFinding& LintSink::add_in(const LintFile& file, const toml::node& string, std::size_t begin,
                              std::size_t end, std::string message, std::string advice) {
  return add(file, file.offset_in(string, begin), file.offset_in(string, end), std::move(message),
             std::move(advice));
}

void LintSink::note_failure(const LintFile& file, const std::string& thrown) {
  mistakes_.push_back(file.text.diagnose({}, "a rule failed on an example: " + thrown));
}

std::string code_of(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) return as_code(text);
  std::size_t cut = kLongest;
  while (cut > 0 && (std::uint8_t(text[cut]) & 0xC0) == 0x80) --cut;
  return as_code(std::string(text.substr(0, cut)) + " ...");
}

}  // namespace assay
