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
  for (const Diagnostic& mistake : report.mistakes) append_github_mistake(out, mistake);
  return out;
}

}  // namespace assay
