#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "report/glyphs.h"
#include "report/sheets.h"
#include "report/writer.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string text_of(const std::vector<GradedAnswer>& answers, WriterOptions options = {}) {
  return written([&](Writer::Sink sink) { return make_text_writer(std::move(sink), options); },
                 answers);
}

TEST(TextWriter, ShowsWhatWasMetMissedAndCommitted) {
  EXPECT_EQ(text_of({graded_by_hand()}), R"(RED  0.5 of 4 points

  ✓  Merges or upserts on a business key instead of inserting
     We upsert on order_id, so a second run changes nothing.
        ^^^^^^    ^^^^^^^^

  ✗  Replaces one day's partition as a whole (2 points)
     Nearly: found, but negated by "never"
     We never overwrite the day's partition.
        ^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     Hint: What could a second run replace instead of adding to it?

  ✗  Proves it by running the pipeline twice

  !  Flaw: Takes the day from the wall clock (costs 0.5 points, no better than
     yellow)
     The date comes from now() when the job starts.
                         ^^^^^
)");
}

TEST(TextWriter, NamesSeveralAnswersAndCountsThem) {
  const std::string text = text_of({graded_by_hand(), failed_answer(), graded_by_hand()});
  EXPECT_TRUE(text.starts_with("a1  Idempotent batch pipelines\nRED  0.5 of 4 points\n")) << text;
  EXPECT_THAT(text, HasSubstr("\n\n\nb2  idempotence\n"
                              "ERROR  there is no question \"idempotence\"; did you mean "
                              "\"idempotency\"?\n\n\na1  "));
  EXPECT_TRUE(text.ends_with("\n\n\n3 answers: 2 red, 1 error\n")) << text;
}

TEST(TextWriter, SaysThatThereWereNoAnswers) { EXPECT_EQ(text_of({}), "No answers.\n"); }

TEST(TextWriter, MarksTheWordsByColourInPlaceOfARow) {
  const std::string text = text_of({graded_by_hand()}, {true, 80});
  EXPECT_THAT(text, HasSubstr("\x1b[1;32mupsert\x1b[0m"));
  EXPECT_THAT(text, HasSubstr("\x1b[1;31mRED\x1b[0m"));
  EXPECT_THAT(text, Not(HasSubstr("^^")));
}

TEST(TextWriter, ShowsWhatWasPartlyMetBeforeWhatWasMissed) {
  GradedAnswer graded = graded_by_hand();
  auto& sheet = std::get<ScoreSheet>(graded.outcome);
  std::swap(sheet.criteria[1], sheet.criteria[2]);
  sheet.criteria[2].points = 0.25;
  const std::string text = text_of({graded});
  EXPECT_LT(text.find("  ~  Proves it by running the pipeline twice (0.25 of 1 point)"),
            text.find("  ✗  Replaces"));
}

TEST(TextWriter, QuotesTheWordsOfANearMissOnceWhereTheyEarnedPoints) {
  GradedAnswer graded = graded_by_hand();
  auto& partly = std::get<ScoreSheet>(graded.outcome).criteria[1];
  partly.points = 1;
  partly.evidence = {{partly.near_miss->span, "overwrite.any[0]", true}};
  partly.near_miss->words = {partly.near_miss->span};
  const std::string text = text_of({graded});
  EXPECT_EQ(text.find("We never overwrite"), text.rfind("We never overwrite"));
}

TEST(TextWriter, ShowsTheWordsThatSayMostAndCountsTheOthers) {
  GradedAnswer graded = graded_by_hand();
  const std::string& text = graded.answer.text;
  auto& met = std::get<ScoreSheet>(graded.outcome).criteria[0];
  met.evidence = {{span_of(text, "upsert"), "merge-by-key.any[0]", true},
                  {span_of(text, "second run"), "merge-by-key.any[1]"},
                  {span_of(text, "run"), "merge-by-key.any[2]"},
                  {span_of(text, "job"), "merge-by-key.any[1]"}};
  EXPECT_THAT(text_of({graded}), HasSubstr("     We upsert on order_id, so a second run changes "
                                           "nothing.\n"
                                           "        ^^^^^^\n"
                                           "     (and in 2 more places)\n"));
}

TEST(TextWriter, TellsABandThatAFlawHolds) {
  GradedAnswer graded = graded_by_hand();
  auto& sheet = std::get<ScoreSheet>(graded.outcome);
  sheet.points = 4;
  sheet.score = 1;
  EXPECT_THAT(text_of({graded}), HasSubstr("RED  4 of 4 points, held there by a flaw\n"));
}

TEST(TextWriter, SaysOnlyWhyWhereNothingWasRead) {
  GradedAnswer graded = graded_by_hand();
  for (const char* flag : {"empty", "off-topic", "question-repeated"}) {
    std::get<ScoreSheet>(graded.outcome).flags = {flag, "word-salad"};
    const std::string text = text_of({graded});
    EXPECT_THAT(text, Not(HasSubstr("✗"))) << flag;
    EXPECT_THAT(text, Not(HasSubstr("!"))) << flag;
    EXPECT_THAT(text, HasSubstr("·")) << flag;
  }
}

TEST(TextWriter, ExplainsFlags) {
  GradedAnswer graded = graded_by_hand();
  std::get<ScoreSheet>(graded.outcome).flags = {"look-alikes", "of-another-kind"};
  const std::string text = text_of({graded});
  EXPECT_THAT(text, HasSubstr("letters of different scripts"));
  EXPECT_THAT(text, HasSubstr("of-another-kind")) << "what it cannot explain it still shows";
}

TEST(TextWriter, NeverShowsAnEscapeSequenceOfTheAnswer) {
  GradedAnswer graded = graded_by_hand();
  graded.answer.id = "\x1b]0;a\x07";
  graded.answer.text = "We \x1b[2Jt on order_id" + std::string(200, '.');
  const std::string text = text_of({graded, failed_answer()});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_THAT(text, HasSubstr("\\x1b[2J"));
}

TEST(TextWriter, KeepsToTheWidth) {
  for (const unsigned width : {30u, 40u, 57u, 80u, 200u}) {
    std::istringstream lines(text_of({graded_by_hand(), failed_answer()}, {false, width}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), width) << line;
  }
}

}  // namespace
}  // namespace assay
