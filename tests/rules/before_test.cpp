#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

const Table kBefore = {{"before", List{"grain", "dimension"}}};

TEST(BeforeKind, HoldsWhereTheFirstComesFirst) {
  expect_found({
      {kBefore, "The grain is an order. Dimensions follow. The grain again.", "grain"},
      {kBefore, "Dimensions first, then the grain.", "-"},
      {kBefore, "The grain is an order.", "grain"},
      {kBefore, "Dimensions.", "-"},
      {{{"before", List{Table{{"not", "insert"}}, "merge"}}}, "We merge.", "()"},
  });
}

TEST(BeforeKind, SaysWhatComesTooEarly) {
  expect_near_miss({
      {kBefore, "Dimensions first, then the grain.",
       "0.85 [grain] \"grain\" comes only after \"Dimensions\""},
      {kBefore, "Not the grain.", "0.60 [grain] found, but negated by \"Not\""},
  });
  EXPECT_EQ(refusals({{"before", List{"a", "b", "c"}}}).substr(0, 25), "before: too many operands");
}

}  // namespace
}  // namespace assay
