#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

Table in(const char* element, const char* term) {
  return {{"in", element}, {"find", Table{{"terms", term}, {"standing", "any"}}}};
}

TEST(InKind, HoldsInSuchAPartOfTheAnswer) {
  const char* answer =
      "Keys matter.\n\n# Keys\n\nWe merge.\n\n- one key\n- `key` in code\n\n> a key quoted\n\n"
      "| key | b |\n|---|---|\n| 1 | 2 |\n";
  expect_found({
      {in("heading", "key"), answer, "Keys"},
      {in("list", "key"), answer, "key; key"},
      {in("code", "key"), answer, "key"},
      {in("quote", "key"), answer, "key"},
      {in("table", "key"), answer, "key"},
      {in("section", "merge"), answer, "merge"},
      {in("section", "matter"), answer, "-"},
      {in("list", "merge"), answer, "-"},
  });
}

TEST(InKind, LooksInTheSectionOfATitle) {
  Table drawbacks = in("section", "cost");
  drawbacks.emplace_back("titled", List{"drawback", "downside"});
  expect_found({
      {drawbacks, "# Drawbacks\n\nThe cost is high.\n\n# Rest\n\nNo cost.", "cost"},
      {drawbacks, "# Drawbacks\n\n## Money\n\nThe cost is high.", "cost"},
      {drawbacks, "# Benefits\n\nThe cost is low.", "-"},
      {drawbacks, "# Drawbacks and cost\n\nNone.", "-"},
      {drawbacks, "The cost is high.", "-"},
  });
  Table titled = in("list", "cost");
  titled.emplace_back("titled", "drawback");
  EXPECT_EQ(refusals(titled), "titled: only a section has a title; expected in = \"section\"");
}

TEST(InKind, SaysThatItIsElsewhere) {
  expect_near_miss({
      {in("list", "key"), "A key.", "0.70 [key] \"key\" is there, but not in a list"},
      {in("list", "key"), "A lock.", "0.00 [] "},
  });
}

}  // namespace
}  // namespace assay
