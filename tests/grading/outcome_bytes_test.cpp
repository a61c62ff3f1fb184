#include "grading/outcome_bytes.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace assay {
namespace {

constexpr std::size_t kSize = 40;  // bytes of the answer

std::shared_ptr<const Rubric> rubric() {
  auto made = std::make_shared<Rubric>();
  made->criteria.resize(2);
  made->flaws.resize(1);
  return made;
}

ScoreSheet sheet() {
  ScoreSheet made;
  made.band = Band::yellow;
  made.points = 1.5;
  made.max_points = 2;
  made.score = 0.75;
  made.criteria.resize(2);
  made.criteria[0].met = true;
  made.criteria[0].points = 1;
  made.criteria[0].evidence = {{{3, 9}, "c.any[0]"}, {{12, 12}, "c.any[0].near[1]", true}};
  made.criteria[1].near_miss = {
      {0, 40}, "d.any[0]", "found, but rejected", 0.5, {{0, 9}, {30, 40}}};
  made.flaws.resize(1);
  made.flaws[0].committed = true;
  made.flaws[0].evidence = {{{1, 2}, "f"}};
  made.flags = {"off-topic", "word-salad"};
  return made;
}

std::string bytes_of(const Outcome& outcome) {
  std::string bytes;
  append_outcome(bytes, outcome);
  return bytes;
}

TEST(OutcomeBytes, ReadBackAsTheyWereWritten) {
  for (const Outcome& outcome :
       {Outcome(sheet()), Outcome(GradingError{"plugin-failed", "it broke", "in:1"})}) {
    const std::string bytes = bytes_of(outcome);
    const std::optional<Outcome> read = read_outcome(bytes, kSize, rubric());
    ASSERT_TRUE(read);
    EXPECT_EQ(bytes_of(*read), bytes);
  }
}

TEST(OutcomeBytes, AreRefusedWhereTheyAreCutShortOrRunOn) {
  const std::string bytes = bytes_of(sheet());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(read_outcome(std::string_view(bytes).substr(0, size), kSize, rubric())) << size;
  }
  EXPECT_FALSE(read_outcome(bytes + "x", kSize, rubric()));
}

// Whatever a plugin writes in their place is refused or is a sheet that can be shown.
TEST(OutcomeBytes, NeverLeadOutOfTheAnswer) {
  const std::string bytes = bytes_of(sheet());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const char forged : {'\0', '\x01', '\x7F', '\xFF'}) {
      std::string other = bytes;
      other[i] = forged;
      const std::optional<Outcome> read = read_outcome(other, kSize, rubric());
      if (!read || std::holds_alternative<GradingError>(*read)) continue;
      const auto& got = std::get<ScoreSheet>(*read);
      ASSERT_EQ(got.criteria.size(), 2u);
      for (const CriterionScore& score : got.criteria) {
        for (const Evidence& evidence : score.evidence) {
          EXPECT_LE(evidence.span.begin, evidence.span.end);
          EXPECT_LE(evidence.span.end, kSize);
        }
      }
    }
  }
}

TEST(OutcomeBytes, AreOfTheRubricThatWasAsked) {
  auto other = std::make_shared<Rubric>();
  other->criteria.resize(3);
  other->flaws.resize(1);
  EXPECT_FALSE(read_outcome(bytes_of(sheet()), kSize, other));
}

}  // namespace
}  // namespace assay
