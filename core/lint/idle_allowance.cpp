// L601: an allowance where there is nothing to allow. Only of checks that were run.
#include <algorithm>

#include "lint/allowances.h"
#include "lint/check.h"

namespace assay {
namespace {

void find_idle_allowances(const LintBank& bank, const LintFile& file, LintSink& sink) {
  const LintFindings& findings = sink.findings();
  for (const Allowance& allowance : allowances_in(file)) {
    for (const std::string& code : allowance.codes) {
      const LintCheck* check = lint_check(code);
      if (!check || !is_run(*check, bank)) continue;
      const bool idle = std::none_of(findings.begin(), findings.end(), [&](const auto& finding) {
        return finding.code == code && finding.path == file.text.path() &&
               finding.begin.line >= allowance.first_line &&
               finding.begin.line <= allowance.last_line;
      });
      if (!idle) continue;
      sink.add(file, allowance.comment.begin, allowance.comment.end,
               "there is nothing of " + code + " here to allow", "leave the comment out");
    }
  }
}

void find_idle_allowances(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) find_idle_allowances(bank, rubric.file, sink);
  for (const auto& lexicon : bank.lexicons) {
    if (lexicon->asked) find_idle_allowances(bank, lexicon->file, sink);
  }
}

}  // namespace

const LintCheck kIdleAllowance{"L601", "idle-allowance", "An allowance allows nothing",
                               find_idle_allowances};

}  // namespace assay
