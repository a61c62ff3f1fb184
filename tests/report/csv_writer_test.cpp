#include <gtest/gtest.h>

#include "report/sheets.h"
#include "report/writer.h"

namespace assay {
namespace {

const std::string kHead =
    "id,question,status,band,points,max_points,score,met,missed,flaws,error\r\n";

// The first cell of the row of an answer with this id.
std::string cell(const std::string& id) {
  GradedAnswer graded = failed_answer();
  graded.answer.id = id;
  const std::string row = written(make_csv_writer, {graded}).substr(kHead.size());
  return row.substr(0, row.find(",idempotence,"));
}

TEST(CsvWriter, WritesARowAnAnswer) {
  EXPECT_EQ(written(make_csv_writer, {graded_by_hand(), failed_answer()}),
            kHead +
                "a1,idempotency,graded,red,0.5,4,0.125,merge-by-key,overwrite;test,wall-clock,\r\n"
                "b2,idempotence,error,,,,,,,,\"there is no question \"\"idempotence\"\"; did you "
                "mean \"\"idempotency\"\"?\"\r\n");
}

TEST(CsvWriter, WritesItsHeadForNoResults) { EXPECT_EQ(written(make_csv_writer, {}), kHead); }

TEST(CsvWriter, DisarmsWhatWouldBeAFormula) {
  EXPECT_EQ(cell("=1+1"), "'=1+1");
  EXPECT_EQ(cell("+1"), "'+1");
  EXPECT_EQ(cell("-1"), "'-1");
  EXPECT_EQ(cell("@a"), "'@a");
  EXPECT_EQ(cell("\t=1"), "'\t=1");
  EXPECT_EQ(cell("=\"a,b\""), "\"'=\"\"a,b\"\"\"");
  EXPECT_EQ(cell("a=1"), "a=1");
  EXPECT_EQ(cell("-"), "-");  // standard input
  EXPECT_EQ(cell("--"), "'--");
}

TEST(CsvWriter, QuotesWhatWouldEndACell) {
  EXPECT_EQ(cell("a,b"), "\"a,b\"");
  EXPECT_EQ(cell("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(cell("a\nb"), "\"a\nb\"");
  EXPECT_EQ(cell("a b"), "a b");
  EXPECT_EQ(cell(""), "");
}

}  // namespace
}  // namespace assay
