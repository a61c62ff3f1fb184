#include "rubric/score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "rubric/scored.h"

namespace assay {
namespace {

using ::testing::ElementsAre;

struct PointsCase {
  const char* criterion;
  const char* answer;
  double points;
  bool met;
};

const PointsCase kPoints[] = {
    // any: one is enough, more earn no more
    {R"(any = ["apple", "banana"])", "An apple falls.", 1, true},
    {R"(any = ["apple", "banana"])", "An apple falls on a banana.", 1, true},
    {R"(any = ["apple", "banana"])", "A cherry falls.", 0, false},
    // any with points: the best of those that hold
    {"points = 2\nany = [\"apple\", { terms = \"banana\", points = 0.5 }, { terms = \"cherry\", "
     "points = 1 }]",
     "A banana falls.", 0.5, false},
    {"points = 2\nany = [\"apple\", { terms = \"banana\", points = 0.5 }, { terms = \"cherry\", "
     "points = 1 }]",
     "A banana falls on a cherry.", 1, false},
    {"points = 2\nany = [\"apple\", { terms = \"banana\", points = 0.5 }]",
     "A banana falls on an apple.", 2, true},
    // all: every one
    {R"(all = ["apple", "banana"])", "An apple falls. A banana rises.", 1, true},
    {R"(all = ["apple", "banana"])", "An apple falls.", 0, false},
    // each: the sum, capped
    {"points = 2\neach = [{ terms = \"apple\", points = 1 }, { terms = \"banana\", points = 0.5 }, "
     "{ terms = \"cherry\", points = 1 }]",
     "A banana falls.", 0.5, false},
    {"points = 2\neach = [{ terms = \"apple\", points = 1 }, { terms = \"banana\", points = 0.5 }, "
     "{ terms = \"cherry\", points = 1 }]",
     "A banana falls on an apple.", 1.5, false},
    {"points = 2\neach = [{ terms = \"apple\", points = 1 }, { terms = \"banana\", points = 0.5 }, "
     "{ terms = \"cherry\", points = 1 }]",
     "A banana falls on an apple and a cherry.", 2, true},
    {R"(each = [{ terms = "apple", points = 1 }])", "Nothing falls.", 0, false},
    // none: blocks all of it
    {"any = [\"apple\"]\nnone = [\"banana\"]", "An apple falls.", 1, true},
    {"any = [\"apple\"]\nnone = [\"banana\"]", "An apple falls. A banana rises.", 0, false},
    {"each = [{ terms = \"apple\", points = 1 }]\nnone = [\"banana\"]",
     "An apple falls. A banana rises.", 0, false},
    // together
    {"all = [\"apple\"]\nany = [\"banana\", \"cherry\"]", "An apple falls on a cherry.", 1, true},
    {"all = [\"apple\"]\nany = [\"banana\", \"cherry\"]", "A cherry falls on a banana.", 0, false},
    {"all = [\"apple\"]\nany = [\"banana\", \"cherry\"]", "An apple falls.", 0, false},
    {"points = 3\nany = [{ terms = \"apple\", points = 1 }]\neach = [{ terms = \"banana\", points "
     "= 1 }, { terms = \"cherry\", points = 1 }]",
     "An apple falls on a cherry.", 2, false},
    {"points = 3\nany = [{ terms = \"apple\", points = 1 }]\neach = [{ terms = \"banana\", points "
     "= 1 }, { terms = \"cherry\", points = 1 }]",
     "A banana falls on a cherry.", 0, false},
    {"points = 2\nall = [\"apple\"]\neach = [{ terms = \"banana\", points = 2 }]",
     "An apple falls.", 0, false},
    // by absence
    {R"(all = [{ not = "apple" }])", "A cherry falls.", 1, true},
    {R"(all = [{ not = "apple" }])", "", 1, true},
    {R"(any = ["apple"])", "", 0, false},
};

TEST(Score, AwardsWhatTheRequirementHolds) {
  for (const PointsCase& c : kPoints) {
    const Scored scored = scoring(with_criterion(c.criterion), c.answer);
    EXPECT_EQ(scored.sheet.criteria[0].points, c.points) << c.criterion << "\n" << c.answer;
    EXPECT_EQ(scored.sheet.criteria[0].met, c.met) << c.criterion << "\n" << c.answer;
    EXPECT_EQ(scored.sheet.criteria[0].near_miss && c.met, false);
    EXPECT_EQ(scored.sheet.points, c.points);
  }
}

// Criteria worth `points` each, of which the answer meets the first `met`.
ScoreSheet sheet_of(std::size_t criteria, std::size_t met, const std::string& points,
                    const std::string& extra = {}, const std::string& more = {}) {
  std::string toml = with_head(extra);
  for (std::size_t i = 0; i < criteria; ++i) {
    toml += "[[criterion]]\nid = \"c" + std::to_string(i) + "\"\nsays = \"S\"\npoints = " + points +
            "\nany = [\"" + (i < met ? "apple" : "cherry") + "\"]\n";
  }
  return scoring(toml + more, "An apple falls.").sheet;
}

struct BandCase {
  std::size_t criteria;
  std::size_t met;
  const char* points;
  const char* bands;
  Band band;
};

const BandCase kBands[] = {
    {5, 4, "1", "", Band::green},
    {5, 3, "1", "", Band::yellow},
    {5, 2, "1", "", Band::yellow},
    {5, 1, "1", "", Band::red},
    {5, 0, "1", "", Band::red},
    // sums that floating point gets wrong
    {10, 8, "0.1", "", Band::green},
    {10, 4, "0.1", "", Band::yellow},
    {30, 24, "0.1", "", Band::green},
    {3, 1, "0.1", "[bands]\ngreen = 0.3333\nyellow = 0\n", Band::green},
    {3, 1, "0.1", "[bands]\ngreen = 0.3334\nyellow = 0\n", Band::yellow},
    {10, 7, "0.1", "[bands]\ngreen = 0.7\n", Band::green},
    {10, 7, "0.7", "[bands]\ngreen = 0.7001\n", Band::yellow},
    // the ends
    {2, 0, "1", "[bands]\nyellow = 0\n", Band::yellow},
    {2, 0, "1", "[bands]\nyellow = 0\ngreen = 0\n", Band::green},
    {2, 1, "1", "[bands]\ngreen = 1\n", Band::yellow},
    {2, 2, "1", "[bands]\ngreen = 1\n", Band::green},
    {500, 400, "10000", "", Band::green},
    {500, 399, "10000", "", Band::yellow},
};

TEST(Score, FallsIntoABandExactly) {
  for (const BandCase& c : kBands) {
    const ScoreSheet sheet = sheet_of(c.criteria, c.met, c.points, c.bands);
    EXPECT_EQ(sheet.band, c.band) << c.met << " of " << c.criteria << " times " << c.points << "\n"
                                  << c.bands;
  }
}

TEST(Score, AddsDecimalsAsTheyAreWritten) {
  const ScoreSheet sheet = sheet_of(10, 3, "0.1");
  EXPECT_EQ(sheet.points, 0.3);
  EXPECT_EQ(sheet.max_points, 1.0);
  EXPECT_EQ(sheet.score, 0.3);
}

struct FlawCase {
  const char* keys;
  double points;  // of 5, all earned
  Band band;
};

const FlawCase kFlaws[] = {
    {R"(any = ["apple"])", 5, Band::yellow},
    {"any = [\"apple\"]\ncap = \"none\"", 5, Band::green},
    {"any = [\"apple\"]\ncap = \"red\"", 5, Band::red},
    {"any = [\"apple\"]\ncap = \"none\"\ncost = 1", 4, Band::green},
    {"any = [\"apple\"]\ncap = \"none\"\ncost = 1.0001", 3.9999, Band::yellow},
    {"any = [\"apple\"]\ncost = 4", 1, Band::red},
    {"any = [\"apple\"]\ncost = 7", 0, Band::red},
    {"any = [\"cherry\"]\ncap = \"red\"\ncost = 1", 5, Band::green},
    {"all = [\"apple\", \"cherry\"]\ncost = 1", 5, Band::green},
    {"any = [\"apple\"]\nnone = [\"fall\"]\ncost = 1", 5, Band::green},
    {"any = [{ met = \"c0\" }]\ncost = 1", 4, Band::yellow},
};

TEST(Score, TakesOffWhatFlawsCost) {
  for (const FlawCase& c : kFlaws) {
    const ScoreSheet sheet =
        sheet_of(5, 5, "1", "", "[[flaw]]\nid = \"f\"\nsays = \"S\"\n" + std::string(c.keys));
    EXPECT_EQ(sheet.points, c.points) << c.keys;
    EXPECT_EQ(sheet.band, c.band) << c.keys;
    EXPECT_EQ(sheet.max_points, 5) << c.keys;
  }
}

TEST(Score, GivesAFlawItsEvidence) {
  const ScoreSheet sheet =
      sheet_of(1, 1, "1", "", "[[flaw]]\nid = \"f\"\nsays = \"S\"\nany = [\"apple\", \"fall\"]\n");
  ASSERT_TRUE(sheet.flaws[0].committed);
  EXPECT_THAT(sheet.flaws[0].evidence,
              ElementsAre(Evidence{{3, 8}, "f.any[0]", true}, Evidence{{9, 14}, "f.any[1]"}));
}

TEST(Met, IsAnswerableInWhateverOrderCriteriaStand) {
  const std::string toml = with_head(R"(
[[criterion]]
id = "first"
says = "S"
all = [{ met = "second" }]

[[criterion]]
id = "second"
says = "S"
any = [{ met = "third" }, "banana"]

[[criterion]]
id = "third"
says = "S"
points = 2
any = ["apple", { terms = "cherry", points = 1 }]
)");
  const auto met = [&](const char* answer) {
    std::vector<bool> out;
    for (const CriterionScore& c : scoring(toml, answer).sheet.criteria) out.push_back(c.met);
    return out;
  };
  EXPECT_THAT(met("An apple falls."), ElementsAre(true, true, true));
  EXPECT_THAT(met("A banana falls."), ElementsAre(true, true, false));
  // Partly is not met.
  EXPECT_THAT(met("A cherry falls."), ElementsAre(false, false, false));
}

TEST(Met, ChainsMayBeAsLongAsARubric) {
  std::string toml = with_head("");
  for (int i = 0; i < 500; ++i) {
    toml += "[[criterion]]\nid = \"c" + std::to_string(i) + "\"\nsays = \"S\"\nany = [" +
            (i == 499 ? "\"apple\"" : "{ met = \"c" + std::to_string(i + 1) + "\" }") + "]\n";
  }
  EXPECT_EQ(scoring(toml, "An apple falls.").sheet.points, 500);
  EXPECT_EQ(scoring(toml, "A cherry falls.").sheet.points, 0);
}

TEST(Scorer, GivesTheSameSheetWhateverCameBefore) {
  const auto rubric = parsed_rubric(with_criterion(R"(any = [{ near = ["apple", "fall"] }])"));
  Analyzer analyzer;
  const Document apple = analyzer.analyze("An apple falls.");
  const Document other =
      analyzer.analyze("The aple never falls. Nothing else. " + std::string(2000, 'x'));
  Scorer scorer(rubric);
  const ScoreSheet before = scorer.score(apple);
  scorer.score(other);
  const ScoreSheet after = scorer.score(apple);
  EXPECT_EQ(before.criteria[0].evidence, after.criteria[0].evidence);
  EXPECT_EQ(before.points, after.points);
  EXPECT_EQ(before.rubric, rubric);
}

TEST(Scorer, PassesTheFlagsOfTheDocumentOn) {
  const std::string answer = "An apple\xff falls.";
  const Scored scored = scoring(with_criterion(R"(any = ["apple"])"), answer);
  EXPECT_EQ(scored.sheet.flags.size(), 1u);
  EXPECT_THAT(scored.sheet.flags, ::testing::ElementsAreArray(scored.document.flags()));
}

class FaultyRule final : public Rule {
  void find(const Reading& reading, std::vector<Match>&) const override {
    if (!reading.document().tokens().empty()) throw std::runtime_error("a faulty rule");
  }
  NearMiss near_miss(const Reading&) const override { return {}; }
  std::string describe() const override { return "faulty"; }
};

TEST(Scorer, LetsAPluginsExceptionThroughAndGoesOn) {
  LoadEnvironment environment;
  environment.plugin_kinds = [](std::string_view) {
    static const Kind kinds[] = {{"rule", "throws", [](Arguments&) -> std::unique_ptr<Rule> {
                                    return std::make_unique<FaultyRule>();
                                  }}};
    return LoadEnvironment::PluginKinds{kinds, {}};
  };
  const auto rubric = parsed_rubric(
      "plugins = [\"faulty\"]\n" + with_criterion(R"(any = [{ kind = "faulty.rule" }])"),
      environment);
  Analyzer analyzer;
  Scorer scorer(rubric);
  EXPECT_THROW(scorer.score(analyzer.analyze("An apple falls.")), std::runtime_error);
  EXPECT_EQ(scorer.score(analyzer.analyze("")).points, 0);
}

constexpr const char* kAbout = R"(
id = "r"
title = "T"
prompt = "P"
about = { terms = ["apple|pear", "orchard"], least = 2 }

[[criterion]]
id = "c"
says = "S"
any = ["falls"]

[[flaw]]
id = "f"
says = "S"
any = ["rain"]
)";

// Thirty tokens that name no fruit.
const std::string kElsewhere =
    "The rain falls on the roof and on the yard, and nobody who lives in the house would go out "
    "before it stops, since the way to the station is long and muddy.";

TEST(About, TurnsAwayALongAnswerToAnotherQuestion) {
  const ScoreSheet sheet = scoring(kAbout, kElsewhere).sheet;
  EXPECT_FALSE(sheet.criteria[0].met);
  EXPECT_FALSE(sheet.flaws[0].committed);
  EXPECT_EQ(sheet.points, 0);
  EXPECT_EQ(sheet.max_points, 1);
  EXPECT_EQ(sheet.band, Band::red);
  EXPECT_THAT(sheet.flags, ElementsAre("off-topic"));
}

TEST(About, CountsDifferentWords) {
  EXPECT_THAT(scoring(kAbout, "Apples, an apple! " + kElsewhere).sheet.flags,
              ElementsAre("off-topic"));
  const ScoreSheet sheet = scoring(kAbout, "An apple in the orchard. " + kElsewhere).sheet;
  EXPECT_TRUE(sheet.criteria[0].met);
  EXPECT_TRUE(sheet.flaws[0].committed);
  EXPECT_TRUE(sheet.flags.empty());
}

TEST(Prompt, EarnsNothingWhenItIsRepeated) {
  constexpr const char* kAsked = R"(
id = "r"
title = "T"
prompt = "How do you keep an apple from falling off the tree?"

[[criterion]]
id = "c"
says = "S"
any = ["apple ... falling"]
)";
  const ScoreSheet repeated =
      scoring(kAsked, "How do you keep an apple from falling off the tree?\n").sheet;
  EXPECT_EQ(repeated.points, 0);
  EXPECT_THAT(repeated.flags, ElementsAre("question-repeated"));
  const ScoreSheet answered = scoring(kAsked, "You keep an apple from falling by a net.").sheet;
  EXPECT_EQ(answered.points, 1);
  EXPECT_TRUE(answered.flags.empty());
}

TEST(About, LeavesShortAnswersAlone) {
  EXPECT_TRUE(scoring(kAbout, "The rain falls.").sheet.criteria[0].met);
}

}  // namespace
}  // namespace assay
