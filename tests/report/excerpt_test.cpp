#include "report/excerpt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "report/glyphs.h"

namespace assay {
namespace {

using testing::ElementsAre;

// Every excerpt as its line, with what is marked in brackets.
std::vector<std::string> shown(const std::string& answer, const std::vector<std::string>& words,
                               unsigned width, std::size_t limit = 3) {
  std::vector<Span> spans;
  std::size_t from = 0;
  for (const std::string& word : words) {
    from = answer.find(word, from);
    spans.push_back({std::uint32_t(from), std::uint32_t(from + word.size())});
    ++from;
  }
  std::vector<std::string> lines;
  for (const Excerpt& excerpt : excerpts(answer, spans, width, limit)) {
    std::string line;
    for (const Excerpt::Piece& piece : excerpt.pieces) {
      line += piece.marked ? "[" + piece.shown + "]" : piece.shown;
    }
    lines.push_back(line);
  }
  return lines;
}

TEST(Excerpts, ShowTheLineOfTheWords) {
  EXPECT_THAT(shown("First.\nWe upsert on order_id.\nLast.", {"upsert", "order_id"}, 60),
              ElementsAre("We [upsert] on [order_id]."));
}

TEST(Excerpts, CutALineAroundTheWordsBetweenWords) {
  const std::string answer =
      "All of this goes before, then we upsert rows by key, and more follows";
  EXPECT_THAT(shown(answer, {"upsert"}, 30), ElementsAre("… then we [upsert] rows by …"));
  EXPECT_THAT(shown(answer, {"All"}, 30), ElementsAre("[All] of this goes before, …"));
  EXPECT_THAT(shown(answer, {"follows"}, 30), ElementsAre("… by key, and more [follows]"));
}

TEST(Excerpts, CutWhatIsMarkedBetweenWordsToo) {
  const std::string words = "upsert all of the rows that arrived by the business key";
  EXPECT_THAT(shown("We " + words, {words}, 30), ElementsAre("… [upsert all of the rows] …"));
}

TEST(Excerpts, MarkWholeWords) {
  EXPECT_THAT(shown("We don't insert", {"n't"}, 60), ElementsAre("We [don't] insert"));
  EXPECT_THAT(shown("10GB of it", {"GB"}, 60), ElementsAre("10[GB] of it"));
}

TEST(Excerpts, TakeAnotherLineForWordsFarApart) {
  const std::string answer = "upsert " + std::string(100, 'x') + " order_id\nsecond line merge";
  EXPECT_THAT(shown(answer, {"upsert", "order_id", "merge"}, 30),
              ElementsAre("[upsert] …", "… [order_id]", "second line [merge]"));
}

TEST(Excerpts, JoinLinesThatTheWordsRunOver) {
  EXPECT_THAT(shown("one row per\r\n  order line here", {"row per\r\n  order"}, 60),
              ElementsAre("one [row per order] line here"));
}

TEST(Excerpts, CutWordsThatDoNotFit) {
  EXPECT_THAT(shown("aaaa bbbb cccc dddd eeee", {"bbbb cccc dddd"}, 14),
              ElementsAre("… [bbbb cccc] …"));
}

TEST(Excerpts, CutToTheWordsAndNotToTheBlankBeforeThem) {
  EXPECT_THAT(shown("a\n\x1b[1m merge", {"\n\x1b[1m"}, 8), ElementsAre("… [\\x1b] …"));
}

TEST(Excerpts, StopAtTheLimit) {
  EXPECT_THAT(shown("a\nb\nc", {"a", "b", "c"}, 20, 2), ElementsAre("[a]", "[b]"));
}

TEST(Excerpts, MarkOverlappingSpansOnce) {
  const std::vector<Excerpt> made = excerpts("merge by key", {{0, 8}, {6, 12}}, 40, 3);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].underline(), "^^^^^^^^^^^^");
}

TEST(Excerpts, UnderlineByColumnsAndNotByBytes) {
  const std::string answer = "日本 é upsert\x1b now";
  const auto begin = std::uint32_t(answer.find("upsert"));
  const std::vector<Excerpt> made = excerpts(answer, {{begin, begin + 7}}, 40, 3);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].underline(), "       ^^^^^^^^^^");
}

TEST(Excerpts, FitAnyWidthAndMarkWhatIsSeen) {
  EXPECT_TRUE(rc::check([] {
    const auto words = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
            "merge", "日本", "\n", "\xFF", "e\u0301", "a", "\x1b[1m", "averyveryverylongword"})));
    std::string answer;
    for (const std::string& word : words) answer += word + " ";
    const auto begin = *rc::gen::inRange<std::uint32_t>(0, std::uint32_t(answer.size()));
    const auto end = *rc::gen::inRange(begin + 1, std::uint32_t(answer.size()) + 1);
    const unsigned width = *rc::gen::inRange(8u, 100u);
    for (const Excerpt& excerpt : excerpts(answer, {{begin, end}}, width, 3)) {
      unsigned columns = 0;
      bool marked = false;
      for (const Excerpt::Piece& piece : excerpt.pieces) {
        RC_ASSERT(width_of(piece.shown) <= piece.width);
        columns += piece.width;
        marked |= piece.marked;
      }
      const bool seen = answer.find_first_not_of(" \n", begin) < end;
      RC_ASSERT(marked || !seen);
      RC_ASSERT(columns <= width);
    }
  }));
}

}  // namespace
}  // namespace assay
