#include <nlohmann/json.hpp>

#include "assay/sdk_identity.h"
#include "report/check_report.h"
#include "report/json_text.h"
#include "report/mistakes.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

Json place_json(const Region& region) {
  return {{"line", region.begin.line},
          {"column", region.begin.column},
          {"end_line", region.end.line},
          {"end_column", region.end.column}};
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string_view state_name(FindingState state) {
  return state == FindingState::open    ? "open"
         : state == FindingState::known ? "known"
                                        : "suppressed";
}

Json suppression_or_null(const Finding& finding) {
  if (finding.state != FindingState::suppressed) return nullptr;
  return {{"reason", text_or_null(finding.reason)},
          {"until", finding.until ? Json(name_of(*finding.until)) : Json(nullptr)},
          {"file", finding.suppressed_in->path()},
          {"line", finding.suppressed_at.begin.line},
          {"column", finding.suppressed_at.begin.column}};
}

Json finding_json(const ListedFinding& one) {
  const Finding& finding = *one.finding;
  Json json = {{"file", finding.file->path()}};
  json.update(place_json(finding.regions.front()));
  json["kind"] = finding.kind;
  json["level"] = finding.fails() ? "error" : "warning";
  json["state"] = state_name(finding.state);
  json["suppression"] = suppression_or_null(finding);
  json["answer"] = one.answer ? Json(one.answer->record.id) : Json(nullptr);
  json["question"] = one.answer ? Json(one.answer->record.question) : Json(nullptr);
  json["expected"] = one.expectation ? Json(key_of(one.expectation->what)) : Json(nullptr);
  json["id"] = text_or_null(finding.id);
  json["message"] = finding.message;
  json["why"] = finding.why;
  json["advice"] = finding.advice;
  json["near_miss"] = text_or_null(finding.near_miss);
  Json words = Json::array();
  if (finding.of_words) {
    const std::string_view text = text_of(finding, one.answer);
    for (std::size_t i = 0; i < finding.spans.size(); ++i) {
      Json word = place_json(finding.regions[i]);
      word["text"] = text.substr(finding.spans[i].begin, finding.spans[i].size());
      words.push_back(std::move(word));
    }
  }
  json["words"] = std::move(words);
  json["expectation"] = place_json(finding.expected_at);
  json["fingerprint"] = finding.fingerprint;
  return json;
}

}  // namespace

std::string check_json(const CheckReport& report) {
  Json findings = Json::array();
  for (const ListedFinding& one : report.findings()) findings.push_back(finding_json(one));
  Json errors = mistakes_json(report.mistakes);
  for (const CheckedAnswer& checked : report.answers) {
    if (checked.error) {
      errors.push_back({{"file", checked.answer.file->path()},
                        {"line", 0},
                        {"column", 0},
                        {"message", checked.error->message},
                        {"expected", ""}});
    }
  }
  const Json json = {{"answers", report.answers.size()},
                     {"expectations", report.expectations()},
                     {"ignored", report.ignored},
                     {"failures", report.failures()},
                     {"warnings", report.warnings()},
                     {"known", report.count(FindingState::known)},
                     {"suppressed", report.count(FindingState::suppressed)},
                     {"findings", std::move(findings)},
                     {"errors", std::move(errors)},
                     {"engine", ASSAY_VERSION}};
  return pretty_json(json);
}

}  // namespace assay
