#include <nlohmann/json.hpp>

#include "assay/sdk_identity.h"
#include "report/json_text.h"
#include "report/lint_report.h"
#include "report/mistakes.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

Json lint_finding_json(const LintFinding& finding) {
  return {{"file", finding.path},
          {"line", finding.begin.line},
          {"column", finding.begin.column},
          {"end_line", finding.end.line},
          {"end_column", finding.end.column},
          {"code", finding.code},
          {"name", finding.name},
          {"message", finding.message},
          {"advice", finding.advice},
          {"fixable", !finding.fix.empty()},
          {"allowed", finding.allowed.empty() ? Json(nullptr) : Json(finding.allowed)}};
}

}  // namespace

std::string lint_json(const LintReport& report) {
  Json findings = Json::array();
  for (const LintFinding& finding : report.findings) findings.push_back(lint_finding_json(finding));
  const Json json = {{"files", report.files},
                     {"fixed", report.fixed},
                     {"findings", std::move(findings)},
                     {"errors", mistakes_json(report.mistakes)},
                     {"engine", ASSAY_VERSION}};
  return pretty_json(json);
}

}  // namespace assay
