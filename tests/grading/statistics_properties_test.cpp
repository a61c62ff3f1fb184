// What must hold of the statistics whatever the ratings; the formulas as their sources print them,
// written the slow way, beside the ones in use.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "grading/statistics.h"

namespace assay {
namespace {

constexpr int kRatings = 5;
using Steps = std::vector<int>;
using Numbers = std::vector<double>;

// Two raters of the same answers.
std::pair<Steps, Steps> two_raters() {
  const int answers = *rc::gen::inRange(1, 40);
  const auto ratings =
      rc::gen::container<Steps>(std::size_t(answers), rc::gen::inRange(0, kRatings));
  return {*ratings, *ratings};
}

Numbers numbers(const Steps& steps) { return {steps.begin(), steps.end()}; }

Counts counts_of(const Steps& marks, const Steps& scores) {
  Counts counts;
  for (std::size_t i = 0; i < marks.size(); ++i) counts.add(marks[i] > 2, scores[i] > 2);
  return counts;
}

// Cohen 1968 with the table of observed and expected shares written out; with `quadratic` false all
// disagreements weigh the same, which is Cohen 1960.
Figure kappa_by_table(const Steps& marks, const Steps& scores, bool quadratic) {
  std::array<std::array<double, kRatings>, kRatings> observed{};
  std::array<double, kRatings> rows{}, columns{};
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const double share = 1.0 / double(marks.size());
    observed[marks[i]][scores[i]] += share;
    rows[marks[i]] += share;
    columns[scores[i]] += share;
  }
  double found = 0, expected = 0;
  for (int i = 0; i < kRatings; ++i) {
    for (int j = 0; j < kRatings; ++j) {
      const double weight = quadratic ? (i - j) * (i - j) : i != j;
      found += weight * observed[i][j];
      expected += weight * rows[i] * columns[j];
    }
  }
  if (expected < 1e-12) return std::nullopt;
  return 1 - found / expected;
}

void same(Figure a, Figure b) {
  RC_ASSERT(a.has_value() == b.has_value());
  if (a) RC_ASSERT(std::abs(*a - *b) < 1e-9);
}

RC_GTEST_PROP(StatisticsProperties, KappaIsThatOfTheTable, ()) {
  const auto [marks, scores] = two_raters();
  Steps marked, scored;
  for (int m : marks) marked.push_back(m > 2);
  for (int s : scores) scored.push_back(s > 2);
  same(cohen_kappa(counts_of(marks, scores)), kappa_by_table(marked, scored, false));
}

RC_GTEST_PROP(StatisticsProperties, QwkIsThatOfTheTable, ()) {
  const auto [marks, scores] = two_raters();
  same(quadratic_weighted_kappa(marks, scores), kappa_by_table(marks, scores, true));
}

RC_GTEST_PROP(StatisticsProperties, QwkOfTwoStepsIsKappa, ()) {
  const auto [marks, scores] = two_raters();
  Steps marked, scored;
  for (int m : marks) marked.push_back(m > 2);
  for (int s : scores) scored.push_back(s > 2);
  same(quadratic_weighted_kappa(marked, scored), cohen_kappa(counts_of(marks, scores)));
}

RC_GTEST_PROP(StatisticsProperties, AgreementDoesNotAskWhoIsWho, ()) {
  const auto [a, b] = two_raters();
  same(cohen_kappa(counts_of(a, b)), cohen_kappa(counts_of(b, a)));
  same(quadratic_weighted_kappa(a, b), quadratic_weighted_kappa(b, a));
  same(pearson(numbers(a), numbers(b)), pearson(numbers(b), numbers(a)));
  same(root_mean_square_error(numbers(a), numbers(b)),
       root_mean_square_error(numbers(b), numbers(a)));
  same(precision(counts_of(a, b)), recall(counts_of(b, a)));
}

RC_GTEST_PROP(StatisticsProperties, KappasLieBetweenMinusOneAndOne, ()) {
  const auto [a, b] = two_raters();
  for (const Figure figure : {cohen_kappa(counts_of(a, b)), quadratic_weighted_kappa(a, b),
                              pearson(numbers(a), numbers(b))}) {
    if (figure) RC_ASSERT(*figure >= -1 - 1e-12 && *figure <= 1 + 1e-12);
  }
}

RC_GTEST_PROP(StatisticsProperties, ARaterAgreesWithThemselves, ()) {
  const Steps a = two_raters().first;
  const Figure qwk = quadratic_weighted_kappa(a, a);
  const bool varied = std::count(a.begin(), a.end(), a.front()) != std::ptrdiff_t(a.size());
  same(qwk, varied ? Figure(1) : std::nullopt);
  same(pearson(numbers(a), numbers(a)), varied ? Figure(1) : std::nullopt);
  RC_ASSERT(root_mean_square_error(numbers(a), numbers(a)) == Figure(0));
  RC_ASSERT(exact_agreement(a, a) == Figure(1));
}

RC_GTEST_PROP(StatisticsProperties, OrderOfTheAnswersDoesNotMatter, ()) {
  auto [a, b] = two_raters();
  const Figure before = quadratic_weighted_kappa(a, b);
  const Figure smd = standardised_mean_difference(numbers(a), numbers(b));
  std::reverse(a.begin(), a.end());
  std::reverse(b.begin(), b.end());
  same(before, quadratic_weighted_kappa(a, b));
  same(smd, standardised_mean_difference(numbers(a), numbers(b)));
}

RC_GTEST_PROP(StatisticsProperties, AConstantRaterHasNoKappaAboveChance, ()) {
  const auto [a, b] = two_raters();
  const Steps constant(a.size(), b.front());
  const Figure qwk = quadratic_weighted_kappa(a, constant);
  if (qwk) RC_ASSERT(std::abs(*qwk) < 1e-9);
  RC_ASSERT(!pearson(numbers(a), numbers(constant)));
}

// Over many sets of ratings the interval of the mean holds the mean of the ratings, all but always,
// and holds the mean that they were drawn from about as often as it says (fewer for few answers:
// the percentile interval is known to be narrow there).
TEST(StatisticsProperties, TheIntervalHoldsWhatItShould) {
  constexpr int kSets = 400, kAnswers = 30;
  int holds_estimate = 0, holds_truth = 0;
  SplitMix64 random(2024);
  for (int set = 0; set < kSets; ++set) {
    Numbers ratings;
    for (int i = 0; i < kAnswers; ++i) ratings.push_back(random.below(1000) / 1000.0);
    const auto interval = bootstrap(ratings.size(), 1,
                                    [&](Sample sample, std::span<Figure> figures) {
                                      Numbers drawn;
                                      for (std::uint32_t unit : sample)
                                        drawn.push_back(ratings[unit]);
                                      figures[0] = mean(drawn);
                                    },
                                    {.replicates = 400, .seed = std::uint64_t(set)})[0];
    ASSERT_TRUE(interval.has_value());
    ASSERT_LE(interval->low, interval->high);
    holds_estimate += interval->low <= *mean(ratings) && *mean(ratings) <= interval->high;
    holds_truth += interval->low <= 0.4995 && 0.4995 <= interval->high;
  }
  EXPECT_EQ(holds_estimate, kSets);
  EXPECT_GE(holds_truth, kSets * 90 / 100);
  EXPECT_LE(holds_truth, kSets * 98 / 100);
}

}  // namespace
}  // namespace assay
