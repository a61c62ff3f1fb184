#include "grading/records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "grading/byte_source.h"

namespace assay {
namespace {

InputRecord parse(std::string line, std::string_view question = {}) {
  const std::size_t size = line.size();
  line.append(ByteSource::kPadding, '#');
  RecordParser parser;
  return parser.parse(std::string_view(line).substr(0, size), "in.jsonl:7", question);
}

TEST(RecordParser, ReadsTheThreeMembers) {
  const InputRecord record = parse(R"( {"id": "a1", "question": "grain", "text": "One\nrow"} )");
  EXPECT_FALSE(record.error);
  EXPECT_EQ(record.answer.id, "a1");
  EXPECT_EQ(record.answer.question, "grain");
  EXPECT_EQ(record.answer.text, "One\nrow");
  EXPECT_EQ(record.answer.members, "");
  EXPECT_EQ(record.place, "in.jsonl:7");
}

TEST(RecordParser, DecodesEscapesIntoBytes) {
  EXPECT_EQ(parse(R"({"question":"q","text":"\u00e9\ud83d\ude00\u0000\u001b"})").answer.text,
            std::string("\xC3\xA9\xF0\x9F\x98\x80\0\x1B", 8));
}

TEST(RecordParser, KeepsFurtherMembersAsWritten) {
  const InputRecord record =
      parse(R"({"course": "DE 1", "text": "t", "n": 1.10, "big": 123456789012345678901234567890,)"
            R"( "x": [ 1 , {"a\u0062" : "\u00e9 c" , "e" : { } } , [ ] ], "t": true, "f": false, )"
            R"("z" : null, "question": "q"})");
  ASSERT_FALSE(record.error) << record.error->message;
  EXPECT_EQ(record.answer.members,
            R"("course":"DE 1","n":1.10,"big":123456789012345678901234567890,)"
            R"("x":[1,{"a\u0062":"\u00e9 c","e":{}},[]],"t":true,"f":false,"z":null)");
}

TEST(RecordParser, TakesThePlaceForAnIdAndTheGivenQuestionWhereThereIsNone) {
  const InputRecord record = parse(R"({"text": "t"})", "grain");
  EXPECT_FALSE(record.error);
  EXPECT_EQ(record.answer.id, "in.jsonl:7");
  EXPECT_EQ(record.answer.question, "grain");
}

TEST(RecordParser, PrefersTheRecordsOwnQuestion) {
  EXPECT_EQ(parse(R"({"text": "t", "question": "own"})", "grain").answer.question, "own");
}

TEST(RecordParser, TakesAnEmptyText) {
  EXPECT_FALSE(parse(R"({"id": "a", "text": "", "question": "q"})").error);
}

struct BadLine {
  std::string line;
  std::string message;
};
void PrintTo(const BadLine& bad, std::ostream* out) { *out << bad.line; }

class BadLines : public testing::TestWithParam<BadLine> {};

TEST_P(BadLines, AreToldWithAPlaceAndAReason) {
  const InputRecord record = parse(GetParam().line);
  ASSERT_TRUE(record.error);
  EXPECT_EQ(record.error->code, "bad-record");
  EXPECT_EQ(record.error->message, GetParam().message);
  EXPECT_EQ(record.error->place, "in.jsonl:7");
  EXPECT_EQ(record.answer.members, "");
  EXPECT_FALSE(record.answer.id.empty());
}

INSTANTIATE_TEST_SUITE_P(
    RecordParser, BadLines,
    testing::Values(
        BadLine{R"({"id":"a","question":"q"})", "\"text\" is missing"},
        BadLine{R"({"id":"a","text":"t"})", "\"question\" is missing"},
        BadLine{R"({"id":17,"question":"q","text":"t"})",
                "\"id\" is a number, a string was expected"},
        BadLine{R"({"id":"a","question":null,"text":"t"})",
                "\"question\" is null, a string was expected"},
        BadLine{R"({"id":"a","question":"q","text":["t"]})",
                "\"text\" is an array, a string was expected"},
        BadLine{R"({"id":"a","question":"q","text":"t","text":"u"})", "\"text\" stands twice"},
        BadLine{R"({"id":"a","i\u0064":"b","question":"q","text":"t"})", "\"id\" stands twice"},
        BadLine{R"({"x":1,"question":"q","text":"t","x":2})", "\"x\" stands twice"},
        BadLine{R"(["a"])", "not a JSON object"}, BadLine{R"("a")", "not a JSON object"},
        BadLine{"", "not a JSON object"}, BadLine{"plain words", "not a JSON object"},
        BadLine{R"({"id":"a","question":"q","text":"t"} {"id":"b"})",
                "something stands behind the object"},
        BadLine{R"({"id":"a","question":"q","text":"t")",
                "not one whole object: a brace is not closed, or something stands behind it"},
        BadLine{R"({"text": "x"} more)",
                "not one whole object: a brace is not closed, or something stands behind it"},
        BadLine{std::string("\xff\xfe{\0\"\0a\0", 9),
                "not a JSON object: the file seems to be UTF-16, and UTF-8 is wanted"},
        BadLine{R"({"id":"a","question":"q","text":"t)", "a string is not closed"},
        BadLine{"{\"id\":\"a\",\"question\":\"q\",\"text\":\"\xFF\"}", "not valid UTF-8"},
        BadLine{"{\"id\":\"a\",\"question\":\"q\",\"text\":\"a\tb\"}",
                "a string holds a control character that is not escaped"},
        BadLine{R"({"id":"a","question":"q","text":"\ud800"})", "a string holds a bad escape"},
        BadLine{R"({"id":"a","question":"q","text":"t","x":"\q"})", "a string holds a bad escape"},
        BadLine{R"({"id":"a","question":"q","text":"t","x":[1,,2]})", "not JSON"},
        BadLine{R"({"id":"a","question":"q","text":"t","x":{"a":{"b" 1}}})", "not JSON"},
        BadLine{R"({"id":"a","question":"q","text":"t","x":01})",
                "a number is not written as JSON wants it"},
        BadLine{R"({"id":"a","question":"q","text":"t","x":nul})", "not JSON"},
        BadLine{R"({"id":"a","question":"q","text":"t","x":trie})", "not JSON"}));

TEST(RecordParser, RefusesWhatIsNestedTooDeep) {
  const InputRecord record = parse(R"({"question":"q","text":"t","x":)" + std::string(5000, '[') +
                                   std::string(5000, ']') + "}");
  ASSERT_TRUE(record.error);
  EXPECT_EQ(record.error->message, "nested too deep");
}

TEST(RecordParser, KeepsWhatABadRecordSaidBefore) {
  const InputRecord record = parse(R"({"id":"a1","question":"grain","text":17})");
  ASSERT_TRUE(record.error);
  EXPECT_EQ(record.answer.id, "a1");
  EXPECT_EQ(record.answer.question, "grain");
}

TEST(IsBlank, TellsALineWithoutARecord) {
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(" \t\r"));
  EXPECT_FALSE(is_blank(" {"));
}

}  // namespace
}  // namespace assay
