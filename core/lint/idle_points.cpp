// L403: points that nothing can come of. That a criterion can be met in full is seen by the loader.
#include <algorithm>

#include "lint/check.h"
#include "lint/example_runs.h"
#include "rubric/points.h"

namespace assay {
namespace {

std::string shown(Units units) {
  std::string digits = std::to_string(points_of(units));
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

const toml::node& place(const toml::table& table, const char* key) {
  const toml::node* node = table.get(key);
  return node ? *node : static_cast<const toml::node&>(table);
}

void look_at_criterion(const LintRubric& rubric, std::size_t index, LintSink& sink) {
  const Criterion& criterion = rubric.rubric->criteria[index];
  const toml::table& table = *rubric.tables("criterion")[index];
  const Units most = units_of(criterion.points);
  const auto& any = criterion.requirement.any;
  const auto& each = criterion.requirement.each;
  Units least = most;
  for (const Alternative& alternative : any) least = std::min(least, units_of(alternative.points));
  if (!any.empty() && !each.empty() && least == most) {
    sink.add(rubric.file, place(table, "each"),
             "`each` adds nothing: every rule of `any`, one of which has to hold, is worth all " +
                 shown(most) + " already",
             "say under `any` what its rules are worth by themselves");
  }
  // Where a part alone fills the criterion, the others only ever take its place.
  for (std::size_t i = 0; i < each.size() && each.size() > 1 && any.empty(); ++i) {
    if (units_of(each[i].points) < most) continue;
    sink.add(rubric.file, (*table.get("each")->as_array())[i],
             "this part of `each` is worth all " + shown(most) + " by itself",
             "put rules that are enough by themselves under `any`");
  }
}

void find_idle_points(const LintRubric& rubric, LintSink& sink) {
  for (std::size_t i = 0; i < rubric.rubric->criteria.size(); ++i) {
    look_at_criterion(rubric, i, sink);
  }
  const Units most = units_of(rubric.rubric->max_points());
  for (std::size_t i = 0; i < rubric.rubric->flaws.size(); ++i) {
    const Flaw& flaw = rubric.rubric->flaws[i];
    if (units_of(flaw.cost) <= most) continue;
    sink.add(
        rubric.file, place(*rubric.tables("flaw")[i], "cost"),
        code_of(flaw.id) + " costs more than the " + shown(most) + " points that can be had at all",
        "a cost up to that, or cap = \"red\"");
  }
}

void find_idle_points(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) find_idle_points(rubric, sink);
}

}  // namespace

const LintCheck kIdlePoints{"L403", "idle-points", "Nothing can come of points", find_idle_points};

}  // namespace assay
