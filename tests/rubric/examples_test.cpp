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
  for (const ExampleFailure& failure : check_examples(*rubric)) told.push_back(failure.to_string());
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

}  // namespace
}  // namespace assay
