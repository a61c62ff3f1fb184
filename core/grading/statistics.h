// How well two raters agree, and how sure one can be of it. Pure functions: the grader's scores
// beside people's marks, one marker beside another, or a trivial baseline beside either.
//
// A figure that a formula leaves undefined is nothing: never 0, never NaN.
//
// Sources
//   kappa                  J. Cohen (1960), A coefficient of agreement for nominal scales,
//                          Educational and Psychological Measurement 20(1), 37-46
//   weighted kappa         J. Cohen (1968), Weighted kappa, Psychological Bulletin 70(4), 213-220
//   QWK, SMD, thresholds   D. M. Williamson, X. Xi, F. J. Breyer (2012), A framework for evaluation
//                          and use of automated scoring, Educational Measurement: Issues and
//                          Practice 31(1), 2-13
//   percentile bootstrap   B. Efron (1979), Bootstrap methods, Annals of Statistics 7(1), 1-26;
//                          B. Efron, R. Tibshirani (1993), An Introduction to the Bootstrap, ch. 13
//   SplitMix64             G. L. Steele, D. Lea, C. H. Flood (2014), Fast splittable pseudorandom
//                          number generators, OOPSLA, 453-472
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace assay {

using Figure = std::optional<double>;

// --- Met or not met

// Pairs of a mark and a score of something that is met or not.
struct Counts {
  std::size_t both = 0;     // a: marked and scored (true positives)
  std::size_t scored = 0;   // b: scored only (false positives)
  std::size_t marked = 0;   // c: marked only (false negatives)
  std::size_t neither = 0;  // d

  std::size_t total() const { return both + scored + marked + neither; }
  void add(bool is_marked, bool is_scored);
  Counts& operator+=(const Counts& other);
  friend bool operator==(const Counts&, const Counts&) = default;
};

// (a + d) / n. Undefined where n = 0.
Figure agreement(const Counts& counts);
// (p_o - p_e) / (1 - p_e) with p_o = (a + d) / n and p_e = ((a + b)(a + c) + (c + d)(b + d)) / n².
// Undefined where p_e = 1: no pairs, or both raters gave everything one and the same value. It is 0
// where one of them alone is constant, however often the two agree.
Figure cohen_kappa(const Counts& counts);
// a / (a + b). Undefined where nothing was scored.
Figure precision(const Counts& counts);
// a / (a + c). Undefined where nothing was marked.
Figure recall(const Counts& counts);

// --- Steps of a scale: bands, rounded scores. REQUIRES: both spans have one size.

// The share of pairs that are equal. Undefined where there are none.
Figure exact_agreement(std::span<const int> marks, std::span<const int> scores);
// 1 - sum(w O) / sum(w E) with w = (i - j)², O the observed and E the expected share of the pair
// (i, j) of steps, that is 1 - n sum((x - y)²) / sum over all i, j of (x_i - y_j)². Undefined where
// the denominator is 0: no pairs, or both raters constant at the same step.
Figure quadratic_weighted_kappa(std::span<const int> marks, std::span<const int> scores);

// --- Numbers. REQUIRES: both spans have one size.

// Undefined for fewer than two pairs and where either side is constant.
Figure pearson(std::span<const double> marks, std::span<const double> scores);
// Root of the mean of (score - mark)². Undefined where there are no pairs.
Figure root_mean_square_error(std::span<const double> marks, std::span<const double> scores);
// (mean of the scores - mean of the marks) / SD of the marks, with n - 1 in the SD: above 0 the
// grader is the more generous. Undefined for fewer than two pairs and where the marks are constant.
Figure standardised_mean_difference(std::span<const double> marks, std::span<const double> scores);

Figure mean(std::span<const double> values);
// The middle value; the lower of the two middle ones of an even number, so that it always is one of
// the values. Undefined where there are none.
Figure lower_median(std::span<const double> values);

// What a score is asked to reach before it may stand for a mark (Williamson, Xi and Breyer 2012).
inline constexpr double kLeastQwk = 0.70;            // and Pearson
inline constexpr double kMostMeanDifference = 0.15;  // of SMD, either way
inline constexpr double kMostDegradation = 0.10;     // of QWK or Pearson, below marker with marker

// --- Intervals

struct Interval {
  double low = 0;
  double high = 0;
  friend bool operator==(const Interval&, const Interval&) = default;
};

struct BootstrapOptions {
  std::size_t replicates = 1000;  // 0: no intervals
  std::uint64_t seed = 1;
  double confidence = 0.95;  // 0 < confidence < 1
};

// SplitMix64: state += 0x9e3779b97f4a7c15; z = state; z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
// z = (z ^ z >> 27) * 0x94d049bb133111eb; return z ^ z >> 31. The same numbers on every machine,
// which the distributions of <random> do not promise.
class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // 0 <= result < n: the upper 32 bits times n, shifted down by 32. REQUIRES: 0 < n.
  std::uint32_t below(std::uint32_t n);

 private:
  std::uint64_t state_;
};

// Indexes of units, drawn with replacement: as many as there are units.
using Sample = std::span<const std::uint32_t>;
// Computes all figures of one sample. Called once a replicate, in order, on the caller's thread.
using SampleFigures = std::function<void(Sample sample, std::span<Figure> figures)>;

// Percentile bootstrap: of the B replicates of a figure in order, the one at ceil(B α / 2) and the
// one at ceil(B (1 - α / 2)), counted from 1, α = 1 - confidence. Units are drawn whole, so marks
// that hang together (those of one answer) belong in one unit. All figures share the samples.
//
// Replicates in which a figure is undefined are left out; where they are more than a tenth, or
// there are fewer than two units, the figure has no interval: it would pretend to a knowledge that
// the answers do not hold. Same units, figures and options: same intervals.
std::vector<std::optional<Interval>> bootstrap(std::size_t units, std::size_t figures,
                                               const SampleFigures& compute,
                                               const BootstrapOptions& options);

}  // namespace assay
