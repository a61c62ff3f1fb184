#include "report/check_report.h"
#include "report/github_command.h"

namespace assay {
std::string check_github(const CheckReport& report) {
  std::string out;
  for (const CheckedAnswer& checked : report.answers) {
    const std::string& file = checked.answer.file->path();
    for (const Verdict& verdict : checked.verdicts) {
      if (!verdict.finding) continue;
      const Finding& finding = *verdict.finding;
      append_github_command(out, "error", file, finding.regions.front().begin,
                            finding.regions.front().end, "assay " + finding.kind,
                            finding.message + "\n" + finding.why + "\n" + finding.advice);
    }
    if (checked.error)
      append_github_command(out, "error", file, {}, {}, "assay", checked.error->message);
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
