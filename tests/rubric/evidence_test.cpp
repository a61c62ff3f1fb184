// The words that earned points, and how near the others came.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rubric/scored.h"

namespace assay {
namespace {

using ::testing::ElementsAre;

struct BestCase {
  const char* criterion;
  const char* answer;
  std::vector<std::string> best;
};

TEST(Evidence, IsBestWhereTheMatchSaysMostInFewestWords) {
  const BestCase cases[] = {
      // the longer of two terms, wherever it stands
      {R"(any = ["must not", "overwrites its partition"])",
       "It must not grow: a run overwrites its partition.",
       {"overwrites its partition"}},
      // of the same weight those of the rule that stands first
      {R"(any = ["apple", "grape"])", "A grape rots. An apple rots.", {"apple"}},
      // those that stand together
      {R"(any = [{ near = ["apple", "banana"], within = "3 sentences" }])",
       "An apple. Then we rest, for long. A banana. An apple beside a banana.",
       {"apple", "banana"}},
      // of each part of what is asked for
      {R"(all = ["apple", "banana"])",
       "An apple falls. A banana falls. An apple rots.",
       {"apple", "banana"}},
  };
  for (const BestCase& c : cases) {
    const Scored scored = scoring(with_criterion(c.criterion), c.answer);
    std::vector<std::string> best;
    std::uint32_t last = 0;
    for (const Evidence& e : scored.sheet.criteria.at(0).evidence) {
      if (!e.best) continue;
      best.emplace_back(scored.document.original(e.span));
      EXPECT_GE(e.span.begin, last);
      last = e.span.begin;
    }
    EXPECT_EQ(best, c.best) << c.answer;
  }
}

TEST(Evidence, OfACriterionThatFollowsFromAnotherIsThatOfTheOther) {
  const std::string toml = with_criterion(R"(any = ["banana", { met = "d" }])") + "\n" +
                           "[[criterion]]\nid = \"d\"\nsays = \"S\"\nany = [\"apple\"]\n";
  EXPECT_THAT(scoring(toml, "An apple falls.").evidence(), ElementsAre("apple|d.any[0]"));
}

TEST(NearMiss, NeedsAWordThatSaysSomething) {
  const std::string toml = with_criterion(R"(any = [{ near = ["must|apple", "banana"] }])");
  EXPECT_FALSE(scoring(toml, "It must be red.").sheet.criteria[0].near_miss);
  EXPECT_TRUE(scoring(toml, "It is an apple.").sheet.criteria[0].near_miss);
}

TEST(NearMiss, ShowsEachWordThatItNames) {
  const std::string toml = with_criterion(R"(any = [{ near = ["apple", "banana", "fig"] }])");
  const Scored scored = scoring(toml, "An apple falls on a banana.");
  const auto& miss = scored.sheet.criteria[0].near_miss;
  ASSERT_TRUE(miss);
  std::vector<std::string> words;
  for (const Span span : miss->words) words.emplace_back(scored.document.original(span));
  EXPECT_THAT(words, ElementsAre("apple", "banana"));
}

TEST(Evidence, IsTheWordsInTheOrderOfTheAnswer) {
  EXPECT_THAT(scoring(with_criterion(R"(all = ["banana", { id = "red", terms = "apple" }])"),
                      "An apple falls. A banana rises. The apple rises.")
                  .evidence(),
              ElementsAre("apple|red", "banana|c.all[0]", "apple|red"));
}

TEST(Evidence, OfNestedRulesNamesThePartThatHeld) {
  EXPECT_THAT(
      scoring(with_criterion(R"(any = [{ near = ["apple", ["rise", { terms = "fall" }]] }])"),
              "An apple falls.")
          .evidence(),
      ElementsAre("apple|c.any[0].near[0]", "falls|c.any[0].near[1][1]"));
}

TEST(Evidence, IsThatOfTheRulesThatEarnedThePoints) {
  const std::string toml = with_criterion(
      "points = 2\nany = [\"apple\", { terms = \"banana\", points = 1 }, \"cherry\"]");
  EXPECT_THAT(scoring(toml, "A banana and an apple and a cherry.").evidence(),
              ElementsAre("apple|c.any[0]", "cherry|c.any[2]"));
  EXPECT_THAT(scoring(toml, "A banana falls.").evidence(), ElementsAre("banana|c.any[1]"));
  EXPECT_THAT(scoring(with_criterion("all = [\"apple\"]\nnone = [\"banana\"]"),
                      "An apple falls on a banana.")
                  .evidence(),
              ElementsAre());
}

TEST(Evidence, PointsIntoTheBytesAsReceived) {
  EXPECT_THAT(scoring(with_criterion(R"(any = ["café table"])"),
                      "\xEF\xBB\xBF\xF0\x9F\x8D\x8E Über uns: the **Cafe\u0301** table is round.")
                  .evidence(),
              ElementsAre("Cafe\u0301** table|c.any[0]"));
}

TEST(Evidence, IsNamedOnceHoweverOftenItServes) {
  const auto evidence = scoring(with_criterion(R"(all = [{ id = "x", near = ["apple", "fall"] }])"),
                                "An apple falls, falls, falls.")
                            .evidence();
  for (std::size_t i = 1; i < evidence.size(); ++i) EXPECT_NE(evidence[i - 1], evidence[i]);
  EXPECT_GE(evidence.size(), 2u);
}

struct NearMissCase {
  const char* criterion;
  const char* answer;
  const char* words;  // of its span
  const char* rule;
  const char* why;  // a part of it
};

const NearMissCase kNearMisses[] = {
    // the closest alternative
    {R"(any = ["cherry", "apple", "banana"])", "We never eat an apple.", "apple", "c.any[1]",
     "negated"},
    // ties go to the first
    {R"(any = ["apple", "banana"])", "We never eat an apple or a banana.", "apple", "c.any[0]",
     "negated"},
    // held back by `none`
    {"any = [\"apple\"]\nnone = [\"cherry\", \"ripe banana\"]", "An apple falls on a ripe banana.",
     "ripe banana", "c.none[1]", "but for \"ripe banana\""},
    {"any = [\"apple\"]\nnone = [{ not = \"cherry\" }]", "An apple falls.", "", "c.none[0]",
     "but for what the answer does not say"},
    {"points = 2\nany = [{ terms = \"apple\", points = 1 }, \"banana\"]\nnone = [\"fall\"]",
     "An apple falls.", "falls", "c.none[0]", "but for \"falls\""},
    // of `all`, what is missing
    {R"(all = ["apple", "banana"])", "An apple falls, never a banana.", "banana", "c.all[1]",
     "negated"},
    // nothing of the missing part: what there is, and no key given away
    {R"(all = ["apple", "banana"])", "An apple falls.", "apple", "c.all[1]",
     "\"apple\" is a part of it, another is missing"},
    // partial points
    {"points = 2\neach = [{ terms = \"apple\", points = 1 }, { terms = \"banana\", points = 1 }]",
     "An apple falls, never a banana.", "banana", "c.each[1]", "negated"},
    {"points = 2\nany = [{ terms = \"apple\", points = 1 }, \"banana\"]",
     "An apple falls, never a banana.", "banana", "c.any[1]", "negated"},
};

TEST(NearMiss, IsTheClosestWithItsReason) {
  for (const NearMissCase& c : kNearMisses) {
    const Scored scored = scoring(with_criterion(c.criterion), c.answer);
    const auto& near = scored.sheet.criteria[0].near_miss;
    ASSERT_TRUE(near) << c.criterion << "\n" << c.answer;
    EXPECT_EQ(scored.document.original(near->span), c.words) << c.criterion << "\n" << c.answer;
    EXPECT_EQ(near->rule, c.rule) << c.criterion << "\n" << c.answer;
    EXPECT_THAT(near->why, ::testing::HasSubstr(c.why)) << c.criterion << "\n" << c.answer;
    EXPECT_GT(near->closeness, 0) << c.criterion;
    EXPECT_LT(near->closeness, 1) << c.criterion;
  }
}

TEST(NearMiss, IsNoneWhereNothingIsThere) {
  for (const char* criterion :
       {R"(any = ["apple", "banana"])", R"(all = ["apple", "banana"])",
        "each = [{ terms = \"apple\", points = 1 }]", "any = [\"apple\"]\nnone = [\"cherry\"]"}) {
    EXPECT_FALSE(scoring(with_criterion(criterion), "A cherry falls.").sheet.criteria[0].near_miss)
        << criterion;
    EXPECT_FALSE(scoring(with_criterion(criterion), "").sheet.criteria[0].near_miss) << criterion;
  }
}

}  // namespace
}  // namespace assay
