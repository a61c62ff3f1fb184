#include <nlohmann/json.hpp>

#include "assay/sdk_identity.h"
#include "report/examples_report.h"
#include "report/json_text.h"
#include "report/mistakes.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

Json rubric_json(const RubricExamples& one) {
  Json failures = Json::array();
  for (const ExampleFailure& failure : one.run.failures) {
    failures.push_back({{"line", failure.line},
                        {"asserts", failure.key},
                        {"id", failure.id},
                        {"why", failure.why.empty() ? Json(nullptr) : Json(failure.why)},
                        {"text", failure.text}});
  }
  Json lacking = Json::array();
  for (const ExampleGap& gap : one.run.gaps) {
    const char* lacks = gap.lacks == ExampleGap::Lacks::met     ? "met"
                        : gap.lacks == ExampleGap::Lacks::unmet ? "not-met"
                                                                : "near";
    lacking.push_back({{"id", gap.id}, {"flaw", gap.flaw}, {"lacks", lacks}});
  }
  return {{"question", one.question},
          {"path", one.path},
          {"examples", one.rubric ? one.rubric->examples.size() : 0},
          {"failed", failed_lines(one).size()},
          {"failures", std::move(failures)},
          {"lacking", std::move(lacking)},
          {"error", one.rubric ? Json(nullptr) : Json(one.error)}};
}

}  // namespace

std::string examples_json(const ExamplesReport& report) {
  Json rubrics = Json::array();
  for (const RubricExamples& one : report.rubrics) rubrics.push_back(rubric_json(one));
  return pretty_json({{"examples", report.examples()},
                      {"failed", report.failed()},
                      {"lacking", report.gaps()},
                      {"rubrics", std::move(rubrics)},
                      {"errors", mistakes_json(report.mistakes)},
                      {"engine", ASSAY_VERSION}});
}

}  // namespace assay
