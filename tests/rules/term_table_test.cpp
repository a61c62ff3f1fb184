#include "rules/term_table.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace assay {
namespace {

using Sets = std::vector<std::pair<std::string, std::vector<std::string>>>;

// A table of sets, each with a concept's name or none, and patterns.
std::shared_ptr<const TermTable> table_of(const Sets& sets) {
  TermTableBuilder builder;
  std::vector<PatternError> errors;
  for (const auto& [name, patterns] : sets) {
    const TermSet set = builder.add_set();
    if (!name.empty()) builder.name(set, name);
    for (const std::string& pattern : patterns) builder.add_pattern(set, pattern, errors);
  }
  EXPECT_TRUE(errors.empty());
  return builder.build();
}

TEST(TermTable, IsOneForAllThatHaveTheSameTerms) {
  const Sets sets = {{"", {"merge @key"}}, {"key", {"key", "id"}}, {"name", {"name"}}};
  const auto table = table_of(sets);
  EXPECT_EQ(table, table_of(sets));
  const Sets others[] = {
      {{"", {"merge @key"}}, {"key", {"key", "id"}}},
      {{"", {"merge @key"}}, {"key", {"id", "key"}}, {"name", {"name"}}},
      {{"", {"merge @key"}}, {"key", {"key"}}, {"name", {"id", "name"}}},
      {{"", {"merge @key"}}, {"name", {"key", "id"}}, {"key", {"name"}}},
      {{"name", {"merge @key"}}, {"key", {"key", "id"}}, {"", {"name"}}},
  };
  for (const Sets& other : others) EXPECT_NE(table, table_of(other));
}

TEST(TermTable, TakesPatternsThatWereParsedBefore) {
  const auto table = table_of({{"", {"merge", "upsert* key"}}});
  TermTableBuilder builder;
  builder.add_patterns(builder.add_set(), TermTableBuilder::parse({"merge", "upsert* key"}));
  const auto shared = builder.build();
  EXPECT_EQ(shared, table);
  EXPECT_EQ(std::vector(shared->patterns(TermSet(0)).begin(), shared->patterns(TermSet(0)).end()),
            std::vector<std::string>({"merge", "upsert* key"}));
}

}  // namespace
}  // namespace assay
