#include "lint/lint.h"

#include <algorithm>
#include <tuple>

#include "lint/allowances.h"
#include "lint/check.h"
#include "lint/removal.h"

namespace assay {

LintFindings lint(const LintBank& bank, Diagnostics& mistakes) {
  LintFindings findings;
  LintSink sink(findings, mistakes);
  for (const LintCheck& check : lint_checks()) {
    if (!is_run(check, bank) || bank.stopped()) continue;
    sink.begin(check);
    check.run(bank, sink);
  }
  for (const LintRubric& rubric : bank.rubrics) allow(rubric.file, findings);
  for (const auto& lexicon : bank.lexicons) allow(lexicon->file, findings);
  const auto place = [](const LintFinding& f) {
    return std::tie(f.path, f.begin.line, f.begin.column, f.code);
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const LintFinding& a, const LintFinding& b) { return place(a) < place(b); });
  return findings;
}

std::string mended(std::string_view bytes, std::string_view path, const LintFindings& findings,
                   std::size_t& made) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);  // places do not count it
  std::vector<std::vector<Edit>> fixes;
  for (const LintFinding& finding : findings) {
    if (finding.path == path && finding.allowed.empty()) fixes.push_back(finding.fix);
  }
  return edited(bytes, fixes, made);
}

bool loads(std::string_view bytes, const std::string& path, const LintBank& bank) {
  Diagnostics mistakes;
  const bool lexicon =
      std::any_of(bank.lexicons.begin(), bank.lexicons.end(),
                  [&](const auto& each) { return each->file.text.path() == path; });
  if (!lexicon) return parse_rubric(bytes, path, bank.environment, mistakes) != nullptr;
  const auto source = TomlSource::parse(std::string(bytes), path, mistakes);
  if (!source) return false;
  // A list has the terms that could be read.
  for (const TermList& list : lists_of_lexicon(source->root())) {
    const toml::array* array = list.node->as_array();
    if (list.terms.size() != (array ? array->size() : 1)) return false;
  }
  return true;
}

}  // namespace assay
