// Rows of the standing tables: what an answer says, a phrase of it, and how that phrase is put.
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "text/analyzer.h"

namespace assay {

struct StandingRow {
  std::string_view text;
  std::string_view phrase;  // occurs in text; its first occurrence counts
  Standing standing;        // of every word of the phrase
};

inline std::ostream& operator<<(std::ostream& out, const StandingRow& row) {
  return out << row.text;
}

// Every clause with its standing, to show where a row fails: "[we upsert] <negated: not insert>".
inline std::string clauses_of(const Document& document) {
  std::string shown;
  for (const Clause& clause : document.clauses()) {
    const std::string words(document.original(document.span_of(clause.tokens)));
    const std::string name(name_of(clause.standing));
    shown += clause.standing == Standing::asserted ? "[" + words + "] "
                                                   : "<" + name + ": " + words + "> ";
  }
  return shown;
}

inline void expect_standing(const StandingRow& row) {
  const Document document = Analyzer().analyze(row.text);
  const std::size_t begin = row.text.find(row.phrase);
  ASSERT_NE(begin, std::string_view::npos) << "no such phrase: " << row.phrase;
  const std::size_t end = begin + row.phrase.size();
  int words = 0;
  for (const Token& token : document.tokens()) {
    if (token.span.end <= begin || token.span.begin >= end) continue;
    ++words;
    const Standing standing = document.clauses()[token.clause].standing;
    EXPECT_EQ(name_of(standing), name_of(row.standing))
        << "at \"" << document.original(token.span) << "\" in\n  " << clauses_of(document);
  }
  EXPECT_GT(words, 0);
}

class StandingOf : public testing::TestWithParam<StandingRow> {};

}  // namespace assay
