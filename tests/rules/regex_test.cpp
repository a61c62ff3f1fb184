#include <gtest/gtest.h>

#include "rules/regex_gate.h"
#include "rules/rule_fixture.h"

namespace assay {
namespace {

TEST(RegexKind, HoldsWhereTheTextMatches) {
  const auto regex = [](const char* expression) { return Table{{"regex", expression}}; };
  expect_found({
      {regex("r\\d+w\\d+"), "Quorums such as R2W2 or r3w2.", "R2W2; r3w2"},
      {regex("x*"), "Quorums.", "-"},        // only empty matches
      {regex(" +"), "two  words", "-"},      // no word is touched
      {regex("wor"), "two words", "words"},  // a word is touched, so it is shown
      {regex("a b"), "a b a b", "a b; a b"},
      {regex("merge|upsert"), "We upsert.", "upsert"},
      {regex("merge"), "We never merge.", "-"},
      {{{"regex", "merge"}, {"standing", "negated"}}, "We never merge.", "merge"},
  });
  expect_near_miss({
      {regex("me.ge"), "We never merge.", "0.60 [merge] found, but negated by \"never\""},
      {regex("me.ge"), "We insert.", "0.00 [] "},
  });
}

TEST(RequiredLiteral, IsInEveryMatch) {
  const struct {
    const char* expression;
    const char* literal;
  } cases[] = {
      {"merge into", "merge into"},
      {"merge\\s+into", "merge"},
      {"merg(e|ing) into", " into"},
      {"merge|upsert", ""},
      {"(merge|upsert)", ""},
      {"merges?", "merge"},
      {"ab*c", "a"},
      {"ab{0,2}cd", "cd"},
      {"ab+cd", "ab"},
      {"[abc]def[)]ghij", "ghij"},
      {"[]x]def", "def"},
      {"[[:alpha:]]def", "def"},
      {"a\\.b", "a.b"},
      {"\\bword\\b", "word"},
      {"(?i)MERGE", "merge"},
      {"(a(b)c)def", "def"},
      {"(a\\)b)def", "def"},
      {"caf\xC3\xA9s", "caf"},
      {"\\x41bc", ""},
      {"\\Qa*b\\E", ""},
      {"\\pLx", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(required_literal(c.expression), c.literal) << c.expression;
}

}  // namespace
}  // namespace assay
