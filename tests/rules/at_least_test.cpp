#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

const Table kTwo = {{"at-least", 2}, {"of", List{"merge", "key", "target"}}};

TEST(AtLeastKind, HoldsWhereSoManyOperandsDo) {
  expect_found({
      {kTwo, "We merge. A target.", "merge|target"},
      {kTwo, "We merge. We merge.", "-"},
      {kTwo, "We merge by key into the target.", "merge|key"},
      {{{"at-least", 2}, {"of", List{"merge", Table{{"not", "insert"}}}}}, "We merge.", "merge"},
  });
}

TEST(AtLeastKind, SaysHowManyHold) {
  expect_near_miss({
      {kTwo, "We merge.", "0.40 [merge] \"merge\" is there, but that is 1 of the 2 needed"},
      {kTwo, "We merge, never by key.",
       "0.64 [merge] \"merge\" is there, but \"key\" is negated by \"never\""},
      {kTwo, "We insert.", "0.00 [] "},
  });
  EXPECT_EQ(refusals({{"at-least", 3}, {"of", List{"a", "b"}}}),
            "at-least: more than there are operands; expected 1 to 2");
}

}  // namespace
}  // namespace assay
