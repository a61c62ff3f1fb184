// L404: a band that no answer can fall into, whatever it earns.
#include <algorithm>
#include <optional>
#include <set>

#include "lint/check.h"
#include "rubric/points.h"

namespace assay {
namespace {

// More different sums than that are not worth counting: then there is one in every band.
constexpr std::size_t kMostSums = 20000;

using Sums = std::set<Units>;

// `sums` and each of them with each of `more`, none below 0. False where there are too many.
bool add(Sums& sums, const Sums& more) {
  Sums all;
  for (const Units sum : sums) {
    for (const Units part : more) {
      all.insert(std::max<Units>(sum + part, 0));
      if (all.size() > kMostSums) return false;
    }
  }
  sums = std::move(all);
  return true;
}

// What a criterion may be awarded. Nothing where that is too much to count.
std::optional<Sums> awards_of(const Criterion& criterion) {
  const Requirement& requirement = criterion.requirement;
  const Units most = units_of(criterion.points);
  Sums awards = {0};
  for (const Alternative& any : requirement.any) awards.insert(units_of(any.points));
  for (const Alternative& each : requirement.each) {
    if (!add(awards, {0, units_of(each.points)})) return std::nullopt;
  }
  if (requirement.any.empty() && requirement.each.empty()) awards.insert(most);
  Sums within;
  for (const Units award : awards) within.insert(std::min(award, most));
  return within;
}

// Every total that an answer may come to, flaws included.
std::optional<Sums> totals_of(const Rubric& rubric) {
  Sums totals = {0};
  for (const Criterion& criterion : rubric.criteria) {
    const std::optional<Sums> awards = awards_of(criterion);
    if (!awards || !add(totals, *awards)) return std::nullopt;
  }
  Sums costs = {0};
  for (const Flaw& flaw : rubric.flaws) {
    if (!add(costs, {0, units_of(flaw.cost)})) return std::nullopt;
  }
  Sums taken;
  for (const Units cost : costs) taken.insert(-cost);
  if (!add(totals, taken)) return std::nullopt;
  return totals;
}

void find_empty_bands(const LintRubric& rubric, LintSink& sink) {
  const Rubric& loaded = *rubric.rubric;
  const std::optional<Sums> totals = totals_of(loaded);
  // A flaw's cap puts answers into yellow that have points enough for green.
  const bool capped = std::any_of(loaded.flaws.begin(), loaded.flaws.end(),
                                  [](const Flaw& flaw) { return flaw.cap == Band::yellow; });
  if (!totals || capped || loaded.bands.yellow == loaded.bands.green) return;
  const Units most = units_of(loaded.max_points());
  const auto least = [&](double share) { return units_of(share) * most; };
  const bool reached = std::any_of(totals->begin(), totals->end(), [&](Units total) {
    const Units share = total * Units(kUnitsPerPoint);
    return share >= least(loaded.bands.yellow) && share < least(loaded.bands.green);
  });
  if (reached) return;
  const toml::node* bands = rubric.root().get("bands");
  const toml::node* yellow =
      bands && bands->is_table() ? bands->as_table()->get("yellow") : nullptr;
  const toml::node* green = bands && bands->is_table() ? bands->as_table()->get("green") : nullptr;
  const toml::node* node = yellow ? yellow : green ? green : rubric.root().get("id");
  sink.add(rubric.file, *node,
           "no answer can be yellow: no sum of points lies between the two thresholds",
           "move a threshold, or make the two equal");
}

void find_empty_bands(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) find_empty_bands(rubric, sink);
}

}  // namespace

const LintCheck kEmptyBand{"L404", "empty-band", "No answer can fall into a band",
                           find_empty_bands};

}  // namespace assay
