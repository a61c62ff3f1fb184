// A plugin's rule that returns what is of no answer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>

#include "assay/plugin.h"
#include "grading/desk.h"
#include "grading/small_rubrics.h"
#include "rubric/load.h"

namespace assay {
namespace {

using testing::HasSubstr;

// What the answer says.
class Nonsense final : public Rule {
 public:
  void find(const Reading& reading, std::vector<Match>& out) const override {
    const std::string_view text = reading.document().text();
    if (text == "reversed match") out.push_back({{1, 0}, {}});
    if (text == "match beyond") out.push_back({{0, 3}, {}});
    if (text == "huge match") out.push_back({{7, 4'000'000'000}, {{{0, 1}, this}}});
    if (text == "reversed part") out.push_back({{0, 2}, {{{0, 1}, this}, {{2, 1}, this}}});
    if (text == "part beyond") out.push_back({{0, 2}, {{{0, 3}, this}}});
    if (text == "no rule") out.push_back({{0, 2}, {{{0, 1}, nullptr}}});
    if (text == "sound match") out.push_back({{0, 2}, {{{0, 2}, this}}});
  }
  NearMiss near_miss(const Reading& reading) const override {
    const std::string_view text = reading.document().text();
    if (text == "miss beyond") return {0.5, {1, 3}, "nearly"};
    if (text == "reversed miss") return {0.5, {2, 1}, "nearly"};
    if (text == "no number") return {std::nan(""), {0, 1}, "nearly"};
    if (text == "sound miss") return {0.5, {0, 2}, "nearly"};
    return {};
  }
  std::string describe() const override { return "what the answer says"; }
};

constexpr Kind kNonsense = {"rule", "returns nonsense", [](Arguments&) -> std::unique_ptr<Rule> {
                              return std::make_unique<Nonsense>();
                            }};

class NonsenseTest : public testing::Test {
 protected:
  NonsenseTest() {
    LoadEnvironment environment;
    environment.plugin_kinds = [](std::string_view) {
      return LoadEnvironment::PluginKinds{{&kNonsense, 1}, {}};
    };
    Diagnostics mistakes;
    rubric_ = parse_rubric(
        "plugins = [\"wild\"]\n" + rubric_toml("tea", "{ any = [{ kind = \"wild.rule\" }] }"),
        "tea.toml", environment, mistakes);
    for (const Diagnostic& mistake : mistakes) ADD_FAILURE() << mistake.to_string();
  }

  Outcome graded(const std::string& text) {
    InputRecord record;
    record.answer.text = text;
    return desk_.grade(rubric_, record);
  }

  Desk desk_{Limits()};
  std::shared_ptr<const Rubric> rubric_;
};

TEST_F(NonsenseTest, CostsOneAnswerAndNamesTheRule) {
  for (const char* text : {"reversed match", "match beyond", "huge match", "reversed part",
                           "part beyond", "no rule", "miss beyond", "reversed miss", "no number"}) {
    const Outcome outcome = graded(text);
    ASSERT_TRUE(std::holds_alternative<GradingError>(outcome)) << text;
    const auto& error = std::get<GradingError>(outcome);
    EXPECT_EQ(error.code, "plugin-failed") << text;
    EXPECT_THAT(error.message, HasSubstr("the rule `it.any[0]")) << text;
    EXPECT_THAT(error.message, HasSubstr("of the kind `wild.rule` ")) << text;
    EXPECT_TRUE(std::holds_alternative<ScoreSheet>(graded("sound match"))) << text;
  }
}

TEST_F(NonsenseTest, IsNotWhatStandsInTheAnswer) {
  const auto sheet = std::get<ScoreSheet>(graded("sound match"));
  ASSERT_EQ(sheet.criteria[0].evidence.size(), 1u);
  EXPECT_THAT(sheet.criteria[0].evidence[0].rule, HasSubstr("it.any[0]"));
  const auto missed = std::get<ScoreSheet>(graded("sound miss"));
  ASSERT_TRUE(missed.criteria[0].near_miss);
  EXPECT_EQ(missed.criteria[0].near_miss->why, "nearly");
}

}  // namespace
}  // namespace assay
