#include "report/github_command.h"
#include "report/lint_report.h"

namespace assay {

std::string lint_github(const LintReport& report) {
  std::string out;
  for (const LintFinding& finding : report.findings) {
    if (!finding.allowed.empty()) continue;
    append_github_command(out, "warning", finding.path, finding.begin, finding.end,
                          "assay " + std::string(finding.code) + " " + std::string(finding.name),
                          finding.message + "\n" + finding.advice);
  }
  for (const Diagnostic& mistake : report.mistakes) {
    const Place at = {mistake.line, mistake.column};
    append_github_command(
        out, "error", mistake.path, at, {at.line, at.column + 1}, "assay",
        mistake.message + (mistake.expected.empty() ? "" : "\nexpected: " + mistake.expected));
  }
  return out;
}

}  // namespace assay
