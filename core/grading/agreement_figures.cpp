#include "grading/agreement_figures.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace assay {
namespace {

struct Pair {
  double mark;
  double rated;
};

// The pairs of one rater; those of unit u are [first[u], first[u + 1]). Units without any are not
// in it.
struct Paired {
  std::vector<Pair> pairs;
  std::vector<std::uint32_t> first{0};

  std::size_t units() const { return first.size() - 1; }
  void end_unit() {
    if (pairs.size() > first.back()) first.push_back(std::uint32_t(pairs.size()));
  }
};

// Calls `add(rating index, paired)` for each rating, unit by unit.
template <class Add>
Paired pair_up(std::span<const Rating> ratings, const Add& add) {
  Paired paired;
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    if (i > 0 && ratings[i].unit != ratings[i - 1].unit) paired.end_unit();
    add(i, paired);
  }
  paired.end_unit();
  return paired;
}

Paired against_marks(std::span<const Rating> ratings, std::span<const double> rated) {
  return pair_up(ratings, [&](std::size_t i, Paired& paired) {
    for (const double mark : ratings[i].marks) paired.pairs.push_back({mark, rated[i]});
  });
}

Paired marker_with_marker(std::span<const Rating> ratings) {
  return pair_up(ratings, [&](std::size_t i, Paired& paired) {
    const std::vector<double>& marks = ratings[i].marks;
    for (std::size_t a = 0; a < marks.size(); ++a) {
      for (std::size_t b = a + 1; b < marks.size(); ++b)
        paired.pairs.push_back({marks[a], marks[b]});
    }
  });
}

// --- Figures of a sample

void figures_of(const Counts& counts, std::span<Figure> out) {
  out[0] = agreement(counts);
  out[1] = cohen_kappa(counts);
  out[2] = precision(counts);
  out[3] = recall(counts);
}

// Scratch for the ordered scales.
struct Columns {
  std::vector<double> marks, rated;
  std::vector<int> mark_steps, rated_steps;

  void clear() {
    marks.clear();
    rated.clear();
    mark_steps.clear();
    rated_steps.clear();
  }
  void add(const Pair& pair, Scale scale) {
    marks.push_back(pair.mark);
    rated.push_back(pair.rated);
    mark_steps.push_back(scale == Scale::bands ? int(pair.mark) : step_of(pair.mark));
    rated_steps.push_back(scale == Scale::bands ? int(pair.rated) : step_of(pair.rated));
  }
};

void figures_of(const Columns& columns, std::span<Figure> out) {
  out[0] = exact_agreement(columns.mark_steps, columns.rated_steps);
  out[1] = quadratic_weighted_kappa(columns.mark_steps, columns.rated_steps);
  out[2] = pearson(columns.marks, columns.rated);
  out[3] = root_mean_square_error(columns.marks, columns.rated);
  out[4] = standardised_mean_difference(columns.marks, columns.rated);
}

constexpr Measure kMetMeasures[] = {Measure::agreement, Measure::kappa, Measure::precision,
                                    Measure::recall};
constexpr Measure kOrderedMeasures[] = {Measure::agreement, Measure::qwk, Measure::pearson,
                                        Measure::rmse, Measure::smd};

// All units once, or those of a sample.
SampleFigures figures_of_sample(const Paired& paired, Scale scale) {
  if (scale == Scale::met) {
    std::vector<Counts> counts(paired.units());
    for (std::size_t unit = 0; unit < paired.units(); ++unit) {
      for (auto i = paired.first[unit]; i < paired.first[unit + 1]; ++i) {
        counts[unit].add(paired.pairs[i].mark != 0, paired.pairs[i].rated != 0);
      }
    }
    return [counts = std::move(counts)](Sample sample, std::span<Figure> out) {
      Counts sum;
      for (const std::uint32_t unit : sample) sum += counts[unit];
      figures_of(sum, out);
    };
  }
  return [&paired, scale, columns = Columns()](Sample sample, std::span<Figure> out) mutable {
    columns.clear();
    for (const std::uint32_t unit : sample) {
      for (auto i = paired.first[unit]; i < paired.first[unit + 1]; ++i) {
        columns.add(paired.pairs[i], scale);
      }
    }
    figures_of(columns, out);
  };
}

Comparison comparison(Rater rater, const Paired& paired, Scale scale,
                      const BootstrapOptions& options) {
  const std::span<const Measure> measures =
      scale == Scale::met ? std::span<const Measure>(kMetMeasures) : kOrderedMeasures;
  const SampleFigures compute = figures_of_sample(paired, scale);

  std::vector<std::uint32_t> everybody(paired.units());
  for (std::size_t unit = 0; unit < everybody.size(); ++unit) everybody[unit] = std::uint32_t(unit);
  std::vector<Figure> values(measures.size());
  compute(everybody, values);
  const auto intervals = bootstrap(paired.units(), measures.size(), compute, options);

  Comparison out{rater, paired.pairs.size(), {}};
  for (std::size_t m = 0; m < measures.size(); ++m) {
    out.estimates.push_back(
        {measures[m], values[m], values[m] ? intervals[m] : std::optional<Interval>()});
  }
  return out;
}

// --- Baselines

using Members = std::map<std::uint32_t, std::vector<std::size_t>>;

// What `best` says of all marks of a group, for each of its ratings.
std::vector<double> constant_by_group(std::span<const Rating> ratings, const Members& groups,
                                      Figure (*best)(std::span<const double>)) {
  std::vector<double> rated(ratings.size());
  for (const auto& [group, members] : groups) {
    std::vector<double> marks;
    for (const std::size_t i : members) {
      marks.insert(marks.end(), ratings[i].marks.begin(), ratings[i].marks.end());
    }
    const double value = *best(marks);
    for (const std::size_t i : members) rated[i] = value;
  }
  return rated;
}

// The first marker's marks, handed out again by length.
std::vector<double> by_length(std::span<const Rating> ratings, const Members& groups) {
  std::vector<double> rated(ratings.size());
  for (const auto& [group, members] : groups) {
    std::vector<double> marks;
    for (const std::size_t i : members) marks.push_back(ratings[i].marks.front());
    std::sort(marks.begin(), marks.end());
    std::vector<std::size_t> shortest_first = members;
    std::stable_sort(
        shortest_first.begin(), shortest_first.end(),
        [&](std::size_t a, std::size_t b) { return ratings[a].length < ratings[b].length; });
    for (std::size_t rank = 0; rank < marks.size(); ++rank) {
      rated[shortest_first[rank]] = marks[rank];
    }
  }
  return rated;
}

}  // namespace

int step_of(double fraction) { return int(std::lround(fraction * 20)); }

Comparisons compare(std::span<const Rating> ratings, Scale scale, const BootstrapOptions& options) {
  Comparisons out;
  if (ratings.empty()) return out;
  Members groups;
  std::vector<double> scores;
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    groups[ratings[i].group].push_back(i);
    scores.push_back(ratings[i].score);
  }
  const auto add = [&](Rater rater, const Paired& paired) {
    out.push_back(comparison(rater, paired, scale, options));
  };
  add(Rater::scores, against_marks(ratings, scores));
  add(Rater::median, against_marks(ratings, constant_by_group(ratings, groups, &lower_median)));
  if (scale == Scale::fraction) {
    add(Rater::mean, against_marks(ratings, constant_by_group(ratings, groups, &mean)));
  }
  add(Rater::length, against_marks(ratings, by_length(ratings, groups)));
  if (const Paired markers = marker_with_marker(ratings); markers.units() > 0) {
    add(Rater::markers, markers);
  }
  return out;
}

}  // namespace assay
