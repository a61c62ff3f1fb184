#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(SameExamples, TellTwoCriteriaApartNowhere) {
  const std::string two = kHead + criterion("[\"merge\"]", "a") + criterion("[\"key\"]", "b");
  const std::string both = example("We merge on a key.", "met = [\"a\", \"b\"]") +
                           example("A key to merge on.", "met = [\"a\", \"b\"]");
  expect_found("L402", {
                           {two + both, {"\"b\""}},
                           {two + both + example("We merge.", "met = [\"a\"]"), {}},
                           {two + example("A merge key.", "met = [\"a\"]"), {}},  // too few to tell
                           {two, {}},
                       });
}

}  // namespace
}  // namespace assay
