// Four answers to one question, small enough to work out by hand:
//
//        bytes  scored          marked
//   a1     5    a b   green     a b, no flaw   green
//   a2     4    a     yellow    a              yellow
//   a3     9    a     yellow    -, flaw f      red
//   a4     2    -     red       b              yellow      near miss of b
#include "grading/agreement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "grading/marked_answers.h"

namespace assay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const AgreementOptions kNoIntervals = {.bootstrap = {.replicates = 0}};

std::vector<GradedAnswer> four_answers() {
  const auto rubric = rubric_of("grain", {"a", "b"}, {"f"});
  return {
      graded(rubric, "a1", "on e,", {.met = {"a", "b"}, .band = Band::green},
             R"("met": ["a", "b"], "flaws": [], "band": "green")"),
      graded(rubric, "a2", "two.", {.met = {"a"}, .band = Band::yellow},
             R"("met": ["a"], "band": "yellow")"),
      graded(rubric, "a3", "three six", {.met = {"a"}, .band = Band::yellow},
             R"("met": [], "flaws": ["f"], "band": "red")"),
      graded(rubric, "a4", "no", {.near = {"b"}, .band = Band::red},
             R"("met": ["b"], "band": "yellow")"),
  };
}

Figure value(const Comparisons& comparisons, Rater rater, Measure measure) {
  const Estimate* estimate = find(comparisons, rater, measure);
  if (!estimate) {
    ADD_FAILURE() << "no " << name_of(rater) << " " << name_of(measure);
    return {};
  }
  return estimate->value;
}

const Comparisons& of(const Agreement& agreement, Aspect aspect) {
  return agreement.all.aspects[std::size_t(aspect)];
}

TEST(Agreement, PoolsTheCriteriaOfAllAnswers) {
  const Agreement agreement = measure_agreement(four_answers(), kNoIntervals);
  EXPECT_EQ(agreement.all.answers, 4u);
  EXPECT_EQ(agreement.questions, 1u);
  EXPECT_EQ(agreement.markers, 1u);
  // a: 2 both, 1 scored only, 1 neither; b: 1 both, 1 marked only, 2 neither.
  // p_o = 6/8, p_e = (4·4 + 4·4) / 64
  const Comparisons& criteria = of(agreement, Aspect::criteria);
  EXPECT_EQ(criteria.front().pairs, 8u);
  EXPECT_EQ(value(criteria, Rater::scores, Measure::agreement), 6.0 / 8);
  EXPECT_EQ(value(criteria, Rater::scores, Measure::kappa), 0.5);
  EXPECT_EQ(value(criteria, Rater::scores, Measure::precision), 3.0 / 4);
  EXPECT_EQ(value(criteria, Rater::scores, Measure::recall), 3.0 / 4);
  EXPECT_EQ(find(criteria, Rater::markers), nullptr);
  EXPECT_EQ(find(criteria, Rater::mean), nullptr);
  // Flaws were marked on a1 and a3 alone.
  const Comparisons& flaws = of(agreement, Aspect::flaws);
  EXPECT_EQ(flaws.front().pairs, 2u);
  EXPECT_EQ(value(flaws, Rater::scores, Measure::agreement), 1.0 / 2);
  EXPECT_EQ(value(flaws, Rater::scores, Measure::kappa), 0);
  EXPECT_EQ(value(flaws, Rater::scores, Measure::precision), std::nullopt);
  EXPECT_THAT(of(agreement, Aspect::scores), IsEmpty());
}

TEST(Agreement, ComparesBandsWithTheirConfusion) {
  const Agreement agreement = measure_agreement(four_answers(), kNoIntervals);
  // Marks 2 1 0 1, scores 2 1 1 0: Σ(x-y)² = 2; all pairs 4·6 + 4·6 - 2·4·4 = 16; 1 - 4·2/16
  const Comparisons& bands = of(agreement, Aspect::bands);
  EXPECT_EQ(value(bands, Rater::scores, Measure::agreement), 2.0 / 4);
  EXPECT_EQ(value(bands, Rater::scores, Measure::qwk), 1.0 / 2);
  EXPECT_EQ(value(bands, Rater::scores, Measure::smd), 0);
  using Row = std::array<std::size_t, 3>;
  EXPECT_THAT(agreement.confusion, ElementsAre(Row{0, 1, 0}, Row{1, 1, 0}, Row{0, 0, 1}));
}

