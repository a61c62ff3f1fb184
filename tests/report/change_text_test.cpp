#include "report/change_text.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "report/sheets.h"

namespace assay {
namespace {

ScoreSheet& sheet_of(GradedAnswer& graded) { return std::get<ScoreSheet>(graded.outcome); }

// What is shown where `change` was made to the answer graded by hand.
std::string shown(const std::function<void(ScoreSheet&)>& change) {
  Regraded regraded{graded_by_hand(), {}};
  regraded.before = sheet_of(regraded.now);
  change(sheet_of(regraded.now));
  return change_text(regraded, {});
}

TEST(ChangeText, IsOneLineWhereNothingIsDifferent) {
  EXPECT_EQ(shown([](ScoreSheet&) {}), "a1\nRED  0.5 of 4 points: nothing has changed\n");
  EXPECT_EQ(shown([](ScoreSheet& sheet) { sheet.criteria[0].evidence.pop_back(); }),
            "a1\nRED  0.5 of 4 points: nothing has changed\n")
      << "other words of the same worth";
}

TEST(ChangeText, ShowsWhatWasWon) {
  EXPECT_EQ(shown([](ScoreSheet& sheet) {
              sheet.band = Band::green;
              sheet.points = 4;
              sheet.criteria[1] = {true, 2, {{span_of(idempotency_text(), "overwrite"), ""}}, {}};
              sheet.flaws[0] = {};
            }),
            R"(a1
GREEN  4 of 4 points; it was RED, 0.5 of 4 points

  ✓  Now met: Replaces one day's partition as a whole (2 points)
     We never overwrite the day's partition.
              ^^^^^^^^^

  ·  No longer a flaw: Takes the day from the wall clock
)");
}

TEST(ChangeText, ShowsWhatWasLostAndWhatMoved) {
  EXPECT_EQ(shown([](ScoreSheet& sheet) {
              sheet.points = 0;
              sheet.criteria[0] = {};
              sheet.criteria[1].near_miss->why = "found, but rejected";
              sheet.flaws[1] = {true, {}};
              sheet.flags = {"term-pile"};
            }),
            R"(a1
RED  0 of 4 points; it was 0.5 of 4 points

  ✗  No longer met: Merges or upserts on a business key instead of inserting

  ✗  Replaces one day's partition as a whole (2 points)
     Nearly: found, but rejected
     We never overwrite the day's partition.
        ^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     Hint: What could a second run replace instead of adding to it?

  !  New flaw: Hides repeats behind DISTINCT

  ·  Terms stand in a row with nothing said of them; those do not count.
)");
}

TEST(ChangeText, TellsAnotherRubricByItsIds) {
  EXPECT_EQ(shown([](ScoreSheet& sheet) {
              const auto rubric = idempotency_rubric();
              rubric->hash = "fedcba9876543210";
              rubric->criteria[2].id = "proof";
              rubric->criteria[2].says = "Proves it";
              sheet.rubric = rubric;
              sheet.flags = {};
            }),
            R"(a1
RED  0.5 of 4 points, as before (by another state of the rubric)

  ✗  Proves it

  ·  The rubric has no criterion `test` any more
)");
}

TEST(ChangeText, ShowsAllWhereThereWasNoSheetAndErrorsAsTheyAre) {
  const std::string all = change_text({graded_by_hand(), {}}, {});
  EXPECT_EQ(all.rfind("a1\nRED  0.5 of 4 points\n\n  ✓  Merges", 0), 0u) << all;
  EXPECT_EQ(change_text({failed_answer(), {}}, {}),
            "b2\nERROR  there is no question \"idempotence\"; did you mean \"idempotency\"?\n");
}

}  // namespace
}  // namespace assay
