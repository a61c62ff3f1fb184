#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(HiddenTerm, TakesNothingThatAnotherDoesNot) {
  expect_found(
      "L201", {
                  {with_concept("[\"merge\", \"upsert\"]"), {}},
                  {with_concept("[\"merge\", \"merges\"]"), {"\"merges\""}},
                  {with_concept("[\"merging\", \"merge\"]"), {"\"merge\""}},  // the first stays
                  {with_concept("[\"merge|upsert\", \"merge\"]"), {"\"merge\""}},
                  {with_concept("[\"merge\", \"upsert\", \"merge|upsert\"]"), {"\"merge|upsert\""}},
                  {with_concept("[\"merge key\", \"merge (daily) key\"]"), {"\"merge key\""}},
                  {with_concept("[\"merge ... key\", \"merge ...2 key\"]"), {"\"merge ...2 key\""}},
                  {with_concept("[\"merge ...2 key\", \"merge ... key\"]"), {"\"merge ...2 key\""}},
                  {with_concept("[\"merge\", \"=merge\"]"), {"\"=merge\""}},
                  {with_concept("[\"=merge\", \"merge\"]"), {"\"=merge\""}},
                  {with_concept("[\"=merge\", \"=merges\"]"), {}},
                  {with_concept("[\"dedup*\", \"deduplicate\"]"), {"\"deduplicate\""}},
                  {with_concept("[\"# days\", \"7 days\"]"), {"\"7 days\""}},
                  // One stem, but two words to whoever wrote them.
                  {with_concept("[\"declare\", \"declaration\"]"), {}},
                  // It stands elsewhere.
                  {with_concept("[\"merge\", \"merge key\"]"), {}},
                  {kHead + criterion("[\"merge\", \"merges\"]"), {"\"merges\""}},
                  {kHead + criterion("[{ near = [\"merge\", \"merges\"] }]"), {}},
              });
}

TEST(HiddenTerm, CanBeAWordBetweenBars) {
  expect_found("L201", {
                           {with_concept("[\"merge\", \"upsert|merges|replace\"]"), {"merges"}},
                           // Of two that have the same word one keeps it.
                           {with_concept("[\"a1|a2\", \"a2|a3\"]"), {"a2"}},
                           {with_concept("[\"merge\", \"upsert|merges key\"]"), {}},
                       });
}

TEST(HiddenTerm, CanBeHiddenByAConcept) {
  const std::string rubric =
      kHead + "[concepts]\nc = [\"@d\", \"merge\"]\nd = \"upsert|merge\"\n" + criterion("[\"@c\"]");
  LintSetting setting;
  setting.lexicon = "[concepts]\nshared = [\"merge\", \"upsert\"]\n";
  const std::string by_lexicon =
      kHead + "lexicons = [\"words\"]\n" + criterion("[\"@shared\", \"upserts\"]");
  expect_found("L201", {{rubric, {"\"merge\""}}, {by_lexicon, {"\"upserts\""}, setting}});
}

TEST(HiddenTerm, IsLeftOutWhereNothingIsLost) {
  struct Row {
    const char* terms;
    const char* mended;
  };
  const Row rows[] = {
      {"[\"merge\", \"merges\", \"upsert\"]", "[\"merge\", \"upsert\"]"},
      {"[\"merges\", \"merge\"]", "[\"merges\"]"},
      {"[\n  \"merge\",\n  \"merges\",\n]", "[\n  \"merge\",\n]"},
      {"[\n  \"upsert\", # why\n  \"merge\", \"merges\", # both\n]",
       "[\n  \"upsert\", # why\n  \"merge\",\n]"},
      {"[\"upsert\", \"merge|upsert\"]", "[\"upsert\", \"merge\"]"},
      {"[\"merge\", \"upsert|=merge|replace\"]", "[\"merge\", \"upsert|replace\"]"},
      // A wildcard forgives no slips.
      {"[\"dedup*\", \"deduplicate\"]", "[\"dedup*\", \"deduplicate\"]"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(lint_for("L201", with_concept(row.terms)).mended, with_concept(row.mended));
  }
}

}  // namespace
}  // namespace assay
