#include "text/clauses.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "text/analyzer.h"

namespace assay {
namespace {

struct ClauseRow {
  std::string_view text;
  std::vector<std::string_view> clauses;
};

std::vector<std::string> clauses_in(std::string_view text) {
  const Document document = Analyzer().analyze(text);
  std::vector<std::string> clauses;
  for (const Clause& clause : document.clauses()) {
    clauses.emplace_back(document.original(document.span_of(clause.tokens)));
  }
  return clauses;
}

TEST(Clauses, BeginWhereASubjectAndAVerbDo) {
  const ClauseRow rows[] = {
      {"We merge by key", {"We merge by key"}},
      {"We merge by key because a retry repeats rows",
       {"We merge by key", "because a retry repeats rows"}},
      {"The key is unique, so we merge", {"The key is unique", "so we merge"}},
      {"The key is unique, the index is small", {"The key is unique", "the index is small"}},
      {"We read the file and publish it", {"We read the file", "and publish it"}},
      {"The hub counts plays, skips and likes", {"The hub counts plays, skips and likes"}},
      {"When a file lands we load it", {"When a file lands", "we load it"}},
      {"Grain: one row per play", {"Grain", "one row per play"}},
      {"We upsert instead of inserting", {"We upsert", "instead of inserting"}},
      {"It repeats without harm and it is cheap",
       {"It repeats", "without harm", "and it is cheap"}},
      {"The log (which has deletes) is read", {"The log", "which has deletes", "is read"}},
  };
  for (const ClauseRow& row : rows) {
    EXPECT_EQ(clauses_in(row.text),
              std::vector<std::string>(row.clauses.begin(), row.clauses.end()))
        << row.text;
  }
}

const std::vector<std::string> kWords = {
    "we",      "if",    "not",   "never", "without", "instead", "of",    "rather",   "than",
    "because", "would", "were",  "is",    "a",       "mistake", "some",  "say",      "that",
    "merge",   "key",   "which", "and",   "or",      "but",     "no",    "nothing",  "I",
    "don't",   "buy",   "avoid", "?",     ".",       ",",       ":",     ";",        "(",
    ")",       "\"",    "kafka", "once",  "should",  "only",    "naive", "approach", "->",
    "~~",      "> ",    "\n",    "\n\n",  "- ",      "| ",      "5",     "%",        "`"};

RC_GTEST_PROP(Clauses, DivideEachSentence, ()) {
  std::string text;
  for (const std::size_t word : *rc::gen::container<std::vector<std::size_t>>(
           rc::gen::inRange<std::size_t>(0, kWords.size()))) {
    text += kWords[word] + " ";
  }
  const Document document = Analyzer().analyze(text);
  std::uint32_t token = 0;
  std::uint32_t next = 0;
  for (std::uint32_t s = 0; s < document.sentences().size(); ++s) {
    const Sentence& sentence = document.sentences()[s];
    RC_ASSERT(sentence.clauses.first == next);
    RC_ASSERT(!sentence.clauses.empty());
    for (std::uint32_t c = next; c < sentence.clauses.last; ++c) {
      const Clause& clause = document.clauses()[c];
      RC_ASSERT(clause.sentence == s);
      RC_ASSERT(clause.tokens.first == token);
      RC_ASSERT(!clause.tokens.empty());
      for (; token < clause.tokens.last; ++token) RC_ASSERT(document.tokens()[token].clause == c);
      // A title or the next sentence may give it.
      RC_ASSERT(clause.cue == kNone || clause.cue < document.tokens().size());
    }
    next = sentence.clauses.last;
    RC_ASSERT(token == sentence.tokens.last);
  }
  RC_ASSERT(token == document.tokens().size());
  RC_ASSERT(next == document.clauses().size());
}

TEST(Clauses, OfALongTextTakeLinearTime) {
  // Each of these once could make a step look back or ahead over the whole sentence.
  for (const std::string_view piece :
       {"not a ", "is not used ", "some say ", "no a, ", "if it were, I would ", "than ", "is ",
        "nothing nor without ", "\"we say it\" ", "I ", "once ", "a, ", "rather ", "I reject ",
        "(it is ", "a is a mistake "}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    EXPECT_FALSE(Analyzer().analyze(text).tokens().empty()) << piece;
  }
}

}  // namespace
}  // namespace assay
