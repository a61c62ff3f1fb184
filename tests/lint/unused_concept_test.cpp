#include "lint/lint_fixture.h"

namespace assay {
namespace {

const std::string kUser = kHead + "lexicons = [\"words\"]\n" + criterion("[\"@used\"]");

LintSetting lexicon(const std::string& concepts, bool whole = true) {
  LintSetting setting;
  setting.lexicon = "[concepts]\n" + concepts;
  setting.whole = whole;
  setting.of_lexicon = true;
  return setting;
}

TEST(UnusedConcept, IsOneThatNoRubricLeadsTo) {
  const std::string concepts = "used = \"@inner\"\ninner = \"a1\"\nidle = \"a2\"\n";
  expect_found("L501", {
                           {kUser, {"idle"}, lexicon(concepts)},
                           {kUser, {}, lexicon(concepts, false)},
                           {kUser, {}, lexicon("used = \"a1\"\n")},
                       });
}

TEST(UnusedConcept, GoesWithItsComment) {
  EXPECT_EQ(
      lint_for("L501", kUser, lexicon("# of all\n\nused = \"a1\"\n# why\nidle = [\n  \"a2\",\n]\n"))
          .mended,
      "[concepts]\n# of all\n\nused = \"a1\"\n");
}

}  // namespace
}  // namespace assay
