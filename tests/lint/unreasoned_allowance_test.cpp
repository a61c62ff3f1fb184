#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(UnreasonedAllowance, SaysNothingOfUse) {
  const auto beside = [](const std::string& comment) {
    return with_concept("\"key|keys\"  " + comment);
  };
  expect_found("L602", {
                           {beside("# lint: allow L202 because"), {}},
                           {beside("# lint: allow L202"), {"# lint: allow L202"}},
                           {beside("# lint: allow"), {"# lint: allow"}},
                           {beside("# lint: allow L999 because"), {"# lint: allow L999 because"}},
                           {beside("#lint: allow L202"), {"#lint: allow L202"}},
                           {beside("# of lint: allow"), {}},
                       });
}

TEST(UnreasonedAllowance, IsToBeWrittenWithItsOwnCodes) {
  const struct {
    const char* comment;
    const char* advised;
  } kRows[] = {
      {"# lint: allow L203", "write `# lint: allow L203 because ...`"},
      {"# lint: allow L203, L202", "write `# lint: allow L203, L202 because ...`"},
      {"# lint: allow L999, L202 because", "write `# lint: allow L202 because ...`"},
      {"# lint: allow", "write `# lint: allow L201 because ...`"},
  };
  for (const auto& row : kRows) {
    const Linted linted =
        lint_for("L602", with_concept("\"key|keys\"  " + std::string(row.comment)));
    EXPECT_THAT(linted.advice, testing::ElementsAre(row.advised)) << row.comment;
  }
}

TEST(UnreasonedAllowance, AllowsNothing) {
  EXPECT_TRUE(lint_for("L202", with_concept("\"key|keys\"  # lint: allow L202")).allowed.empty());
}

}  // namespace
}  // namespace assay
