// Worked examples; the fractions are derived by hand beside each.
#include "grading/statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace assay {
namespace {

struct CountsCase {
  const char* name;
  Counts counts;  // both, scored only, marked only, neither
  Figure agreement, kappa, precision, recall;
};

const CountsCase kCounts[] = {
    // p_o = 35/50 = 7/10; p_e = (25·30 + 25·20) / 2500 = 1/2; (7/10 - 1/2) / (1/2) = 2/5
    {"textbook", {20, 5, 10, 15}, 7.0 / 10, 2.0 / 5, 20.0 / 25, 20.0 / 30},
    // p_e = (2·2 + 2·2) / 16 = 1/2
    {"all agree", {2, 0, 0, 2}, 1, 1, 1, 1},
    {"all differ", {0, 2, 2, 0}, 0, -1, 0, 0},
    // p_o = 1/2, p_e = 1/2
    {"chance", {1, 1, 1, 1}, 1.0 / 2, 0, 1.0 / 2, 1.0 / 2},
    // p_o = 90/100; p_e = (5·5 + 95·95) / 10000 = 905/1000; (900 - 905) / (1000 - 905) = -1/19
    {"rare, high agreement, no kappa", {0, 5, 5, 90}, 9.0 / 10, -1.0 / 19, 0, 0},
    {"scores constant: 0, however many agree", {9, 1, 0, 0}, 9.0 / 10, 0, 9.0 / 10, 1},
    {"marks constant", {0, 1, 0, 9}, 9.0 / 10, 0, 0, {}},
    {"both constant at met", {7, 0, 0, 0}, 1, {}, 1, 1},
    {"both constant at unmet", {0, 0, 0, 7}, 1, {}, {}, {}},
    {"constant and opposite", {0, 3, 0, 0}, 0, 0, 0, {}},
    {"one answer, agreed", {1, 0, 0, 0}, 1, {}, 1, 1},
    {"one answer, missed", {0, 0, 1, 0}, 0, 0, {}, 0},
    {"empty", {0, 0, 0, 0}, {}, {}, {}, {}},
};

void expect_figure(Figure expected, Figure found, const char* what) {
  ASSERT_EQ(expected.has_value(), found.has_value()) << what;
  if (expected) {
    EXPECT_NEAR(*expected, *found, 1e-14) << what;
  }
}

TEST(Statistics, CountsGiveTheFractionsDerivedByHand) {
  for (const CountsCase& c : kCounts) {
    SCOPED_TRACE(c.name);
    expect_figure(c.agreement, agreement(c.counts), "agreement");
    expect_figure(c.kappa, cohen_kappa(c.counts), "kappa");
    expect_figure(c.precision, precision(c.counts), "precision");
    expect_figure(c.recall, recall(c.counts), "recall");
  }
}

TEST(Statistics, CountsAreAddedByMarkThenScore) {
  Counts counts;
  counts.add(true, true);
  counts.add(true, false);
  counts.add(true, false);
  counts.add(false, true);
  for (int i = 0; i < 4; ++i) counts.add(false, false);
  EXPECT_EQ(counts, (Counts{.both = 1, .scored = 1, .marked = 2, .neither = 4}));
  counts += Counts{1, 2, 3, 4};
  EXPECT_EQ(counts, (Counts{2, 3, 5, 8}));
  EXPECT_EQ(counts.total(), 18u);
}

struct StepsCase {
  const char* name;
  std::vector<int> marks, scores;
  Figure agreement, qwk;
};

const StepsCase kSteps[] = {
    // Σ(x-y)² = 1; all pairs: x 0 1 2 2, y 0 1 1 2: from 0: 0+1+1+4 = 6, from 1: 1+0+0+1 = 2, from
    // 2 (twice): 4+1+1+0 = 6 each; in all 20. 1 - 4·1/20
    {"one band apart", {0, 1, 2, 2}, {0, 1, 1, 2}, 3.0 / 4, 4.0 / 5},
    {"equal", {0, 1, 2}, {0, 1, 2}, 1, 1},
    // Σ(x-y)² = 4+0+4 = 8; all pairs: 5 + 2 + 5 = 12; 1 - 3·8/12
    {"reversed", {0, 1, 2}, {2, 1, 0}, 1.0 / 3, -1},
    // Σ(x-y)² = 1+0+1 = 2; all pairs: 3 scores of 1 each 1+0+1 = 6; 1 - 3·2/6
    {"scores constant", {0, 1, 2}, {1, 1, 1}, 1.0 / 3, 0},
    {"constant, apart", {2, 2}, {1, 1}, 0, 0},
    {"both constant", {1, 1, 1}, {1, 1, 1}, 1, {}},
    {"one answer", {2}, {2}, 1, {}},
    {"one answer, apart", {2}, {0}, 0, 0},
    {"empty", {}, {}, {}, {}},
};

TEST(Statistics, StepsGiveTheFractionsDerivedByHand) {
  for (const StepsCase& c : kSteps) {
    SCOPED_TRACE(c.name);
    expect_figure(c.agreement, exact_agreement(c.marks, c.scores), "agreement");
    expect_figure(c.qwk, quadratic_weighted_kappa(c.marks, c.scores), "qwk");
  }
}

struct NumbersCase {
  const char* name;
  std::vector<double> marks, scores;
  Figure pearson, rmse, smd;
};

const NumbersCase kNumbers[] = {
    // means 2 and 7/3; Σdxdy = 1·4/3 + 0 + 1·5/3 = 3; Σdx² = 2; Σdy² = 16/9 + 1/9 + 25/9 = 14/3;
    // 3 / √(28/3). Differences 0 0 1: √(1/3). SD of the marks 1: (7/3 - 2) / 1
    {"by hand", {1, 2, 3}, {1, 2, 4}, 3 / std::sqrt(28.0 / 3), std::sqrt(1.0 / 3), 1.0 / 3},
    {"straight", {0, 0.5, 1}, {0.25, 0.5, 0.75}, 1, std::sqrt(0.125 / 3), 0},
    {"falling", {0, 0.5, 1}, {1, 0.5, 0}, -1, std::sqrt(2.0 / 3), 0},
    // marks 0 1: mean 1/2, SD √(1/2); scores' mean 0
    {"scores constant", {0, 1}, {0, 0}, {}, std::sqrt(1.0 / 2), -std::sqrt(1.0 / 2)},
    {"marks constant", {1, 1}, {0, 1}, {}, std::sqrt(1.0 / 2), {}},
    // 0.1 has no exact form: its mean differs from it, and still there is no variance.
    {"constant, inexact", {0.1, 0.1, 0.1}, {0.3, 0.2, 0.1}, {}, std::sqrt(0.05 / 3), {}},
    {"one answer", {1}, {0.5}, {}, 0.5, {}},
    {"empty", {}, {}, {}, {}, {}},
};

TEST(Statistics, NumbersGiveTheFractionsDerivedByHand) {
  for (const NumbersCase& c : kNumbers) {
    SCOPED_TRACE(c.name);
    expect_figure(c.pearson, pearson(c.marks, c.scores), "pearson");
    expect_figure(c.rmse, root_mean_square_error(c.marks, c.scores), "rmse");
    expect_figure(c.smd, standardised_mean_difference(c.marks, c.scores), "smd");
  }
}

TEST(Statistics, MedianIsOneOfTheValues) {
  const std::vector<double> odd = {3, 1, 2}, even = {4, 1, 3, 2}, none;
  EXPECT_EQ(lower_median(odd), 2);
  EXPECT_EQ(lower_median(even), 2);
  EXPECT_EQ(lower_median(none), std::nullopt);
  EXPECT_EQ(mean(even), 2.5);
  EXPECT_EQ(mean(none), std::nullopt);
}

TEST(Statistics, TheGeneratorIsThePublishedOne) {
  // The first numbers of SplitMix64 from the state 0.
  SplitMix64 random(0);
  EXPECT_EQ(random.next(), 0xe220a8397b1dcdafu);
  EXPECT_EQ(random.next(), 0x6e789e6aa1b965f4u);
  SplitMix64 again(0);
  EXPECT_EQ(again.below(1000), (0xe220a839u * 1000ull) >> 32);
  std::set<std::uint32_t> seen;
  for (int i = 0; i < 200; ++i) seen.insert(again.below(6));
  EXPECT_EQ(seen, (std::set<std::uint32_t>{0, 1, 2, 3, 4, 5}));
}

// --- Bootstrap

// The n-th replicate's figure is n, 1 to 1000, whatever the sample.
TEST(Bootstrap, TakesTheReplicatesAtTheirRanks) {
  double n = 0;
  const SampleFigures counting = [&](Sample, std::span<Figure> figures) { figures[0] = ++n; };
  const auto interval = bootstrap(5, 1, counting, {.replicates = 1000})[0];
  EXPECT_EQ(interval, (Interval{25, 975}));
  n = 0;
  const auto narrow = bootstrap(5, 1, counting, {.replicates = 100, .confidence = 0.5})[0];
  EXPECT_EQ(narrow, (Interval{25, 75}));
  n = 0;
  EXPECT_EQ(bootstrap(5, 1, counting, {.replicates = 1})[0], (Interval{1, 1}));
}

TEST(Bootstrap, DrawsUnitsWithReplacement) {
  bool repeated = false;
  bootstrap(10, 0,
            [&](Sample sample, std::span<Figure>) {
              EXPECT_EQ(sample.size(), 10u);
              const std::set<std::uint32_t> distinct(sample.begin(), sample.end());
              EXPECT_LT(*distinct.rbegin(), 10u);
              repeated |= distinct.size() < 10;
            },
            {.replicates = 20});
  EXPECT_TRUE(repeated);
}

TEST(Bootstrap, HasNoIntervalWhereTheAnswersHoldNone) {
  const SampleFigures always = [](Sample, std::span<Figure> figures) { figures[0] = 1; };
  EXPECT_EQ(bootstrap(0, 1, always, {})[0], std::nullopt);
  EXPECT_EQ(bootstrap(1, 1, always, {})[0], std::nullopt);
  EXPECT_EQ(bootstrap(2, 1, always, {.replicates = 0})[0], std::nullopt);
  EXPECT_EQ(bootstrap(2, 1, always, {})[0], (Interval{1, 1}));

  for (const auto& [undefined, expected] : {std::pair{100, true}, std::pair{101, false}}) {
    int n = 0;
    const SampleFigures some = [&, left_out = undefined](Sample, std::span<Figure> figures) {
      if (++n > left_out) figures[0] = 1;
    };
    EXPECT_EQ(bootstrap(2, 1, some, {.replicates = 1000})[0].has_value(), expected) << undefined;
  }
}

TEST(Bootstrap, RepeatsItselfAndFollowsItsSeed) {
  const std::vector<double> values = {0.1, 0.9, 0.4, 0.7, 0.3, 0.8};
  const SampleFigures means = [&](Sample sample, std::span<Figure> figures) {
    double sum = 0;
    for (std::uint32_t unit : sample) sum += values[unit];
    figures[0] = sum / double(sample.size());
  };
  const auto first = bootstrap(values.size(), 1, means, {.seed = 7});
  EXPECT_EQ(first, bootstrap(values.size(), 1, means, {.seed = 7}));
  EXPECT_NE(first, bootstrap(values.size(), 1, means, {.seed = 8}));
}

}  // namespace
}  // namespace assay
