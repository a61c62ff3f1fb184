#include "report/check_report.h"
#include "report/github_command.h"

namespace assay {
namespace {

void append_finding(std::string& out, const Finding& finding) {
  std::string title = "assay " + finding.kind;
  std::string_view level = finding.fails() ? "error" : "warning";
  std::string message = finding.message;
  if (!finding.why.empty()) message += "\n" + finding.why;
  if (finding.state == FindingState::open) {
    message += "\n" + finding.advice;
  } else {
    level = "notice";
    title += finding.state == FindingState::known ? " (known)" : " (suppressed)";
    if (!finding.reason.empty()) message += "\n" + finding.reason;
  }
  append_github_command(out, level, finding.file->path(), finding.regions.front().begin,
                        finding.regions.front().end, title, message);
}

}  // namespace

std::string check_github(const CheckReport& report) {
  std::string out;
  for (const ListedFinding& one : report.findings()) append_finding(out, *one.finding);
  for (const CheckedAnswer& checked : report.answers) {
    if (!checked.error) continue;
    append_github_command(out, "error", checked.answer.file->path(), {}, {}, "assay",
                          checked.error->message);
  }
  for (const Diagnostic& mistake : report.mistakes) append_github_mistake(out, mistake);
  return out;
}

}  // namespace assay
