#include "report/json_text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>
#include <string>

#include "parsed_json.h"

namespace assay {
namespace {

std::string as_json(std::string_view bytes) {
  std::string out;
  append_json_string(out, bytes);
  return out;
}

std::string number(double value) {
  std::string out;
  append_json_number(out, value);
  return out;
}

TEST(JsonString, EscapesWhatJsonWantsEscaped) {
  EXPECT_EQ(as_json(""), R"("")");
  EXPECT_EQ(as_json("say \"no\" \\ \n\r\t\b"), R"("say \"no\" \\ \n\r\t\u0008")");
  EXPECT_EQ(as_json(std::string_view("\0\x1B\x7F", 3)), R"("\u0000\u001b\u007f")");
}

TEST(JsonString, KeepsUtf8) {
  EXPECT_EQ(as_json("naïve 日本 👩‍👩‍👧"), "\"naïve 日本 👩‍👩‍👧\"");
}

struct Invalid {
  const char* bytes;
  const char* shown;
};

TEST(JsonString, ReplacesWhatIsNotUtf8) {
  const Invalid cases[] = {
      {"a\xFF", "\"a\xEF\xBF\xBD\""},
      {"\xC0\xAF", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
      {"\xE2\x82", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
      {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
      {"\xF4\x90\x80\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
      {"\xE2\x28\xA1", "\"\xEF\xBF\xBD(\xEF\xBF\xBD\""},
  };
  for (const Invalid& invalid : cases) EXPECT_EQ(as_json(invalid.bytes), invalid.shown);
}

TEST(JsonString, IsReadBackByAParserWhateverTheBytes) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    const std::string parsed = Json::parse(as_json(bytes)).text();
    bool valid = true;
    for (std::size_t at = 0; at < bytes.size() && valid;) {
      const std::size_t size = valid_sequence(std::string_view(bytes).substr(at));
      valid = size > 0;
      at += size;
    }
    if (valid) RC_ASSERT(parsed == bytes);
  }));
}

TEST(JsonNumber, IsShort) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(-0.0), "0");
  EXPECT_EQ(number(1), "1");
  EXPECT_EQ(number(0.5), "0.5");
  EXPECT_EQ(number(2.0 / 3), "0.6666666666666666");
  EXPECT_EQ(number(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(number(100000), "100000");
  EXPECT_EQ(number(4294967295.0), "4294967295");
}

TEST(JsonNumber, IsReadBackExactly) {
  EXPECT_TRUE(rc::check([](double value) {
    RC_PRE(std::isfinite(value));
    RC_ASSERT(Json::parse(number(value)).number() == value);
  }));
  EXPECT_EQ(Json::parse(number(std::numeric_limits<double>::max())).number(),
            std::numeric_limits<double>::max());
}

}  // namespace
}  // namespace assay
