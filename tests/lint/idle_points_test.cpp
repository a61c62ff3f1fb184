#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(IdlePoints, BringNothing) {
  const std::string each = "each = [{ terms = \"key\", points = 1 }]\n";
  const std::string parts = "[[criterion]]\nid = \"it\"\nsays = \"Says it\"\npoints = 2\neach = ";
  expect_found(
      "L403",
      {
          {kHead + criterion("[\"merge\"]") + each, {"[{ terms = \"key\", points = 1 }]"}},
          {kHead + criterion("[{ terms = \"merge\", points = 0.5 }]") + each, {}},
          {kHead + parts + "[{ terms = \"a1\", points = 1 }, { terms = \"a2\", points = 1 }]\n",
           {}},
          {kHead + parts + "[{ terms = \"a1\", points = 2 }, { terms = \"a2\", points = 1 }]\n",
           {"{ terms = \"a1\", points = 2 }"}},
          {kHead + parts + "[{ terms = \"a1\", points = 2 }]\n", {}},
          {kHead + criterion("[\"merge\"]") +
               "[[flaw]]\nid = \"f\"\nsays = \"Errs\"\ncost = 1.5\nany = [\"x\"]\n",
           {"1.5"}},
          {kHead + criterion("[\"merge\"]") +
               "[[flaw]]\nid = \"f\"\nsays = \"Errs\"\ncost = 1\nany = [\"x\"]\n",
           {}},
      });
}

}  // namespace
}  // namespace assay
