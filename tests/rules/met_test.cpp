#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

TEST(MetKind, HoldsWithAnotherCriterion) {
  expect_found({
      {{{"met", "met-one"}}, "Anything.", "()"},
      {{{"met", "unmet-one"}}, "Anything.", "-"},
      {{{"all", List{"merge", Table{{"met", "met-one"}}}}}, "We merge.", "merge"},
  });
  expect_near_miss({{{{"met", "unmet-one"}}, "Anything.", "0.00 [] "}});
}

}  // namespace
}  // namespace assay
