#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(EmptyBand, IsOneThatNoSumOfPointsFallsInto) {
  const auto bands = [](const char* table) { return kHead + "[bands]\n" + table + "\n"; };
  const std::string two = criterion("[\"a1\"]", "a") + criterion("[\"a2\"]", "b");
  const std::string flaw = "[[flaw]]\nid = \"f\"\nsays = \"Errs\"\nany = [\"x\"]\n";
  expect_found("L404",
               {
                   {kHead + two, {}},  // one of two is 0.5
                   {bands("yellow = 0.6") + two, {"0.6"}},
                   {bands("green = 0.5") + two, {"0.5"}},
                   {bands("green = 0.6\nyellow = 0.6") + two, {}},
                   {kHead + criterion("[\"a1\"]"), {"\"q\""}},
                   {kHead + criterion("[\"a1\", { terms = \"a2\", points = 0.5 }]"), {}},
                   // A flaw may bring an answer there, by its cap or its cost.
                   {kHead + criterion("[\"a1\"]") + flaw, {}},
                   {kHead + criterion("[\"a1\"]") + flaw + "cap = \"red\"\n", {"\"q\""}},
                   {kHead + criterion("[\"a1\"]") + flaw + "cap = \"red\"\ncost = 0.5\n", {}},
               });
}

}  // namespace
}  // namespace assay
