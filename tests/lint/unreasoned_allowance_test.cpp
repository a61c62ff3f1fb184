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

TEST(UnreasonedAllowance, AllowsNothing) {
  EXPECT_TRUE(lint_for("L202", with_concept("\"key|keys\"  # lint: allow L202")).allowed.empty());
}

}  // namespace
}  // namespace assay
