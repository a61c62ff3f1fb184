#include "bank/ignore_patterns.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace assay {
namespace {

TEST(IgnorePatterns, LeaveOutWhatTheyName) {
  struct Case {
    std::vector<const char*> lines;
    const char* path;  // a folder where it ends with a slash
    bool left_out;
  };
  const Case cases[] = {
      // A name without a slash holds at any depth, one with a slash from the folder down.
      {{"a.md"}, "x/a.md", true},
      {{"/a.md"}, "a.md", true},
      {{"/a.md"}, "x/a.md", false},
      {{"x/a.md"}, "x/a.md", true},
      {{"x/a.md"}, "y/x/a.md", false},
      // A slash at the end is for folders, and all that is in them.
      {{"drafts/"}, "drafts/a.md", true},
      {{"drafts/"}, "x/drafts/", true},
      {{"drafts/"}, "drafts", false},
      {{"drafts"}, "drafts/x/a.md", true},
      // Stars stay within a name, two of them do not.
      {{"*.md"}, "x/a.md", true},
      {{"x/*.md"}, "x/a.md", true},
      {{"x/*.md"}, "x/y/a.md", false},
      {{"*a*b*"}, "xxaxxbxx", true},
      {{"*a*b*"}, "xxbxxaxx", false},
      {{"**/a.md"}, "a.md", true},
      {{"**/y/a.md"}, "x/y/a.md", true},
      {{"x/**"}, "x/y/a.md", true},
      {{"x/**"}, "x", false},
      {{"x/**/a.md"}, "x/a.md", true},
      {{"x/**/a.md"}, "x/y/z/a.md", true},
      {{"x/**/a.md"}, "x/ya.md", false},
      {{"x/a**b"}, "x/a/b", false},
      {{"***"}, "a.md", true},
      {{"a?.md"}, "ab.md", true},
      {{"a?.md"}, "a.md", false},
      {{"x?a"}, "x/a", false},
      // Brackets.
      {{"[ab].md"}, "b.md", true},
      {{"[a-c].md"}, "b.md", true},
      {{"[!a-c].md"}, "b.md", false},
      {{"[^a-c].md"}, "d.md", true},
      {{"[]a].md"}, "].md", true},
      {{"[a-]"}, "-", true},
      {{"[[:digit:]x].md"}, "7.md", true},
      {{"[[:digit:]x].md"}, "y.md", false},
      {{"[[:x]y]"}, ":y]", true},
      {{"x[!a]b"}, "x/b", false},
      {{"[\\]]"}, "]", true},
      // The last pattern decides, but not on what is in a folder that is left out.
      {{"*.md", "!a.md"}, "a.md", false},
      {{"!a.md", "*.md"}, "a.md", true},
      {{"x/", "!x/a.md"}, "x/a.md", true},
      {{"x/*", "!x/a.md"}, "x/a.md", false},
      {{"/*", "!/x", "/x/*", "!/x/a.md"}, "x/a.md", false},
      // Comments, blanks, and backslashes.
      {{"#a"}, "#a", false},
      {{"\\#a"}, "#a", true},
      {{"\\!a"}, "!a", true},
      {{"a  "}, "a", true},
      {{"a\\ "}, "a ", true},
      {{"a\\ "}, "a", false},
      {{"\\*"}, "*", true},
      {{"\\*"}, "a", false},
      {{"a\r"}, "a", true},
      {{"", "   "}, " ", false},
      // What git cannot read matches nothing.
      {{"[a"}, "[a", false},
      {{"a\\"}, "a", false},
      {{"[[:nope:]]"}, "n", false},
      {{"/"}, "a", false},
      {{"é?"}, "éa", true},
  };
  for (const Case& c : cases) {
    IgnorePatterns patterns;
    std::string shown;
    for (const char* line : c.lines) {
      patterns.add_line(line);
      shown += std::string(line) + " | ";
    }
    std::string_view path = c.path;
    const bool is_folder = path.ends_with('/');
    if (is_folder) path.remove_suffix(1);
    EXPECT_EQ(patterns.leave_out(path, is_folder), c.left_out) << shown << c.path;
  }
}

TEST(IgnorePatterns, TellAnAuthorWhatCanNeverMatch) {
  for (const char* wrong :
       {"", "  ", "/", "!", "a//b", "../a", "./a", "#a", "[ab", "a\\", "[[:nope:]]"}) {
    IgnorePatterns patterns;
    EXPECT_NE(patterns.add(wrong), "") << wrong;
    EXPECT_TRUE(patterns.empty()) << wrong;
  }
  IgnorePatterns patterns;
  for (const char* sound : {"drafts/", "/a", "!b", "[ab]*", "x/**"}) {
    EXPECT_EQ(patterns.add(sound), "") << sound;
  }
}

// Time of the product of the lengths, where trying every star anew would take for ever.
TEST(IgnorePatterns, MatchManyStarsAtOnce) {
  std::string line = "/x/";
  for (int i = 0; i < 40; ++i) line += "*a**/";
  IgnorePatterns patterns;
  patterns.add_line(line + "b");
  EXPECT_FALSE(patterns.leave_out("x/" + std::string(2000, 'a'), false));
}

}  // namespace
}  // namespace assay
