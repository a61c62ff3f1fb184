#include "lint/lint_fixture.h"

namespace assay {
namespace {

LintSetting words() {
  LintSetting setting;
  setting.lexicon = "[concepts]\nmerge = \"merge\"\nkey = \"@merge key\"\n";
  return setting;
}

TEST(UnusedImport, IsALexiconOfWhichNothingIsUsed) {
  const std::string lexicons = kHead + "lexicons = [\"words\"]\n";
  expect_found("L502",
               {
                   {lexicons + criterion("[\"@merge\"]"), {}, words()},
                   {lexicons + criterion("[\"merge\"]"), {"\"words\""}, words()},
                   {lexicons + "[about]\nterms = \"@key\"\n" + criterion("[\"x\"]"), {}, words()},
               });
  EXPECT_EQ(lint_for("L502", lexicons + criterion("[\"merge\"]"), words()).mended,
            kHead + criterion("[\"merge\"]"));
}

}  // namespace
}  // namespace assay