TEST(Agreement, SetsBaselinesBesideTheScores) {
  const Agreement agreement = measure_agreement(four_answers(), kNoIntervals);
  // Median of 0 1 1 2 is 1: right twice, and a constant has QWK 0.
  const Comparisons& bands = of(agreement, Aspect::bands);
  EXPECT_EQ(value(bands, Rater::median, Measure::agreement), 2.0 / 4);
  EXPECT_EQ(value(bands, Rater::median, Measure::qwk), 0);
  // By length a4 a2 a1 a3 get 0 1 1 2: only a2 is right.
  EXPECT_EQ(value(bands, Rater::length, Measure::agreement), 1.0 / 4);
  // Of criterion a (marks 1 1 0 0, lower median 0) and b (1 0 0 1, also 0): 4 of 8.
  EXPECT_EQ(value(of(agreement, Aspect::criteria), Rater::median, Measure::agreement), 4.0 / 8);
}

TEST(Agreement, MeasuresEachCriterionAndFlaw) {
  const Agreement agreement = measure_agreement(four_answers(), kNoIntervals);
  ASSERT_EQ(agreement.criteria.size(), 3u);
  EXPECT_EQ(agreement.criteria[0].id, "a");
  EXPECT_EQ(agreement.criteria[0].says, "Says a");
  EXPECT_EQ(agreement.criteria[0].counts, (Counts{.both = 2, .scored = 1, .neither = 1}));
  EXPECT_EQ(agreement.criteria[1].counts, (Counts{.both = 1, .marked = 1, .neither = 2}));
  EXPECT_EQ(agreement.criteria[2].counts, (Counts{.marked = 1, .neither = 1}));
  EXPECT_TRUE(agreement.criteria[2].flaw);
  // p_o = 3/4, p_e = (3·2 + 1·2) / 16
  EXPECT_EQ(value(agreement.criteria[0].comparisons, Rater::scores, Measure::kappa), 1.0 / 2);
}

TEST(Agreement, CreditsRulesWithWhatTheyDecided) {
  const Agreement agreement = measure_agreement(four_answers(), kNoIntervals);
  ASSERT_EQ(agreement.rules.size(), 6u);
  const auto row = [&](std::size_t i) {
    const RuleAgreement& rule = agreement.rules[i];
    return rule.rule + " " + std::to_string(rule.decisive) + " " + std::to_string(rule.right) +
           " " + std::to_string(rule.wrong) + " " + std::to_string(rule.near) + " " +
           std::to_string(rule.missed);
  };
  EXPECT_EQ(row(0), "a.any[0] 3 2 1 0 0");
  EXPECT_EQ(row(1), "a.any[1] 0 0 0 0 0");
  EXPECT_EQ(row(2), "b.any[0] 1 1 0 0 0");
  EXPECT_EQ(row(3), "b.any[1] 0 0 0 1 1");
  EXPECT_EQ(row(4), "f.any[0] 0 0 0 0 0");
}

TEST(Agreement, CreditsARuleWithWhatStandsInsideIt) {
  const auto rubric = rubric_of("grain", {"a"});
  GradedAnswer answer = graded(rubric, "a1", "one two", {.met = {"a"}}, R"("met": [])");
  std::get<ScoreSheet>(answer.outcome).criteria[0].evidence = {{{0, 3}, "a.any[1].near[0]", true},
                                                               {{4, 7}, "a.any[1].near[1]", true},
                                                               {{4, 7}, "elsewhere"}};
  const Agreement agreement = measure_agreement({answer}, kNoIntervals);
  ASSERT_EQ(agreement.rules.size(), 3u);
  EXPECT_EQ(agreement.rules[0].decisive, 0u);
  EXPECT_EQ(agreement.rules[1].decisive, 1u);
  EXPECT_EQ(agreement.rules[2].rule, "elsewhere");
  EXPECT_EQ(agreement.rules[2].decisive, 1u);
  EXPECT_EQ(agreement.disagreements[0].differences[0].rule, "a.any[1]");
}

