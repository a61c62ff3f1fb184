#include "report/page.h"

#include <gtest/gtest.h>

#include <string>

namespace assay {
namespace {

std::string page(unsigned width, bool color, auto fill) {
  std::string out;
  Page made(out, width, color);
  fill(made);
  return out;
}

TEST(Page, HangsTextUnderItsMark) {
  EXPECT_EQ(
      page(30, false, [](Page& p) { p.item("+", Ink::green, "one two three four five six"); }),
      "  +  one two three four five\n"
      "     six\n");
  EXPECT_EQ(
      page(30, false, [](Page& p) { p.headed("ERROR", Ink::red, "one two three four five"); }),
      "ERROR  one two three four five\n");
  EXPECT_EQ(page(30, false, [](Page& p) { p.note("Hint: ", Ink::bold, "one two three four"); }),
            "     Hint: one two three four\n");
  EXPECT_EQ(page(30, false, [](Page& p) { p.bullet("one two three four five six"); }),
            "     - one two three four five\n"
            "       six\n");
}

TEST(Page, ReadsWellOnAWideTerminal) {
  const std::string text(500, 'x');
  EXPECT_EQ(page(300, false, [&](Page& p) { p.paragraph(text); }).find('\n'), Page::kMeasure);
}

TEST(Page, InksWithoutInkWhereThereIsNoColour) {
  EXPECT_EQ(page(30, true, [](Page& p) { p.line("Title", Ink::bold); }), "\x1b[1mTitle\x1b[0m\n");
  EXPECT_EQ(page(30, false, [](Page& p) { p.line("Title", Ink::bold); }), "Title\n");
  EXPECT_EQ(inked("", Ink::bold, true), "");
}

TEST(Rounded, KeepsTwoDecimalsAtMost) {
  EXPECT_EQ(rounded(3), "3");
  EXPECT_EQ(rounded(0.5), "0.5");
  EXPECT_EQ(rounded(2.0 / 3), "0.67");
  EXPECT_EQ(rounded(0.001), "0");
  EXPECT_EQ(rounded(-0.001), "0");
  EXPECT_EQ(rounded(100'000), "100000") << "never 1e+05";
}

TEST(Counted, SaysOneAndMany) {
  EXPECT_EQ(counted(1, "point"), "1 point");
  EXPECT_EQ(counted(0, "point"), "0 points");
  EXPECT_EQ(counted(1.5, "point"), "1.5 points");
}

}  // namespace
}  // namespace assay
