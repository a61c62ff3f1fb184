#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(IdleAllowance, AllowsNothing) {
  const std::string idle = "# lint: allow L202 because";
  expect_found("L601", {
                           {with_concept("\"key|keys\"  " + idle), {}},
                           {with_concept("\"key\"  " + idle), {idle}},
                           {with_concept("\"key\"  # lint: allow L102 because"), {}},  // not run
                           {with_concept("\"key\"  # lint: allow L999 because"), {}},
                           {with_concept("\"key|keys\"  # lint: allow L202, L203 because"),
                            {"# lint: allow L202, L203 because"}},
                       });
}

TEST(Allowances, SpeakForTheirLineOrAllThatBeginsInTheNext) {
  const std::string allow = "# lint: allow L202 that is how they say it\n";
  struct Row {
    std::string terms;
    std::size_t allowed;
  };
  const Row rows[] = {
      {"[\n  \"key|keys\",  " + allow + "  \"row|rows\",\n]", 1},
      {"[\n  " + allow + "  \"key|keys\",\n  \"row|rows\",\n]", 1},
      {"[\n  # lint: allow L201 otherwise\n  \"key|keys\",\n  \"row|rows\",\n]", 0},
      {"[\n  " + allow + "  # and more of it\n  \"key|keys\",\n  \"row|rows\",\n]", 1},
  };
  for (const Row& row : rows) {
    const Linted linted = lint_for("L202", with_concept(row.terms));
    EXPECT_EQ(linted.found.size(), 2u) << row.terms;
    EXPECT_EQ(linted.allowed.size(), row.allowed) << row.terms;
  }
  const std::string all = kHead + "[concepts]\n" + allow +
                          "c = [\n  \"key|keys\",\n  \"row|rows\",\n]\n" + criterion("[\"@c\"]");
  EXPECT_THAT(lint_for("L202", all).allowed,
              testing::ElementsAre("that is how they say it", "that is how they say it"));
  EXPECT_EQ(lint_for("L202", all).mended, all);
}

}  // namespace
}  // namespace assay
