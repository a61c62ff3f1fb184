#include "report/examples_text.h"

#include <gtest/gtest.h>

#include <vector>

namespace assay {
namespace {

Rubric soup(std::size_t examples) {
  Rubric rubric;
  rubric.id = "soup";
  rubric.path = "pack/soup.toml";
  rubric.examples.resize(examples);
  return rubric;
}

TEST(ExamplesText, CountsWhatPasses) {
  EXPECT_EQ(examples_text(soup(1), {}), "ok    soup, 1 example\n");
  EXPECT_EQ(examples_text(soup(3), {}), "ok    soup, 3 examples\n");
}

TEST(ExamplesText, CountsAnExampleOnceHoweverOftenItFails) {
  const std::vector<ExampleFailure> failures = {
      {9, "met", "salt", "Water.", "found, but negated"},
      {9, "no-flaws", "burnt", "Water.", ""},
  };
  EXPECT_EQ(examples_text(soup(2), failures),
            "FAIL  soup, 1 of 2 examples\n"
            "  pack/soup.toml:9: should meet `salt` (found, but negated)\n    Water.\n"
            "  pack/soup.toml:9: should not commit `burnt`\n    Water.\n");
}

TEST(ExamplesText, ShowsNoEscapeSequences) {
  const std::vector<ExampleFailure> failures = {{1, "not-met", "salt", "\x1b[31mred", ""}};
  EXPECT_EQ(examples_text(soup(1), failures).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace assay
