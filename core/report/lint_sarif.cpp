#include <nlohmann/json.hpp>

#include "lint/check.h"
#include "report/lint_report.h"
#include "report/sarif_log.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

Json lint_rules_json() {
  Json rules = Json::array();
  for (const LintCheck& check : lint_checks()) {
    rules.push_back({{"id", check.code},
                     {"name", check.name},
                     {"shortDescription", {{"text", check.says}}},
                     {"defaultConfiguration", {{"level", "warning"}}}});
  }
  return rules;
}

std::size_t lint_rule_index(std::string_view code) {
  std::size_t index = 0;
  while (lint_checks()[index].code != code) ++index;
  return index;
}

Json lint_result_json(const LintFinding& finding) {
  Json result = {{"ruleId", finding.code},
                 {"ruleIndex", lint_rule_index(finding.code)},
                 {"level", "warning"},
                 {"message", {{"text", finding.message + "\n" + finding.advice}}},
                 {"locations", {sarif_location(finding.path, finding.begin, finding.end)}}};
  if (!finding.allowed.empty()) {
    result["suppressions"] = {{{"kind", "inSource"}, {"justification", finding.allowed}}};
  }
  return result;
}

}  // namespace

std::string lint_sarif(const LintReport& report) {
  Json results = Json::array();
  for (const LintFinding& finding : report.findings) results.push_back(lint_result_json(finding));
  Json notifications = Json::array();
  for (const Diagnostic& mistake : report.mistakes) {
    notifications.push_back(sarif_notification(mistake));
  }
  return sarif_log(lint_rules_json(), std::move(results), std::move(notifications));
}

}  // namespace assay
