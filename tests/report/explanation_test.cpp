#include "report/explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed_json.h"
#include "report/sheets.h"

namespace assay {
namespace {

using testing::HasSubstr;

std::unique_ptr<Rule> rule(const char* description, const char* name) {
  auto made = std::make_unique<DescribedRule>(description);
  made->set_name(name);
  return made;
}

std::shared_ptr<Rubric> rubric_with_rules() {
  auto rubric = idempotency_rubric();
  Requirement& merge = rubric->criteria[0].requirement;
  merge.any.push_back({rule("@merge near @business-key", "merge-by-key.any[0]"), 1});
  merge.any.push_back({rule("@merge", "merge-by-key.any[1]"), 0.5});
  merge.none.push_back(rule("insert", "merge-by-key.none[0]"));
  rubric->flaws[0].requirement.any.push_back({rule("now()", "wall-clock.any[0]"), 0});
  return rubric;
}

TEST(ExplanationText, SaysWhatEarnsACriterionAndByWhichRules) {
  const std::string text = explanation_text(*rubric_with_rules(), {false, 80});
  EXPECT_TRUE(
      text.starts_with("Idempotent batch pipelines\n\n"
                       "How do you make a daily batch pipeline idempotent?\n\n"
                       "4 points. Green from 80 %, yellow from 40 %, red below.\n\n"))
      << text;
  EXPECT_THAT(text, HasSubstr(R"(
  +  Merges or upserts on a business key instead of inserting (1 point)
     id: merge-by-key
     any of:
     - @merge near @business-key
     - @merge (0.5 points)
     none of: insert
)"));
  EXPECT_THAT(text, HasSubstr(R"(
  !  Flaw: Takes the day from the wall clock
     id: wall-clock
     any of: now()
     Costs 0.5 points
     No better than yellow
)"));
}

TEST(ExplanationJson, HoldsTheSame) {
  const Json json = Json::parse(explanation_json(*rubric_with_rules()));
  EXPECT_EQ(json["max_points"], 4);
  EXPECT_EQ(json["bands"]["yellow"], 0.4);
  const Json merge = json["criteria"][0];
  EXPECT_EQ(merge["any"][1],
            Json::parse(R"({"rule": "merge-by-key.any[1]", "finds": "@merge", "points": 0.5})"));
  EXPECT_EQ(merge["none"].size(), 1u);
  EXPECT_EQ(json["flaws"][0]["cap"], "yellow");
  EXPECT_TRUE(json["flaws"][1]["cap"].is_null());
  EXPECT_FALSE(json["flaws"][0]["any"][0].contains("points")) << "a flaw awards none";
}

}  // namespace
}  // namespace assay
