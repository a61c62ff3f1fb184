#include "report/glyphs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace assay {
namespace {

using testing::ElementsAre;

struct Shown {
  std::string bytes;
  std::string shown;
  unsigned width;
};

TEST(Glyphs, ShowTextSafelyAndKnowItsColumns) {
  const Shown cases[] = {
      {"", "", 0},
      {"plain", "plain", 5},
      {"two  blanks\tand\r\na line", "two blanks and a line", 21},
      {"\x1b[31mred", "\\x1b[31mred", 11},
      {"a\x07\x7f", "a\\x07\\x7f", 9},
      {std::string("a\0b", 3), "a\\x00b", 6},
      {"\xC2\x9B"
       "31m",
       "\\x9b31m", 7},  // CSI in one character
      {"a\xFF\xFE", "a\\xff\\xfe", 9},
      {"a\u202Eb", "a\\u{202e}b", 10},
      {"a\u200Bb", "a\\u{200b}b", 10},
      {"a\u200Db", "a\\u{200d}b", 10},
      {"a\u2028b", "a\\u{2028}b", 10},
      {"\uFEFFa", "\\u{feff}a", 9},
      {"\u0301a", "\\u{0301}a", 9},
      {"e\u0301a", "e\u0301a", 2},
      {"日本語", "日本語", 6},
      {"ｆｕｌｌ", "ｆｕｌｌ", 8},
      {"한국", "한국", 4},
      {"\u1112\u1161\u11AB", "\u1112\u1161\u11AB", 2},
      {"👍", "👍", 2},
      {"👍🏽", "👍🏽", 2},
      {"👩‍👩‍👧", "👩‍👩‍👧", 2},
      {"🇩🇪🇫🇷", "🇩🇪🇫🇷", 4},
      {"❤️", "❤️", 2},
      {"می‌خواهم", "می‌خواهم", 7},
  };
  for (const Shown& expected : cases) {
    EXPECT_EQ(safe(expected.bytes), expected.shown);
    EXPECT_EQ(width_of(expected.bytes), expected.width) << expected.shown;
  }
}

TEST(Glyphs, CoverAllBytesInOrder) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    std::size_t at = 0;
    for (const Glyph& glyph : glyphs_of(bytes)) {
      RC_ASSERT(glyph.begin == at);
      RC_ASSERT(glyph.end > glyph.begin);
      RC_ASSERT(glyph.width >= 1u);
      at = glyph.end;
    }
    RC_ASSERT(at == bytes.size());
  }));
}

TEST(Glyphs, NeverLetAControlCharacterThrough) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    for (const char c : safe(bytes)) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
  }));
}

TEST(Wrap, BreaksAtBlanks) {
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("one two three", 6), ElementsAre("one", "two", "three"));
  EXPECT_THAT(wrap("one two three", 80), ElementsAre("one two three"));
}

TEST(Wrap, BreaksAWordOnlyWhereItIsLongerThanALine) {
  EXPECT_THAT(wrap("a abcdefgh", 4), ElementsAre("a", "abcd", "efgh"));
  EXPECT_THAT(wrap("日本語", 5), ElementsAre("日本", "語"));
}

TEST(Wrap, KeepsLinesAndTheirIndent) {
  EXPECT_THAT(wrap("SELECT *\n\n  FROM sales JOIN days\n", 12),
              ElementsAre("SELECT *", "", "  FROM sales", "  JOIN days"));
}

TEST(Wrap, MakesALineOfNothing) { EXPECT_THAT(wrap("", 10), ElementsAre("")); }

TEST(Wrap, NeverExceedsTheWidth) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    const unsigned width = *rc::gen::inRange(20u, 60u);
    for (const std::string& line : wrap(bytes, width)) RC_ASSERT(width_of(line) <= width);
  }));
}

}  // namespace
}  // namespace assay
