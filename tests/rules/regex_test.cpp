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

// "merge", "a or b", "3 times , "; "" where nothing is sure.
std::string in_words(const RegexGate& gate) {
  std::string text = gate.times > 1 ? std::to_string(gate.times) + " times " : "";
  for (const std::string& each : gate.any) text += (&each == &gate.any[0] ? "" : " or ") + each;
  return text;
}

TEST(RegexGate, IsInEveryMatch) {
  const struct {
    const char* expression;
    const char* gate;
  } cases[] = {
      {"merge into", "merge into"},
      {"merge\\s+into", "merge"},
      {"merg(e|ing) into", " into"},
      {"merge|upsert", "merge or upsert"},
      {"(merge|upsert)", "merge or upsert"},
      {"(merge|\\w+)", ""},
      {"(merge|upsert)?", ""},
      {"(merge|[ab])\\d", "merge or a or b"},
      {"a(b|c)+d", "a"},
      {"merges?", "merge"},
      {"ab*c", "a"},
      {"ab{0,2}cd", "cd"},
      {"ab+cd", "cd"},
      {"(x+, ){3,}", "3 times , "},
      {"(x+(, |; )){2}", "2 times ,  or ; "},
      {"[abc]def[)]ghij", "ghij"},
      {"[]x]def", "def"},
      {"[[:alpha:]]def", "def"},
      {"[[:alpha:]]", ""},
      {"[^a]", ""},
      {"[a-z]", ""},
      {"[$\\]]", "$ or ]"},
      {"\\d", "0 or 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9"},
      {"a\\.b", "a.b"},
      {"\\bword\\b", "word"},
      {"(?i)MERGE", "merge"},
      {"(?i:MERGE)", "merge"},
      {"(?P<name>merge)", ""},
      {"(a(b)c)def", "def"},
      {"(a\\)b)def", "a)b"},
      {"caf\xC3\xA9s", "caf"},
      {"\\x41bc", ""},
      {"\\Qa*b\\E", ""},
      {"\\pLx", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(in_words(gate_of(c.expression)), c.gate) << c.expression;
}

TEST(RegexGate, IsOpenWhereItsTextStandsOftenEnough) {
  EXPECT_TRUE(gate_of("merge|upsert").is_open("we upsert"));
  EXPECT_FALSE(gate_of("merge|upsert").is_open("we insert"));
  EXPECT_TRUE(gate_of("(x+, ){3,}").is_open("x, x, x, x"));
  EXPECT_FALSE(gate_of("(x+, ){3,}").is_open("x, x, x"));
  EXPECT_TRUE(gate_of("\\w").is_open(""));
}

}  // namespace
}  // namespace assay