TEST(Agreement, ListsDisagreementsWorstFirst) {
  const Agreement agreement = measure_agreement(four_answers(), kNoIntervals);
  EXPECT_EQ(agreement.disagreeing, 2u);
  ASSERT_EQ(agreement.disagreements.size(), 2u);
  // One band apart, and 2 of 3 criteria and flaws.
  const Disagreement& worst = agreement.disagreements[0];
  EXPECT_EQ(worst.id, "a3");
  EXPECT_DOUBLE_EQ(worst.badness, 1.0 / 2 + 2.0 / 3);
  EXPECT_EQ(worst.band, Band::yellow);
  EXPECT_THAT(worst.marked_bands, ElementsAre(Band::red));
  ASSERT_EQ(worst.differences.size(), 2u);
  EXPECT_EQ(worst.differences[0].id, "a");
  EXPECT_TRUE(worst.differences[0].scored);
  EXPECT_EQ(worst.differences[0].rule, "a.any[0]");
  EXPECT_THAT(worst.differences[0].spans, ElementsAre(Span{0, 5}));
  EXPECT_EQ(worst.differences[1].id, "f");
  EXPECT_TRUE(worst.differences[1].flaw);
  EXPECT_FALSE(worst.differences[1].scored);
  // One band apart, and 1 of 2 criteria.
  const Disagreement& next = agreement.disagreements[1];
  EXPECT_EQ(next.id, "a4");
  EXPECT_DOUBLE_EQ(next.badness, 1.0 / 2 + 1.0 / 2);
  ASSERT_EQ(next.differences.size(), 1u);
  EXPECT_EQ(next.differences[0].rule, "b.any[1]");
  EXPECT_EQ(next.differences[0].why, "negated");
  EXPECT_THAT(next.differences[0].spans, ElementsAre(Span{0, 2}));

  const Agreement none =
      measure_agreement(four_answers(), {.bootstrap = {.replicates = 0}, .disagreements = 0});
  EXPECT_THAT(none.disagreements, IsEmpty());
  EXPECT_EQ(none.disagreeing, 2u);
}

TEST(Agreement, ComparesScoresAsSharesOfTheirPoints) {
  const auto rubric = rubric_of("line", {"a", "b"});
  const Agreement agreement = measure_agreement(
      {
          graded(rubric, "s1", "x", {.met = {"a", "b"}, .score = 1},
                 R"("score": 2.5, "max_score": 2.5)"),
          graded(rubric, "s2", "xx", {.met = {"a"}, .score = 0.5},
                 R"("score": 2.5, "max_score": 2.5)"),
          graded(rubric, "s3", "xxx", {.near = {"a"}, .score = 0},
                 R"("score": 1.25, "max_score": 2.5)"),
          graded(rubric, "s4", "y", {.met = {"a"}, .score = 0.5},
                 R"("score": 0, "max_score": 2.5)"),
      },
      kNoIntervals);
  // Differences 0 1/2 1/2 1/2.
  const Comparisons& scores = of(agreement, Aspect::scores);
  EXPECT_EQ(value(scores, Rater::scores, Measure::agreement), 1.0 / 4);
  EXPECT_DOUBLE_EQ(*value(scores, Rater::scores, Measure::rmse), std::sqrt(3.0 / 16));
  // Mean 5/8: differences 3/8 3/8 1/8 5/8. Lower median 1/2: 1/2 1/2 0 1/2.
  EXPECT_DOUBLE_EQ(*value(scores, Rater::mean, Measure::rmse), std::sqrt(44.0 / 64 / 4));
  EXPECT_DOUBLE_EQ(*value(scores, Rater::median, Measure::rmse), std::sqrt(3.0 / 16));
  EXPECT_THAT(of(agreement, Aspect::criteria), IsEmpty());
  EXPECT_THAT(agreement.criteria, IsEmpty());
  // Nobody marked criteria: what moved the score stands in their place.
  ASSERT_EQ(agreement.disagreements.size(), 3u);
  EXPECT_EQ(agreement.disagreements[0].id, "s2");  // as far as the others, and first
  EXPECT_THAT(agreement.disagreements[0].marked_scores, ElementsAre(1.0));
  ASSERT_EQ(agreement.disagreements[0].differences.size(), 1u);
  EXPECT_EQ(agreement.disagreements[0].differences[0].id, "b");
  EXPECT_EQ(agreement.disagreements[0].differences[0].markers, 0u);
  EXPECT_EQ(agreement.disagreements[1].differences.size(), 2u);
  EXPECT_TRUE(agreement.disagreements[2].differences[0].scored);
}

