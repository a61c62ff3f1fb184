#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(SameRequirement, IsOneRuleThatDecidesTwice) {
  const std::string a = criterion("[\"merge\", { near = [\"a\", \"key\"], id = \"x\" }]", "a");
  const std::string near = "{ near = [\"a\", \"key\"], id = \"y\" }";
  expect_found(
      "L401",
      {
          {kHead + a + criterion("[\"upsert\"]", "b"), {}},
          {kHead + a + criterion("[\"merge\"]", "b"), {"\"merge\""}},
          {kHead + a + criterion("[{ terms = [\"merge\"] }]", "b"), {"{ terms = [\"merge\"] }"}},
          {kHead + a + criterion("[" + near + "]", "b"), {near}},
          // More is asked for there.
          {kHead + a + criterion("[\"merge\"]", "b") + "all = [\"key\"]\n", {}},
          {kHead + a + criterion("[\"merge\"]", "b") + "standing = \"negated\"\n", {}},
          {kHead + a + "[[flaw]]\nid = \"f\"\nsays = \"Errs\"\nany = [\"merge\"]\n", {"\"merge\""}},
      });
}

}  // namespace
}  // namespace assay
