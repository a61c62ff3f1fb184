#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

TEST(AnyKind, HoldsWhereAMemberDoes) {
  const Table any = {{"any", List{"upsert", "merge key", Table{{"not", "insert"}}}}};
  expect_found({
      {any, "We merge key by key and insert or upsert.", "merge key; upsert"},
      {any, "We insert.", "-"},
      {any, "We delete.", "()"},
      {{{"any", List{"merge", "@merge"}}}, "We merge.", "merge"},  // the same words once
      {{{"any", List{List{"merge", "upsert"}, "delete"}}}, "We upsert.", "upsert"},
  });
}

TEST(AnyKind, ComesAsCloseAsItsBestMember) {
  expect_near_miss({
      {{{"any", List{"delete", "merge"}}},
       "We never merge.",
       "0.60 [merge] found, but negated by \"never\""},
      {{{"any", List{"delete", "merge"}}}, "We insert.", "0.00 [] "},
  });
  EXPECT_EQ(description({{"any", List{"merge", "upsert"}}}), "any of [merge, upsert]");
  EXPECT_EQ(refusals({{"any", List{}}}), "any: too few operands");
}

}  // namespace
}  // namespace assay
