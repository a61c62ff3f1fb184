#include <gtest/gtest.h>

#include "parsed_json.h"
#include "report/sheets.h"
#include "report/writer.h"

namespace assay {
namespace {

TEST(JsonWriter, MakesOneObjectOfAllResults) {
  const Json json = Json::parse(written(make_json_writer, {graded_by_hand(), failed_answer()}));
  ASSERT_EQ(json["results"].size(), 2u);
  EXPECT_EQ(json["results"][0]["id"], "a1");
  EXPECT_EQ(json["results"][1]["status"], "error");
}

TEST(JsonWriter, MakesAnObjectOfNoResults) {
  EXPECT_EQ(written(make_json_writer, {}), "{\"results\":[]}\n");
}

}  // namespace
}  // namespace assay
