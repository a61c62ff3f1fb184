#include <nlohmann/json.hpp>
#include <string_view>

#include "report/check_report.h"
#include "report/sarif_log.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

Json location_json(const std::string& path, const Region& region) {
  return sarif_location(path, region.begin, region.end);
}

Json rules_json() {
  Json rules = Json::array();
  for (const FindingKind& kind : kFindingKinds) {
    rules.push_back({{"id", kind.name},
                     {"shortDescription", {{"text", kind.says}}},
                     {"defaultConfiguration", {{"level", kind.fails ? "error" : "warning"}}}});
  }
  return rules;
}

std::size_t rule_index(std::string_view kind) {
  std::size_t index = 0;
  while (kFindingKinds[index].name != kind) ++index;
  return index;
}

Json sarif_suppression(const Finding& finding) {
  const bool in_source = finding.suppressed_in == finding.file;
  Json out = {{"kind", in_source ? "inSource" : "external"}, {"status", "accepted"}};
  if (!finding.reason.empty()) {
    const std::string until = finding.until ? " (until " + name_of(*finding.until) + ")" : "";
    out["justification"] = finding.reason + until;
  }
  out["location"] = location_json(finding.suppressed_in->path(), finding.suppressed_at);
  return out;
}

Json result_json(const ListedFinding& one, bool has_baseline) {
  const Finding& finding = *one.finding;
  const std::string& path = finding.file->path();
  std::string message = finding.message;
  for (const std::string* more : {&finding.why, &finding.advice}) {
    if (!more->empty()) message += "\n" + *more;
  }
  Json result = {{"ruleId", finding.kind},
                 {"ruleIndex", rule_index(finding.kind)},
                 {"level", finding.fails() ? "error" : "warning"},
                 {"message", {{"text", message}}},
                 {"locations", {location_json(path, finding.regions.front())}}};
  if (finding.of_words) {
    Json related = location_json(path, finding.expected_at);
    related["id"] = 1;
    related["message"]["text"] = "expected here";
    result["relatedLocations"] = {std::move(related)};
  }
  result["partialFingerprints"]["primaryLocationLineHash"] = finding.fingerprint;
  if (has_baseline) {
    result["baselineState"] = finding.state == FindingState::known ? "unchanged" : "new";
  }
  // Empty where it is not suppressed: what was looked at and found to be none.
  result["suppressions"] = Json::array();
  if (finding.state == FindingState::suppressed) {
    result["suppressions"].push_back(sarif_suppression(finding));
  }
  result["properties"] = Json::object();
  if (one.answer) {
    result["properties"]["question"] = one.answer->record.question;
    result["properties"]["answer"] = one.answer->record.id;
  }
  if (!finding.id.empty()) result["properties"]["id"] = finding.id;
  return result;
}

}  // namespace

std::string check_sarif(const CheckReport& report) {
  Json results = Json::array();
  for (const ListedFinding& one : report.findings()) {
    results.push_back(result_json(one, report.has_baseline));
  }
  Json notifications = Json::array();
  for (const CheckedAnswer& checked : report.answers) {
    if (checked.error) {
      notifications.push_back(
          sarif_notification(checked.answer.file->path(), {}, {}, checked.error->message));
    }
  }
  for (const Diagnostic& mistake : report.mistakes) {
    notifications.push_back(sarif_notification(mistake));
  }
  return sarif_log(rules_json(), std::move(results), std::move(notifications));
}

}  // namespace assay
