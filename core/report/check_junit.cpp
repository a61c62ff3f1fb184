#include "report/check_report.h"
#include "report/junit.h"

namespace assay {
namespace {

std::string name_of_case(const BankAnswer& answer, const Expectation& expected) {
  const std::string id = expected.id.empty() ? "" : " " + expected.id;
  return (answer.is_record ? answer.record.id + ": " : "") + std::string(key_of(expected.what)) +
         id;
}

// Findings on suppressions and baselines are cases of their own.
std::string name_of_case(const ListedFinding& one) {
  const std::string name =
      one.finding->kind + (one.finding->id.empty() ? "" : " " + one.finding->id);
  return one.answer && one.answer->is_record ? one.answer->record.id + ": " + name : name;
}

JunitCase case_of(std::string name, const Finding& finding) {
  JunitCase out;
  out.name = std::move(name);
  const Place at = finding.regions.front().begin;
  const std::string whole = finding.file->path() + ":" + std::to_string(at.line) + ":" +
                            std::to_string(at.column) + ": " + finding.message + "\n" +
                            (finding.why.empty() ? "" : finding.why + "\n") + finding.advice;
  if (finding.state != FindingState::open) {
    out.outcome = JunitCase::Outcome::skipped;
    out.message = finding.state == FindingState::known ? "known by the baseline"
                  : finding.reason.empty()             ? "suppressed"
                                                       : "suppressed: " + finding.reason;
  } else if (finding.fails()) {
    out.outcome = JunitCase::Outcome::failed;
    out.type = finding.kind;
    out.message = finding.message;
  }
  out.body = whole;
  return out;
}

}  // namespace

std::string check_junit(const CheckReport& report) {
  JunitReport out("assay check");
  for (const CheckedAnswer& checked : report.answers) {
    const std::string& file = checked.answer.file->path();
    for (const Verdict& verdict : checked.verdicts) {
      const std::string name = name_of_case(checked.answer, verdict.expectation);
      JunitCase passed;
      passed.name = name;
      out.add(file, verdict.finding ? case_of(name, *verdict.finding) : passed);
    }
    for (const Finding& finding : checked.of_suppressions) {
      out.add(file, case_of(name_of_case({&finding, &checked.answer, nullptr}), finding));
    }
    if (checked.error) {
      const std::string& message = checked.error->message;
      out.add(file, {checked.answer.is_record ? checked.answer.record.id : "answer",
                     JunitCase::Outcome::error, "", message, message});
    }
  }
  for (const Finding& finding : report.others) {
    out.add(finding.file->path(), case_of(name_of_case({&finding, nullptr, nullptr}), finding));
  }
  for (const Diagnostic& mistake : report.mistakes) {
    out.add(mistake.path, {mistake.line > 0 ? "line " + std::to_string(mistake.line) : "file",
                           JunitCase::Outcome::error, "", mistake.message, mistake.to_string()});
  }
  return out.finish();
}

}  // namespace assay
