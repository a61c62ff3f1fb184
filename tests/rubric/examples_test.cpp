#include "rubric/examples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rubric/rubric_fixtures.h"

namespace assay {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> failures(const std::string& toml) {
  Diagnostics diagnostics;
  const auto rubric = parse_rubric(toml, "r", {}, diagnostics);
  EXPECT_TRUE(rubric) << all_of(diagnostics);
  std::vector<std::string> told;
  if (!rubric) return told;
  for (const ExampleFailure& failure : run_examples(*rubric).failures)
    told.push_back(failure.to_string());
  return told;
}

const std::string kRubric =
    with_criterion("any = [\"apple\"]\n[[flaw]]\nid = \"f\"\nsays = \"S\"\nany = [\"cherry\"]\n");

TEST(Examples, ThatHoldSayNothing) {
  EXPECT_THAT(failures(kRubric), ElementsAre());
  EXPECT_THAT(failures(kRubric + R"(
[[example]]
text = "An apple falls."
met = ["c"]
no-flaws = ["f"]
[[example]]
text = "A cherry falls."
not-met = ["c"]
flaws = ["f"]
)"),
              ElementsAre());
}

TEST(Examples, ThatDoNotHoldSayWhatCameOut) {
  EXPECT_THAT(
      failures(kRubric + R"(
[[example]]
text = "We never eat a cherry or an apple."
met = ["c"]
flaws = ["f"]
[[example]]
text = "An apple falls on a cherry."
not-met = ["c"]
no-flaws = ["f"]
[[example]]
text = "Nothing falls."
met = ["c"]
)"),
      ElementsAre("the example in line 13 should meet `c` (found, but negated by \"never\")",
                  "the example in line 13 should commit `f`",
                  "the example in line 17 should not meet `c` (\"apple\")",
                  "the example in line 17 should not commit `f` (\"cherry\")",
                  "the example in line 21 should meet `c`"));
}

std::vector<std::string> gaps(const std::string& toml) {
  Diagnostics diagnostics;
  const auto rubric = parse_rubric(toml, "r", {}, diagnostics);
  EXPECT_TRUE(rubric) << all_of(diagnostics);
  std::vector<std::string> told;
  if (!rubric) return told;
  for (const ExampleGap& gap : run_examples(*rubric).gaps) told.push_back(gap.to_string());
  return told;
}

TEST(Examples, StandOnEitherSideAndNear) {
  const auto example = [](const std::string& text, const std::string& asserts) {
    return "\n[[example]]\ntext = \"" + text + "\"\n" + asserts + "\n";
  };
  const std::string met = example("An apple on a cherry.", "met = [\"c\"]\nflaws = [\"f\"]");
  const std::string near =
      example("Never an apple on a cherry.", "not-met = [\"c\"]\nno-flaws = [\"f\"]");
  const std::string far = example("Nothing.", "not-met = [\"c\"]\nno-flaws = [\"f\"]");
  EXPECT_THAT(gaps(kRubric + met + near), ElementsAre());
  EXPECT_THAT(gaps(kRubric + met + far + near), ElementsAre());
  EXPECT_THAT(gaps(kRubric + met + far),
              ElementsAre("no example that does not meet `c` comes near it",
                          "no example that does not commit `f` comes near it"));
  EXPECT_THAT(gaps(kRubric + near), ElementsAre("no example meets `c`", "no example commits `f`"));
  EXPECT_THAT(gaps(kRubric + met), ElementsAre("no example says that it does not meet `c`",
                                               "no example says that it does not commit `f`"));
  EXPECT_THAT(gaps(kRubric).size(), 4u);
}

}  // namespace
}  // namespace assay