TEST(Agreement, PairsEachMarkerWithTheScoreAndWithEachOther) {
  const auto rubric = rubric_of("grain", {"a"});
  const Agreement agreement = measure_agreement(
      {
          // Two records of one answer, two marks in one record, and one marker alone.
          graded(rubric, "a1", "one", {.met = {"a"}}, R"("marker": "kim", "met": ["a"])"),
          graded(rubric, "a1", "one", {.met = {"a"}}, R"("marker": "lee", "met": [])"),
          graded(rubric, "a2", "two", {},
                 R"("marks": [{"marker": "lee", "met": []}, {"marker": "kim", "met": []}])"),
          graded(rubric, "a3", "three", {}, R"("marker": "kim", "met": ["a"])"),
      },
      kNoIntervals);
  EXPECT_EQ(agreement.all.answers, 3u);
  EXPECT_EQ(agreement.markers, 2u);
  const Comparisons& criteria = of(agreement, Aspect::criteria);
  EXPECT_EQ(find(criteria, Rater::scores)->pairs, 5u);
  EXPECT_EQ(value(criteria, Rater::scores, Measure::agreement), 3.0 / 5);
  EXPECT_EQ(find(criteria, Rater::markers)->pairs, 2u);
  EXPECT_EQ(value(criteria, Rater::markers, Measure::agreement), 1.0 / 2);
  // a3 differs from its one marker, a1 from one of two.
  ASSERT_EQ(agreement.disagreements.size(), 2u);
  EXPECT_EQ(agreement.disagreements[0].id, "a3");
  EXPECT_EQ(agreement.disagreements[1].differences[0].against, 1u);
  EXPECT_EQ(agreement.disagreements[1].differences[0].markers, 2u);
}

TEST(Agreement, MeasuresWithAndWithoutBlankAnswers) {
  std::vector<GradedAnswer> answers = four_answers();
  const auto rubric = rubric_of("grain", {"a", "b"}, {"f"});
  answers.push_back(graded(rubric, "b1", "", {}, R"("met": [], "band": "red")"));
  answers.push_back(graded(rubric, "b2", " -\n\t... ", {}, R"("met": [], "band": "red")"));
  const Agreement agreement = measure_agreement(answers, kNoIntervals);
  EXPECT_EQ(agreement.blank, 2u);
  EXPECT_EQ(agreement.all.answers, 6u);
  EXPECT_EQ(value(of(agreement, Aspect::criteria), Rater::scores, Measure::agreement), 10.0 / 12);
  ASSERT_TRUE(agreement.without_blank.has_value());
  EXPECT_EQ(agreement.without_blank->answers, 4u);
  EXPECT_EQ(value(agreement.without_blank->aspects[0], Rater::scores, Measure::agreement), 6.0 / 8);
  EXPECT_EQ(measure_agreement(four_answers(), kNoIntervals).without_blank, std::nullopt);
}

