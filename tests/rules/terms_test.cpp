#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

TEST(TermsKind, HoldsWhereTheAnswerClaims) {
  const Table merge = {{"terms", "merge"}};
  expect_found({
      {merge, "We merge the rows. Then we merge again.", "merge; merge"},
      {{{"terms", List{"merge", "upsert"}}}, "We upsert or merge.", "upsert; merge"},
      {{{"terms", "@merge"}}, "We upsert the rows.", "upsert"},
      {merge, "We never merge the rows.", "-"},
      {merge, "Should we merge the rows?", "-"},
      {merge, "", "-"},
  });
}

TEST(TermsKind, AcceptsTheStandingAskedFor) {
  expect_found({
      {{{"terms", "merge"}, {"standing", "negated"}}, "We never merge the rows.", "merge"},
      {{{"terms", "merge"}, {"standing", "negated"}}, "We merge the rows.", "-"},
      {{{"terms", "merge"}, {"standing", "any"}}, "Should we merge the rows?", "merge"},
      {{{"terms", "never merge"}}, "We never merge the rows.", "never merge"},
  });
}

TEST(TermsKind, TellsHowWordsThatAreThereArePut) {
  expect_near_miss({
      {{{"terms", "merge"}}, "We never merge.", "0.60 [merge] found, but negated by \"never\""},
      {{{"terms", "merge"}}, "Should we merge?", "0.60 [merge] found, but only part of a question"},
      {{{"terms", "merge"}, {"standing", "negated"}},
       "We merge.",
       "0.60 [merge] found, but stated as a fact"},
      {{{"terms", "merge"}}, "We insert.", "0.00 [] "},
  });
}

}  // namespace
}  // namespace assay
