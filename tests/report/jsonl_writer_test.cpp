#include <gtest/gtest.h>

#include <algorithm>

#include "report/record_json.h"
#include "report/sheets.h"
#include "report/writer.h"

namespace assay {
namespace {

TEST(JsonlWriter, WritesARecordALine) {
  std::string expected;
  append_record_json(expected, graded_by_hand());
  expected += '\n';
  append_record_json(expected, failed_answer());
  expected += '\n';
  EXPECT_EQ(written(make_jsonl_writer, {graded_by_hand(), failed_answer()}), expected);
}

TEST(JsonlWriter, KeepsARecordOnOneLineWhateverTheAnswerHolds) {
  GradedAnswer graded = graded_by_hand();
  graded.answer.id = "a\nb\r\xE2\x80\xA8";
  const std::string line = written(make_jsonl_writer, {graded});
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
}

TEST(JsonlWriter, WritesNothingForNoResults) { EXPECT_EQ(written(make_jsonl_writer, {}), ""); }

}  // namespace
}  // namespace assay
