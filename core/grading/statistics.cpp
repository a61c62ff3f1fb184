#include "grading/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace assay {
namespace {

Figure ratio(double numerator, double denominator) {
  if (denominator == 0) return std::nullopt;
  return numerator / denominator;
}

bool constant(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); });
}

double sum_of_squares_about(std::span<const double> values, double centre) {
  double sum = 0;
  for (double v : values) sum += (v - centre) * (v - centre);
  return sum;
}

}  // namespace

void Counts::add(bool is_marked, bool is_scored) {
  ++(is_marked ? (is_scored ? both : marked) : (is_scored ? scored : neither));
}

Counts& Counts::operator+=(const Counts& other) {
  both += other.both;
  scored += other.scored;
  marked += other.marked;
  neither += other.neither;
  return *this;
}

Figure agreement(const Counts& counts) {
  return ratio(double(counts.both + counts.neither), double(counts.total()));
}

Figure cohen_kappa(const Counts& counts) {
  // Both sides of the fraction times n²: whole numbers, so that p_e = 1 is met exactly.
  const double n = double(counts.total());
  const double by_chance =
      double(counts.both + counts.scored) * double(counts.both + counts.marked) +
      double(counts.marked + counts.neither) * double(counts.scored + counts.neither);
  return ratio(n * double(counts.both + counts.neither) - by_chance, n * n - by_chance);
}

Figure precision(const Counts& counts) {
  return ratio(double(counts.both), double(counts.both + counts.scored));
}

Figure recall(const Counts& counts) {
  return ratio(double(counts.both), double(counts.both + counts.marked));
}

Figure exact_agreement(std::span<const int> marks, std::span<const int> scores) {
  assert(marks.size() == scores.size());
  std::size_t equal = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) equal += marks[i] == scores[i];
  return ratio(double(equal), double(marks.size()));
}

Figure quadratic_weighted_kappa(std::span<const int> marks, std::span<const int> scores) {
  assert(marks.size() == scores.size());
  // The sum over all pairs of (x_i - y_j)² is n Σx² + n Σy² - 2 Σx Σy: no table is needed.
  const double n = double(marks.size());
  double x = 0, y = 0, xx = 0, yy = 0, apart = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const double a = marks[i], b = scores[i];
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    apart += (a - b) * (a - b);
  }
  const Figure disagreement = ratio(n * apart, n * xx + n * yy - 2 * x * y);
  if (!disagreement) return std::nullopt;
  return 1 - *disagreement;
}

Figure pearson(std::span<const double> marks, std::span<const double> scores) {
  assert(marks.size() == scores.size());
  // Compared exactly: a variance of rounding errors is no variance.
  if (marks.size() < 2 || constant(marks) || constant(scores)) return std::nullopt;
  const double x = *mean(marks), y = *mean(scores);
  double together = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) together += (marks[i] - x) * (scores[i] - y);
  const Figure r = ratio(together, std::sqrt(sum_of_squares_about(marks, x)) *
                                       std::sqrt(sum_of_squares_about(scores, y)));
  if (!r) return std::nullopt;
  return std::clamp(*r, -1.0, 1.0);
}

Figure root_mean_square_error(std::span<const double> marks, std::span<const double> scores) {
  assert(marks.size() == scores.size());
  double sum = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    sum += (scores[i] - marks[i]) * (scores[i] - marks[i]);
  }
  const Figure square = ratio(sum, double(marks.size()));
  if (!square) return std::nullopt;
  return std::sqrt(*square);
}

Figure standardised_mean_difference(std::span<const double> marks, std::span<const double> scores) {
  assert(marks.size() == scores.size());
  if (marks.size() < 2 || constant(marks)) return std::nullopt;
  const double x = *mean(marks);
  return ratio(*mean(scores) - x,
               std::sqrt(sum_of_squares_about(marks, x) / double(marks.size() - 1)));
}

Figure mean(std::span<const double> values) {
  double sum = 0;
  for (double v : values) sum += v;
  return ratio(sum, double(values.size()));
}

Figure lower_median(std::span<const double> values) {
  if (values.empty()) return std::nullopt;
  std::vector<double> ordered(values.begin(), values.end());
  const auto middle = ordered.begin() + std::ptrdiff_t((ordered.size() - 1) / 2);
  std::nth_element(ordered.begin(), middle, ordered.end());
  return *middle;
}

std::uint64_t SplitMix64::next() {
  state_ += 0x9e3779b97f4a7c15u;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

std::uint32_t SplitMix64::below(std::uint32_t n) {
  assert(n > 0);
  return std::uint32_t(((next() >> 32) * n) >> 32);
}

std::vector<std::optional<Interval>> bootstrap(std::size_t units, std::size_t figures,
                                               const SampleFigures& compute,
                                               const BootstrapOptions& options) {
  std::vector<std::optional<Interval>> intervals(figures);
  if (units < 2 || options.replicates == 0) return intervals;

  SplitMix64 random(options.seed);
  std::vector<std::uint32_t> sample(units);
  std::vector<Figure> computed(figures);
  std::vector<std::vector<double>> replicates(figures);
  for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
    for (std::uint32_t& unit : sample) unit = random.below(std::uint32_t(units));
    std::fill(computed.begin(), computed.end(), std::nullopt);
    compute(sample, computed);
    for (std::size_t f = 0; f < figures; ++f) {
      if (computed[f]) replicates[f].push_back(*computed[f]);
    }
  }

  const double tail = (1 - options.confidence) / 2;
  for (std::size_t f = 0; f < figures; ++f) {
    std::vector<double>& values = replicates[f];
    if (values.empty() || (options.replicates - values.size()) * 10 > options.replicates) continue;
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
      // A hair less, so that 1000 * 0.025 is 25 whatever the rounding.
      const double place = std::ceil(double(values.size()) * share - 1e-9);
      return values[std::size_t(std::clamp(place, 1.0, double(values.size()))) - 1];
    };
    intervals[f] = Interval{at(tail), at(1 - tail)};
  }
  return intervals;
}

}  // namespace assay
