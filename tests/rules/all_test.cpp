#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

const Table kAll = {{"all", List{"merge", "key", "target"}}};

TEST(AllKind, HoldsWhereEveryOperandDoes) {
  expect_found({
      {kAll, "We merge. The target is new. It has a key.", "merge|target|key"},
      // As short as possible.
      {kAll, "We merge, merging the target by key.", "merging|target|key"},
      {kAll, "We merge. The target is new.", "-"},
      {{{"all", List{"merge", "@merge"}}}, "We merge.", "merge|merge"},  // words may be shared
      {{{"all", List{"merge", Table{{"not", "insert"}}}}}, "We merge.", "merge"},
      {{{"all", List{"merge", Table{{"not", "insert"}}}}}, "We merge. Insert this.", "-"},
      {{{"all", List{Table{{"not", "insert"}}, Table{{"not", "delete"}}}}}, "We merge.", "()"},
  });
}

TEST(AllKind, NamesWhatIsThere) {
  expect_near_miss({
      {kAll, "We merge. The key is new.",
       "0.53 [merge] \"merge\" and \"key\" are there, but something that belongs to it is missing"},
      {kAll, "We merge by key, never into the target.",
       "0.69 [merge] \"merge\" and \"key\" are there, but \"target\" is negated by \"never\""},
      {kAll, "We insert.", "0.00 [] "},
  });
}

}  // namespace
}  // namespace assay
