#include <nlohmann/json.hpp>

#include "assay/sdk_identity.h"
#include "report/check_report.h"
#include "report/json_text.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

Json place_json(const Region& region) {
  return {{"line", region.begin.line},
          {"column", region.begin.column},
          {"end_line", region.end.line},
          {"end_column", region.end.column}};
}

Json finding_json(const Finding& finding, const Expectation& expected, const BankAnswer& answer) {
  Json json = {{"file", answer.file->path()}};
  json.update(place_json(finding.regions.front()));
  json["kind"] = finding.kind;
  json["answer"] = answer.record.id;
  json["question"] = answer.record.question;
  json["expected"] = key_of(expected.what);
  json["id"] = expected.id.empty() ? Json(nullptr) : Json(expected.id);
  json["message"] = finding.message;
  json["why"] = finding.why;
  json["advice"] = finding.advice;
  json["near_miss"] = finding.near_miss.empty() ? Json(nullptr) : Json(finding.near_miss);
  Json words = Json::array();
  if (finding.of_words) {
    const std::string_view text = text_of(finding, answer);
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
  Json errors = Json::array();
  for (const CheckedAnswer& checked : report.answers) {
    for (const Verdict& verdict : checked.verdicts) {
      if (verdict.finding) {
        findings.push_back(finding_json(*verdict.finding, verdict.expectation, checked.answer));
      }
    }
    if (checked.error) {
      errors.push_back({{"file", checked.answer.file->path()},
                        {"line", 0},
                        {"column", 0},
                        {"message", checked.error->message},
                        {"expected", ""}});
    }
  }
  for (const Diagnostic& mistake : report.mistakes) {
    errors.push_back({{"file", mistake.path},
                      {"line", mistake.line},
                      {"column", mistake.column},
                      {"message", mistake.message},
                      {"expected", mistake.expected}});
  }
  const Json json = {{"answers", report.answers.size()}, {"expectations", report.expectations()},
                     {"ignored", report.ignored},        {"findings", std::move(findings)},
                     {"errors", std::move(errors)},      {"engine", ASSAY_VERSION}};
  return pretty_json(json);
}

}  // namespace assay
