#include "grading/agreement_baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace assay {
namespace {

using Json = nlohmann::json;

struct HeadlineFigure {
  Aspect aspect;
  Measure measure;
};

constexpr HeadlineFigure kHeadline[] = {
    {Aspect::criteria, Measure::kappa}, {Aspect::flaws, Measure::kappa},
    {Aspect::bands, Measure::qwk},      {Aspect::scores, Measure::qwk},
    {Aspect::scores, Measure::pearson}, {Aspect::scores, Measure::rmse},
};

// The value at a path of members; nothing where it is absent or null.
Figure figure_at(const Json& from, std::initializer_list<std::string_view> path) {
  const Json* at = &from;
  for (const std::string_view name : path) {
    if (!at->is_object()) return std::nullopt;
    const auto found = at->find(name);
    if (found == at->end()) return std::nullopt;
    at = &*found;
  }
  return at->is_number() ? Figure(at->get<double>()) : std::nullopt;
}

bool fell(Figure before, Figure now, Measure measure) {
  if (!before) return false;
  if (!now) return true;
  const double fall = measure == Measure::rmse ? *now - *before : *before - *now;
  return fall > kBaselineTolerance + 1e-9;
}

Figure value_of(const Estimate* estimate) { return estimate ? estimate->value : std::nullopt; }

std::string text_at(const Json& from, const char* name) {
  const auto found = from.find(name);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void compare_criteria(const Json& before, Agreement& agreement) {
  for (const Json& old : before) {
    if (!old.is_object()) continue;
    const std::string question = text_at(old, "question"), id = text_at(old, "id");
    const Figure was = figure_at(old, {"scores", "agreement", "value"});
    const auto found = std::find_if(
        agreement.criteria.begin(), agreement.criteria.end(),
        [&](const CriterionAgreement& one) { return one.question == question && one.id == id; });
    const Figure now = found == agreement.criteria.end()
                           ? std::nullopt
                           : value_of(find(found->comparisons, Rater::scores, Measure::agreement));
    if (fell(was, now, Measure::agreement)) {
      agreement.criterion_falls.push_back({question + "/" + id + " agreement", was, now});
    }
  }
}

}  // namespace

std::optional<std::string> compare_with_baseline(std::string_view json, Agreement& agreement) {
  const Json before = Json::parse(json, nullptr, false);
  if (before.is_discarded()) return "not JSON";
  if (!before.is_object() || !before.contains("all") || !before["all"].is_object()) {
    return "not what \"assay agree --format json\" writes: it has no \"all\"";
  }

  bool compared = false;
  for (const HeadlineFigure& one : kHeadline) {
    const Figure was =
        figure_at(before["all"], {name_of(one.aspect), "scores", name_of(one.measure), "value"});
    const Figure now =
        value_of(find(agreement.all.aspects[std::size_t(one.aspect)], Rater::scores, one.measure));
    compared |= was.has_value();
    if (fell(was, now, one.measure)) {
      agreement.falls.push_back(
          {std::string(name_of(one.aspect)) + " " + std::string(name_of(one.measure)), was, now});
    }
  }
  if (!compared) return "it holds no headline figure to compare with";

  if (const auto criteria = before.find("criteria");
      criteria != before.end() && criteria->is_array()) {
    compare_criteria(*criteria, agreement);
  }
  const std::size_t answers = std::size_t(figure_at(before["all"], {"answers"}).value_or(0));
  agreement.baseline = answers == agreement.all.answers
                           ? "measured on as many answers"
                           : "measured on " + std::to_string(answers) + " answers, now on " +
                                 std::to_string(agreement.all.answers);
  return std::nullopt;
}

}  // namespace assay
