// Bounds as options give them, and answers past them.
#include "grading/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "grading/desk.h"
#include "grading/small_rubrics.h"
#include "rubric/load.h"

namespace assay {
namespace {

using testing::HasSubstr;

TEST(Limits, AreSetByName) {
  Limits limits;
  EXPECT_EQ(set_limit(limits, "tokens=5000"), "");
  EXPECT_EQ(limits.tokens, 5000u);
  EXPECT_EQ(set_limit(limits, "answer-bytes=64K"), "");
  EXPECT_EQ(limits.answer_bytes, 65'536u);
  EXPECT_EQ(set_limit(limits, "memory=1G"), "");
  EXPECT_EQ(limits.memory, std::size_t{1} << 30);
}

TEST(Limits, AreRefusedWithWhatWasExpected) {
  const struct {
    const char* given;
    const char* said;
  } kRows[] = {
      {"tokens", "is not NAME=NUMBER"},
      {"token=1", "did you mean \"tokens\"?"},
      {"speed=1", "they are `record-bytes`"},
      {"tokens=", "\"\" is no value for tokens"},
      {"tokens=0", "from 1 to"},
      {"tokens=-1", "is no value"},
      {"tokens=1X", "is no value"},
      {"tokens=1KK", "is no value"},
      {"tokens=99999999999999999999999", "is no value"},
      {"nesting=1K", "from 1 to 254"},
      {"memory=1M", "from 16777216"},
  };
  for (const auto& row : kRows) {
    Limits limits;
    EXPECT_THAT(set_limit(limits, row.given), HasSubstr(row.said)) << row.given;
  }
}

struct Bound {
  const char* limit;
  const char* within;
  const char* past;
};

constexpr Bound kBounds[] = {
    {"answer-bytes=9", "a kettle.", "the kettle"},
    {"tokens=3", "two red kettles", "three red kettles here"},
    {"nesting=2", "- a\n  - kettle", "- a\n  - b\n    - kettle"},
    {"evidence=2", "kettle, kettle", "kettle, kettle, kettle"},
};

TEST(Limits, MakeAnErrorOfWhatIsPastThem) {
  Diagnostics diagnostics;
  const auto rubric = parse_rubric(rubric_toml("tea", "kettle"), "tea.toml", {}, diagnostics);
  ASSERT_TRUE(rubric);
  for (const Bound& bound : kBounds) {
    Limits limits;
    ASSERT_EQ(set_limit(limits, bound.limit), "");
    Desk desk(limits);
    InputRecord record;
    record.place = "in.jsonl:3";
    record.answer.text = bound.within;
    EXPECT_TRUE(std::holds_alternative<ScoreSheet>(desk.grade(rubric, record))) << bound.limit;
    record.answer.text = bound.past;
    const Outcome outcome = desk.grade(rubric, record);
    ASSERT_TRUE(std::holds_alternative<GradingError>(outcome)) << bound.limit;
    const auto& error = std::get<GradingError>(outcome);
    EXPECT_EQ(error.code, "over-limit");
    EXPECT_EQ(error.place, "in.jsonl:3");
    const std::string name(bound.limit, std::string(bound.limit).find('='));
    EXPECT_THAT(error.message, HasSubstr("of the limit \"" + name + "\""));
  }
}

}  // namespace
}  // namespace assay
