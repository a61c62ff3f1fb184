// What tells answers apart, and which of it the rules read.
#include "grading/mining.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "grading/grader.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kRubric = R"(
id = "tea"
title = "Tea"
prompt = "How?"

[[criterion]]
id = "hot"
says = "Makes the water hot"
any = ["boil"]

[[flaw]]
id = "cold"
says = "Drinks it cold"
any = ["ice"]
)";

// Answers and what is marked for each; graded with the rubric above.
std::vector<GradedAnswer> graded(
    const std::vector<std::pair<std::string, std::string>>& texts_and_marks) {
  TempFolder folder;
  folder.write("tea.toml", kRubric);
  PluginHost plugins({});
  RubricLibrary library({folder.path()}, plugins);
  Grader grader(library, {.threads = 1});
  std::vector<InputRecord> records;
  for (const auto& [text, marks] : texts_and_marks) {
    records.push_back({{"t" + std::to_string(records.size()), "tea", text, marks}, "", {}});
  }
  return grader.grade(std::move(records));
}

constexpr const char* kMet = R"("met": ["hot"], "flaws": [])";
constexpr const char* kNot = R"("met": [], "flaws": [])";

TEST(Mining, ProposesWhatNoRuleReads) {
  const Mining mined = mine(graded({{"It simmers, the water.", kMet},
                                    {"Simmering water is right.", kMet},
                                    {"They let water simmer.", kMet},
                                    {"Water from the tap.", kNot},
                                    {"Cold water.", kNot},
                                    {"Just water.", kNot}}),
                            {});
  ASSERT_EQ(mined.criteria.size(), 2u);
  const MinedCriterion& hot = mined.criteria[0];
  EXPECT_EQ(hot.met, 3u);
  EXPECT_EQ(hot.unmet, 3u);
  ASSERT_EQ(hot.missing.size(), 1u);
  const MiningCandidate& simmer = hot.missing[0];
  EXPECT_THAT(simmer.words, ElementsAre("simmer"));
  EXPECT_EQ(simmer.with, 3u);
  EXPECT_EQ(simmer.missed, 3u);
  EXPECT_EQ(simmer.without, 0u);
  // 2 (3 ln 2 + 3 ln 2)
  EXPECT_NEAR(simmer.weight, 8.3178, 1e-4);
  ASSERT_EQ(simmer.quotations.size(), 2u);
  EXPECT_EQ(simmer.quotations[0].id, "t0");
  EXPECT_EQ(simmer.quotations[0].spans, (std::vector<Span>{{3, 10}}));
  EXPECT_THAT(hot.misleading, IsEmpty());
}

TEST(Mining, ProposesWhatRulesReadAndMisleads) {
  const Mining mined = mine(graded({{"Hot enough.", kMet},
                                    {"It is quite hot.", kMet},
                                    {"Boil the leaves.", kNot},
                                    {"They boil fish.", kNot},
                                    {"Fish is boiled in it.", kNot}}),
                            {});
  const MinedCriterion& hot = mined.criteria[0];
  ASSERT_EQ(hot.misleading.size(), 1u);
  EXPECT_THAT(hot.misleading[0].words, ElementsAre("boil"));
  EXPECT_EQ(hot.misleading[0].with, 3u);
  EXPECT_EQ(hot.misleading[0].missed, 3u);
}

TEST(Mining, PairsWordsWhereTheTwoTellMore) {
  const Mining mined = mine(graded({{"The kettle sings.", kMet},
                                    {"A singing kettle.", kMet},
                                    {"Let the kettle sing.", kMet},
                                    {"The kettle stands.", kNot},
                                    {"We sing.", kNot},
                                    {"A kettle. Birds sing.", kNot}}),
                            {});
  ASSERT_EQ(mined.criteria[0].missing.size(), 1u);
  EXPECT_THAT(mined.criteria[0].missing[0].words,
              ::testing::UnorderedElementsAre("kettle", "sing"));
}

TEST(Mining, LeavesAnswersOutOnWhichMarkersAreDivided) {
  const char* divided = R"("marks": [{"marker": "a", "met": ["hot"]}, {"marker": "b", "met": []}])";
  const Mining mined = mine(graded({{"Simmer.", divided}, {"Water.", kNot}}), {});
  EXPECT_EQ(mined.criteria[0].met, 0u);
  EXPECT_EQ(mined.criteria[0].unmet, 1u);
}

TEST(Mining, TakesTheAnswerAsAWholeWhereOnlyAScoreWasGiven) {
  const char* good = R"("score": 2, "max_score": 2)";
  const char* bad = R"("score": 0, "max_score": 2)";
  const Mining mined = mine(graded({{"Simmer it.", good},
                                    {"It simmers.", good},
                                    {"Simmering.", good},
                                    {"Milk.", bad},
                                    {"Sugar.", bad},
                                    {"Lemon.", bad}}),
                            {});
  ASSERT_EQ(mined.criteria.size(), 1u);
  EXPECT_EQ(mined.criteria[0].id, "");
  ASSERT_EQ(mined.criteria[0].missing.size(), 1u);
  EXPECT_THAT(mined.criteria[0].missing[0].words, ElementsAre("simmer"));
}

TEST(Mining, OfNothingIsNothing) {
  EXPECT_THAT(mine({}, {}).criteria, IsEmpty());
  EXPECT_THAT(mine(graded({{"Simmer.", ""}}), {}).criteria, IsEmpty());
}

}  // namespace
}  // namespace assay
