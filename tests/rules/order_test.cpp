#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

const Table kOrder = {{"order", List{"stage", "check", "swap"}}};

TEST(OrderKind, HoldsWhereEachComesAfterTheOneBefore) {
  expect_found({
      {kOrder, "Stage it. Check it. Then swap.", "Stage|Check|swap"},
      {kOrder, "Check it. Stage it. Then swap.", "-"},
      {kOrder, "Check. Stage. Swap. Check. Swap.", "Stage|Check|Swap"},
      {kOrder, "Stage, check, swap, stage, check, swap.", "Stage|check|swap; stage|check|swap"},
      {{{"order", List{"key", "key"}}}, "A key.", "-"},
      {{{"order", List{"key", "key"}}}, "A key and a key.", "key|key"},
      {{{"order", List{"natural key", "key"}}}, "A natural key.", "-"},
  });
}

TEST(OrderKind, SaysWhatBreaksTheChain) {
  expect_near_miss({
      {kOrder, "Stage it. Swap it. Check it.",
       "0.85 [Swap it. Check] \"Swap\" should come after \"Check\""},
      {kOrder, "Stage it, then check it.",
       "0.53 [Stage] \"Stage\" and \"check\" are there, but a step before or after is missing"},
  });
}

}  // namespace
}  // namespace assay
