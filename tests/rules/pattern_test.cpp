#include "rules/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "rules/term_table.h"

namespace assay {
namespace {

using Type = PatternElement::Type;

// The parsed pattern as text: [a b] for a choice's or a bracket's words, =w, w*, _, #, @c, ...N.
std::string spell(const PatternSequence& pattern) {
  std::string text;
  for (const PatternElement& element : pattern) {
    if (!text.empty()) text += ' ';
    switch (element.type) {
      case Type::word:
        text += (element.exact ? "=" : "") + element.text;
        break;
      case Type::wildcard:
        text += element.text;
        break;
      case Type::any_word:
        text += '_';
        break;
      case Type::any_number:
        text += '#';
        break;
      case Type::concept_ref:
        text += '@' + element.text;
        break;
      case Type::gap:
        text += "..." + std::to_string(element.gap);
        break;
      case Type::optional:
        text += '(' + spell(element.branches[0]) + ')';
        break;
      case Type::choice:
        text += '{';
        for (std::size_t i = 0; i < element.branches.size(); ++i) {
          text += (i > 0 ? "|" : "") + spell(element.branches[i]);
        }
        text += '}';
        break;
    }
  }
  return text;
}

TEST(Pattern, IsParsed) {
  struct Case {
    const char* pattern;
    const char* parsed;
  };
  const Case cases[] = {
      {"merge key", "merge key"},
      {"  Merge   KEY ", "merge key"},
      {"exactly-once", "exactly once"},
      {"order_id", "order id"},
      {"=merge key", "=merge key"},
      {"=order_id", "=order =id"},
      {"dedup* key", "dedup* key"},
      {"re-run*", "re run*"},
      {"Wo*D", "wo*d"},
      {"a|b|@c d", "{a|b|@c} d"},
      {"exactly-once|eos", "{exactly once|eos}"},
      {"#|two rows", "{#|two} rows"},
      {"merge (the daily) job", "merge (the daily) job"},
      {"(business|natural) key", "({business|natural}) key"},
      {"_ key", "_ key"},
      {"merge ... key", "merge ...3 key"},
      {"merge ...0 key", "merge ...0 key"},
      {"merge ...20 key", "merge ...20 key"},
      {"merge\u2026key", "merge ...3 key"},
      {"a (b ... c) d", "a (b ...3 c) d"},
      {"a ... (b) c", "a ...3 (b) c"},
      {"now()", "now"},
      {"now() call", "now call"},
      {"# %", "# %"},
      {"#%", "# %"},
      {"$#", "$ #"},
      {"\\#5", "# 5"},
      {"a -> b", "a -> b"},
      {"1,000 rows", "1,000 rows"},
      {"@merge-key", "@merge-key"},
  };
  for (const Case& c : cases) {
    std::vector<PatternError> errors;
    const auto parsed = parse_pattern(c.pattern, errors);
    ASSERT_TRUE(parsed || !errors.empty()) << c.pattern;
    EXPECT_EQ(parsed ? spell(*parsed) : "refused: " + errors[0].message, c.parsed) << c.pattern;
  }
}

TEST(Pattern, IsRefusedAtItsMistake) {
  struct Case {
    const char* pattern;
    std::size_t offset;
    const char* message;  // a part of it
  };
  const Case cases[] = {
      {"", 0, "empty"},
      {"   ", 0, "empty"},
      {"...", 0, "gap needs words on both sides"},
      {"... merge", 0, "gap needs words on both sides"},
      {"merge ...", 6, "gap needs words on both sides"},
      {"(a) ... b", 4, "gap needs words on both sides"},
      {"a ... (b)", 2, "gap needs words on both sides"},
      {"(... a) b", 1, "gap needs words on both sides"},
      {"a ... ... b", 6, "two gaps"},
      {"a ...21 b", 2, "more than 20"},
      {"a ...99999999999999999999 b", 2, "more than 20"},
      {"a .... b", 2, "too many dots"},
      {"(merge)", 0, "matches nothing"},
      {"(a) (b)", 0, "matches nothing"},
      {"(merge key", 0, "never closed"},
      {"merge)", 5, "never opened"},
      {"merge ()", 6, "nothing between"},
      {"key(s)", 3, "blank before '('"},
      {"(a)b", 3, "blank after ')'"},
      {"(a (b)) c", 3, "brackets inside brackets"},
      {"a|", 2, "both sides of '|'"},
      {"|a", 0, "both sides of '|'"},
      {"a | b", 2, "both sides of '|'"},
      {"a||b", 2, "both sides of '|'"},
      {"a*", 0, "two letters"},
      {"*", 0, "two letters"},
      {"ab**", 0, "two '*'"},
      {"=dedup*", 1, "'=' and '*'"},
      {"@", 0, "concept's name"},
      {"@a.b", 2, "after the concept's name"},
      {"a@b", 1, "'@' inside a word"},
      {"c#", 1, "'#' inside a word"},
      {"merge, key", 5, "','"},
      {"\"merge\"", 0, "'\"'"},
      {"why?", 3, "'?'"},
      {"\\a", 0, "nothing special"},
      {"\\", 0, "nothing special"},
      {"--", 0, "no word"},
  };
  for (const Case& c : cases) {
    std::vector<PatternError> errors;
    const auto parsed = parse_pattern(c.pattern, errors);
    ASSERT_FALSE(parsed) << c.pattern << " became " << spell(*parsed);
    ASSERT_EQ(errors.size(), 1u) << c.pattern;
    EXPECT_EQ(errors[0].offset, c.offset) << c.pattern << ": " << errors[0].message;
    EXPECT_THAT(errors[0].message, ::testing::HasSubstr(c.message)) << c.pattern;
  }
}

TEST(Pattern, SpansABoundedNumberOfWords) {
  const auto refused = [](const std::string& pattern) {
    std::vector<PatternError> errors;
    return !parse_pattern(pattern, errors);
  };
  EXPECT_FALSE(refused("a ...20 b ...20 c ...16 d"));  // 60
  EXPECT_TRUE(refused("a ...20 b ...20 c ...17 d"));
}

TEST(Pattern, NamesItsConcepts) {
  std::vector<PatternError> errors;
  const auto parsed = parse_pattern("@b x|@a (@c) @b", errors);
  ASSERT_TRUE(parsed);
  EXPECT_THAT(concepts_in(*parsed), ::testing::ElementsAre("b", "a", "c", "b"));
}

// Most patterns are seen to be right without being parsed; that says what parsing them would.
RC_GTEST_PROP(Pattern, IsCheckedAsItIsParsed, ()) {
  std::string pattern;
  for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
    pattern += *rc::gen::element<std::string>("a", "key", "cannot", "re-run", "@merge", "@a-b", "|",
                                              "|", " ", " ", " ", " ", "(", ")", "...", "...2 ",
                                              "...20", "...21", "=", "=to", "dedup*", "#", "_",
                                              "3nf", "-", ".", "'s", "\\@", "Key");
  }
  RC_LOG() << pattern << "\n";
  std::vector<PatternError> parsing;
  const auto parsed = parse_pattern(pattern, parsing);
  std::vector<PatternError> checking;
  TermTableBuilder::check_pattern(pattern, checking);
  RC_ASSERT(checking.size() == parsing.size());
  for (std::size_t i = 0; i < checking.size(); ++i) {
    RC_ASSERT(checking[i].offset == parsing[i].offset);
    RC_ASSERT(checking[i].message == parsing[i].message);
  }
  RC_ASSERT(TermTableBuilder::concepts_in(pattern) ==
            (parsed ? concepts_in(*parsed) : std::vector<std::string>()));
}

}  // namespace
}  // namespace assay
