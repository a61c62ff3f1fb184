#include "lint/lint_fixture.h"

namespace assay {
namespace {

std::string expression(const std::string& regex) {
  return kHead + criterion("[{ regex = '" + regex + "' }]");
}

TEST(UnmatchableRegex, AsksForWhatNormalisedTextNeverHas) {
  expect_found("L301", {
                           {expression("p95 under \\d+ ms"), {}},
                           {expression("P95 Under"), {}},  // whatever its case
                           {expression("a\u2013b"), {"\u2013"}},
                           {expression("\u201cquoted\u201d"), {"\u201c", "\u201d"}},
                           {expression("x[-\u2013]y"), {"\u2013"}},
                           {expression("two  blanks"), {"  "}},
                           {expression("two  ?blanks"), {}},
                           {expression("[  ]x"), {}},
                           {expression("a\\tb"), {"\\t"}},
                           {expression("a\u2265b"), {"\u2265"}},
                           {expression("caf\u00e9"), {}},
                           {expression("\u00c9tat"), {}},
                           {expression("(?-i)MERGE x"), {"(?-i)"}},
                           {expression("(?-i)merge x"), {}},
                       });
}

TEST(UnmatchableRegex, NamesWhatCannotBeSeen) {
  const auto quoted = [](const std::string& regex) {
    return kHead + criterion("[{ regex = \"" + regex + "\" }]");
  };
  const struct {
    std::string rubric;
    std::vector<std::string> found;
    std::string said;
  } kRows[] = {
      {quoted("a\\tb"), {"\\t"}, "never has `\\t`: it has a blank instead"},
      {quoted("a\\u0009b"), {"\\u0009"}, "never has `\\t`: it has a blank instead"},
      {expression("a\tb"), {"\t"}, "never has `\\t`: it has a blank instead"},
      {expression("[\t]b"), {"\t"}, "never has `\\t`: it has a blank instead"},
      {quoted("a\\fb"), {"\\f"}, "never has `U+000C`: it has a blank instead"},
      {quoted("\\bfoo\\b"), {"\\b", "\\b"}, "the character U+0008, which no answer has"},
      {expression("tea  pot"), {"  "}, "never has 2 blanks in a row: it has one instead"},
  };
  for (const auto& row : kRows) {
    const Linted linted = lint_for("L301", row.rubric);
    EXPECT_EQ(linted.found, row.found) << row.rubric;
    EXPECT_THAT(linted.messages, testing::Each(testing::HasSubstr(row.said)));
  }
  EXPECT_TRUE(lint_for("L301", quoted("\\\\bfoo\\\\b x")).found.empty());
}

}  // namespace
}  // namespace assay