TEST(Agreement, TellsWhatItLeftOut) {
  std::vector<GradedAnswer> answers = four_answers();
  const auto rubric = rubric_of("grain", {"a", "b"}, {"f"});
  answers.push_back(failed("unheard-of", "u1", "unknown-question", "no rubric"));
  answers.push_back(failed("unheard-of", "u2", "unknown-question", "no rubric"));
  answers.push_back(failed("grain", "p1", "plugin-failed", "the plugin gave up"));
  answers.push_back(graded(rubric, "n1", "no marks", {}, R"("feedback": "fine")"));
  answers.push_back(graded(rubric, "a1", "another text", {}, R"("marker": "kim", "met": [])"));
  answers.push_back(graded(rubric, "a2", "two.", {}, R"("met": [])"));
  answers.push_back(graded(rubric, "w1", "w", {}, R"("band": "amber")"));
  answers.push_back(graded(rubric, "w2", "w", {}, R"("met": ["aa"], "flaws": ["a"])"));
  answers.push_back(graded(rubric, "w3", "w", {}, R"("met": ["aa"])"));
  const Agreement agreement = measure_agreement(answers, kNoIntervals);
  EXPECT_EQ(agreement.all.answers, 6u);
  EXPECT_EQ(agreement.unmarked, 2u);  // n1, and w1 whose mark cannot be read
  ASSERT_EQ(agreement.skipped.size(), 1u);
  EXPECT_EQ(agreement.skipped[0].question, "unheard-of");
  EXPECT_EQ(agreement.skipped[0].answers, 2u);
  EXPECT_THAT(
      agreement.problems,
      ElementsAre("grain/p1: the plugin gave up", "grain/a1: another text has this id; left out",
                  HasSubstr("grain/a2: marked twice"), HasSubstr("grain/w1: \"band\" must be"),
                  AllOf(HasSubstr("the criterion \"aa\""), HasSubstr("(2 times)")),
                  HasSubstr("the flaw \"a\", which the rubric does not have")));
}

TEST(Agreement, OfNothingIsNothing) {
  const Agreement agreement = measure_agreement({}, {});
  EXPECT_EQ(agreement.all.answers, 0u);
  for (const Comparisons& aspect : agreement.all.aspects) EXPECT_THAT(aspect, IsEmpty());
}

TEST(Agreement, OfOneAnswerIsDefinedWhereItCanBe) {
  const auto rubric = rubric_of("grain", {"a"});
  const Agreement agreement = measure_agreement(
      {graded(rubric, "a1", "one", {.met = {"a"}}, R"("met": ["a"], "band": "red")")}, {});
  const Comparisons& criteria = of(agreement, Aspect::criteria);
  EXPECT_EQ(value(criteria, Rater::scores, Measure::agreement), 1);
  EXPECT_EQ(value(criteria, Rater::scores, Measure::kappa), std::nullopt);
  EXPECT_EQ(find(criteria, Rater::scores, Measure::agreement)->interval, std::nullopt);
  EXPECT_EQ(value(of(agreement, Aspect::bands), Rater::scores, Measure::qwk), std::nullopt);
}

TEST(Agreement, ResamplesAnswersWhole) {
  // Each answer has two criteria that agree together or differ together: the share of pairs that
  // agree varies as that of 2 answers in 4 does, not as that of 4 pairs in 8.
  const auto rubric = rubric_of("grain", {"a", "b"});
  std::vector<GradedAnswer> answers;
  for (const char* id : {"1", "2", "3", "4"}) {
    const bool differs = id[0] > '2';
    answers.push_back(graded(rubric, id, "text", {.met = {"a", "b"}},
                             differs ? R"("met": [])" : R"("met": ["a", "b"])"));
  }
  const Agreement agreement = measure_agreement(answers, {});
  const Estimate* estimate =
      find(of(agreement, Aspect::criteria), Rater::scores, Measure::agreement);
  // All four of a sample agree with a chance of 1/16, more than the tail of 2.5 %.
  EXPECT_EQ(estimate->interval, (Interval{0, 1}));
}

}  // namespace
}  // namespace assay
