#include "report/record_json.h"

#include <gtest/gtest.h>

#include <string>

#include "assay/sdk_identity.h"
#include "parsed_json.h"
#include "report/sheets.h"

namespace assay {
namespace {

const std::string kVersion = ASSAY_VERSION;

std::string json_of(const GradedAnswer& graded) {
  std::string out;
  append_record_json(out, graded);
  return out;
}

TEST(RecordJson, HoldsAllOfASheetInOneOrder) {
  EXPECT_EQ(
      json_of(graded_by_hand()),
      R"({"id":"a1","question":"idempotency","status":"graded","band":"red","points":0.5,)"
      R"("max_points":4,"score":0.125,"criteria":[)"
      R"({"id":"merge-by-key","met":true,"points":1,"max_points":1,"evidence":[)"
      R"({"begin":3,"end":9,"text":"upsert","rule":"merge-by-key.any[0]"},)"
      R"({"begin":13,"end":21,"text":"order_id","rule":"merge-by-key.any[0]"}],"near_miss":null},)"
      R"({"id":"overwrite","met":false,"points":0,"max_points":2,"evidence":[],)"
      R"("near_miss":{"begin":65,"end":94,"text":"overwrite the day's partition",)"
      R"("rule":"overwrite.any[1]","why":"found, but negated by \"never\""}},)"
      R"({"id":"test","met":false,"points":0,"max_points":1,"evidence":[],"near_miss":null}],)"
      R"("flaws":[{"id":"wall-clock","committed":true,"evidence":[)"
      R"-({"begin":116,"end":121,"text":"now()","rule":"wall-clock.any[0]"}]},)-"
      R"({"id":"distinct","committed":false,"evidence":[]}],"flags":[],)"
      R"("rubric":{"id":"idempotency","hash":"0123456789abcdef"},"engine":")" +
          kVersion + "\"}");
}

TEST(RecordJson, HoldsAnErrorInPlaceOfASheet) {
  EXPECT_EQ(json_of(failed_answer()),
            R"({"id":"b2","question":"idempotence","status":"error",)"
            R"("error":{"code":"unknown-question","message":"there is no question )"
            R"(\"idempotence\"; did you mean \"idempotency\"?"},"engine":")" +
                kVersion + "\"}");
}

TEST(RecordJson, PassesFurtherMembersThroughButNotThoseItHasItself) {
  GradedAnswer graded = failed_answer();
  graded.answer.members =
      R"("a":{"b":[1,{"c":"}],\""}]},"band":"green","score":{"x":[1,2]},"n":1.10,"flaws":[],"z":null)";
  std::string json = json_of(graded);
  EXPECT_TRUE(json.ends_with(R"(","a":{"b":[1,{"c":"}],\""}]},"n":1.10,"z":null})")) << json;

  // However they are written.
  graded.answer.members =
      R"("sta\u0074us":"graded","\u0062and":"green","not\u0065\"":1,"sc\u006fre":{"x":2})";
  json = json_of(graded);
  EXPECT_TRUE(json.ends_with(R"(","not\u0065\"":1})")) << json;
  EXPECT_EQ(Json::parse(json)["status"], "error");
}

TEST(RecordJson, CutsTheBytesReceivedAndReplacesWhatIsNotUtf8) {
  GradedAnswer graded = graded_by_hand();
  graded.answer.text = "We ups\xFFrt on order_id" + std::string(200, '.');
  const Json json = Json::parse(json_of(graded));
  EXPECT_EQ(json["criteria"][0]["evidence"][0]["text"], "ups\xEF\xBF\xBDrt");
  EXPECT_EQ(json["criteria"][0]["evidence"][0]["end"], 9);
}

}  // namespace
}  // namespace assay
