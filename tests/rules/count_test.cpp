#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

TEST(CountKind, HoldsWithinItsBounds) {
  const Table two = {{"count", "@key"}, {"least", 2}};
  const Table distinct = {{"count", "@key"}, {"least", 2}, {"distinct", true}};
  const Table at_most = {{"count", "@key"}, {"most", 1}};
  expect_found({
      {two, "A natural key and a business key.", "natural key|business key"},
      {two, "A natural key.", "-"},  // "natural", "natural key" and "key" are one
      {two, "A key and keys.", "key|keys"},
      {distinct, "A key and keys.", "-"},
      {distinct, "A natural key and a key.", "natural key|key"},
      {at_most, "A key.", "key"},
      {at_most, "A key and a key.", "-"},
      {at_most, "Nothing.", "()"},
  });
}

TEST(CountKind, SaysHowManyThereAre) {
  expect_near_miss({
      {{{"count", "key"}, {"least", 4}},
       "A key, a key and keys.",
       "0.60 [key] \"key\", \"key\" and \"keys\" are there, 3 of 4"},
      {{{"count", "key"}, {"least", 2}, {"distinct", true}},
       "A key and keys.",
       "0.40 [key] \"key\" is there, 1 different of 2"},
      {{{"count", "key"}, {"most", 1}},
       "A key and keys.",
       "0.50 [keys] \"key\" and \"keys\" are there, 2 where at most 1 may be"},
      {{{"count", "key"}, {"least", 2}},
       "Never a key.",
       "0.24 [key] found, but negated by \"Never\""},
  });
}

TEST(CountKind, RefusesBoundsThatBoundNothing) {
  EXPECT_EQ(refusals({{"count", "key"}}).substr(0, 28), "count: a count without a bou");
  EXPECT_EQ(refusals({{"count", "key"}, {"least", 3}, {"most", 2}}).substr(0, 22),
            "least: more than `most");
}

}  // namespace
}  // namespace assay
