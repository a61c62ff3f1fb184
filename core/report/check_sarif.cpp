#include <map>
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
                     {"defaultConfiguration", {{"level", "error"}}}});
  }
  return rules;
}

std::size_t rule_index(std::string_view kind) {
  std::size_t index = 0;
  while (kFindingKinds[index].name != kind) ++index;
  return index;
}

class Results {
 public:
  void add(const Finding& finding, const Expectation& expected, const BankAnswer& answer) {
    const std::string& path = answer.file->path();
    Json result = {
        {"ruleId", finding.kind},
        {"ruleIndex", rule_index(finding.kind)},
        {"level", "error"},
        {"message", {{"text", finding.message + "\n" + finding.why + "\n" + finding.advice}}},
        {"locations", {location_json(path, finding.regions.front())}}};
    if (finding.of_words) {
      Json related = location_json(path, finding.expected_at);
      related["id"] = 1;
      related["message"]["text"] = "expected here";
      result["relatedLocations"] = {std::move(related)};
    }
    // The same words twice in one file are told apart by their order.
    const std::size_t nth = ++seen_[finding.fingerprint];
    result["partialFingerprints"]["primaryLocationLineHash"] =
        finding.fingerprint + ":" + std::to_string(nth);
    result["properties"] = {{"question", answer.record.question}, {"answer", answer.record.id}};
    if (!expected.id.empty()) result["properties"]["id"] = expected.id;
    results_.push_back(std::move(result));
  }

  Json take() { return std::move(results_); }

 private:
  Json results_ = Json::array();
  std::map<std::string, std::size_t> seen_;
};

Json notification_json(const std::string& path, const Region& region, const std::string& message) {
  return {{"level", "error"},
          {"message", {{"text", message}}},
          {"locations", {location_json(path, region)}}};
}

}  // namespace

std::string check_sarif(const CheckReport& report) {
  Results results;
  Json notifications = Json::array();
  for (const CheckedAnswer& checked : report.answers) {
    for (const Verdict& verdict : checked.verdicts) {
      if (verdict.finding) results.add(*verdict.finding, verdict.expectation, checked.answer);
    }
    if (checked.error) {
      notifications.push_back(
          notification_json(checked.answer.file->path(), {}, checked.error->message));
    }
  }
  for (const Diagnostic& mistake : report.mistakes) {
    const Place at = {mistake.line, mistake.column};
    notifications.push_back(notification_json(
        mistake.path, {at, at},
        mistake.message + (mistake.expected.empty() ? "" : "; expected " + mistake.expected)));
  }
  return sarif_log(rules_json(), results.take(), std::move(notifications));
}

}  // namespace assay
