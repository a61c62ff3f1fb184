#include "rubric/diagnostics.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace assay {
namespace {

TEST(Diagnostic, ShowsThePlaceTheLineAndWhatWasExpected) {
  const Diagnostic diagnostic{"a/b.toml", 12,           3, "a rubric has no key `titel`",
                              "`title`",  "  titel = 1"};
  EXPECT_EQ(diagnostic.to_string(),
            "a/b.toml:12:3: a rubric has no key `titel`\n"
            "    titel = 1\n"
            "    ^\n"
            "  expected: `title`");
}

TEST(Diagnostic, OfAFileHasNoLine) {
  EXPECT_EQ((Diagnostic{"a.toml", 0, 0, "there is no such file", {}, {}}).to_string(),
            "a.toml: there is no such file");
}

// The line and the caret's line, each indented by two blanks.
struct CaretCase {
  const char* line;
  std::uint32_t column;
  const char* shown;
  const char* caret;
};

const CaretCase kCarets[] = {
    {"abc", 1, "abc", "^"},
    {"abc", 3, "abc", "  ^"},
    {"abc", 4, "abc", "   ^"},
    {"abc", 99, "abc", "   ^"},
    {"\tx = 1", 2, "\tx = 1", "\t^"},
    {"x\t= 1", 3, "x\t= 1", " \t^"},
    {"é = 1", 3, "é = 1", "  ^"},
    {"列 = 1", 3, "列 = 1", "   ^"},
    {"e\u0301 = 1", 4, "e\u0301 = 1", "  ^"},
    {"a\x1b[2Jb", 6, "a\uFFFD[2Jb", "     ^"},
    {"a\u202Eb", 3, "a\uFFFDb", "  ^"},
    {"\xff = 1", 3, "\uFFFD = 1", "  ^"},
};

TEST(Diagnostic, PutsTheCaretUnderTheColumn) {
  for (const CaretCase& c : kCarets) {
    const Diagnostic diagnostic{"p", 1, c.column, "m", {}, c.line};
    EXPECT_EQ(diagnostic.to_string(), std::string("p:1:") + std::to_string(c.column) + ": m\n  " +
                                          c.shown + "\n  " + c.caret);
  }
}

TEST(Diagnostic, ShowsALongLineAroundTheColumn) {
  const std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
  const std::string shown = Diagnostic{"p", 1, 501, "m", {}, line}.to_string();
  const std::size_t begin = shown.find("\n  ") + 3;
  const std::size_t end = shown.find('\n', begin);
  const std::string excerpt = shown.substr(begin, end - begin);
  EXPECT_LT(excerpt.size(), 110u);
  EXPECT_EQ(excerpt.substr(0, 3), "...");
  EXPECT_EQ(excerpt.substr(excerpt.size() - 3), "...");
  EXPECT_EQ(excerpt.find('X'), shown.find('^', end) - end - 3);
}

TEST(Diagnostics, AreSortedByPlaceEachOnce) {
  Diagnostics diagnostics = {{"b", 1, 1, "m", {}, {}}, {"a", 2, 1, "m", {}, {}},
                             {"a", 1, 9, "m", {}, {}}, {"a", 1, 2, "n", {}, {}},
                             {"a", 1, 2, "m", {}, {}}, {"a", 2, 1, "m", {}, {}}};
  sort_diagnostics(diagnostics);
  std::string order;
  for (const Diagnostic& d : diagnostics) order += d.to_string() + "; ";
  EXPECT_EQ(order, "a:1:2: m; a:1:2: n; a:1:9: m; a:2:1: m; b:1:1: m; ");
}

struct NearestCase {
  const char* name;
  const char* nearest;
};

const NearestCase kNearest[] = {
    {"within", "within"},
    {"wihtin", "within"},  // swapped
    {"withn", "within"},
    {"withhin", "within"},  // missing, doubled
    {"WITHIN", "within"},
    {"within ", "within"},  // case, blank
    {"standin", "standing"},
    {"no_flaws", "no-flaws"},  // replaced
    {"criteria", "criterion"},
    {"not-meet", "not-met"},  // two, three slips in a long word
    {"hint", "hint"},
    {"hnt", "hint"},
    {"zzz", ""},
    {"xy", ""},
    {"", ""},
    {"standings-asked-for", ""},
};

TEST(Nearest, IsASlipAway) {
  const std::vector<std::string> names = {"criterion", "hint",  "no-flaws", "not-met",
                                          "standing",  "terms", "title",    "within"};
  for (const NearestCase& c : kNearest) EXPECT_EQ(nearest(c.name, names), c.nearest) << c.name;
}

TEST(DidYouMean, IsAskedOnlyWhereSomethingIsNear) {
  EXPECT_EQ(did_you_mean("mrege", {"merge", "insert"}), "; did you mean \"merge\"?");
  EXPECT_EQ(did_you_mean("upsert it", {"merge"}), "");
  EXPECT_EQ(did_you_mean("merge", {}), "");
}

TEST(Nearest, IsTheFirstOfEquallyNearOnes) {
  EXPECT_EQ(nearest("mergx", {"merge", "mergy"}), "merge");
}

TEST(ExpectedName, ListsAFewWhereNoneIsNear) {
  EXPECT_EQ(expected_name("zzz", {"yellow", "red", "none"}), "`yellow`, `red` or `none`");
  EXPECT_EQ(expected_name("yelow", {"yellow", "red", "none"}), "`yellow`");
  EXPECT_EQ(expected_name("zzz", {}), "");
  EXPECT_EQ(expected_name("zzz", std::vector<std::string>(17, "a")), "");
}

}  // namespace
}  // namespace assay
