#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

TEST(NotKind, HoldsByAbsence) {
  const Table no_insert = {{"not", "insert"}};
  expect_found({
      {no_insert, "We merge.", "()"},
      {no_insert, "We insert.", "-"},
      {no_insert, "We never insert.", "()"},  // not claimed, so not there
      {no_insert, "", "()"},
      {{{"not", Table{{"not", "merge"}}}}, "We merge.", "()"},
  });
  expect_near_miss({
      {no_insert, "We insert.", "0.30 [insert] \"insert\" stands in the way"},
      {{{"not", Table{{"not", "merge"}}}}, "We insert.", "0.00 [] "},
  });
}

}  // namespace
}  // namespace assay
