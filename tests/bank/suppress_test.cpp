#include "bank/suppress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace assay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Day kToday = *day_named("2026-11-30");

Suppression of(const std::string& id, const std::string& reason, const std::string& until = {}) {
  Suppression out;
  out.id = id;
  out.reason = reason;
  out.until = day_named(until);
  out.file = std::make_shared<const SourceText>("suppress\n", "assay.toml");
  out.span = out.until_span = {0, 8};
  return out;
}

Suppression with_paths(Suppression suppression, const char* pattern) {
  suppression.of_settings = true;
  EXPECT_EQ(suppression.paths.add(pattern), "");
  return suppression;
}

// An answer bank/a.md with a finding on criterion "a" and one on its band.
CheckReport report_with(std::vector<Suppression> suppressions) {
  CheckedAnswer checked;
  checked.answer.file = std::make_shared<const SourceText>("Text.\n", "bank/a.md");
  checked.answer.suppressions = std::move(suppressions);
  for (const char* kind : {"criterion-not-met", "band"}) {
    Finding finding;
    finding.kind = kind;
    finding.id = finding.kind == "band" ? "" : "a";
    finding.file = checked.answer.file;
    finding.spans = {{0, 4}};
    finding.regions = {{{1, 1}, {1, 5}}};
    checked.verdicts.push_back({{}, finding});
  }
  CheckReport report;
  report.answers.push_back(std::move(checked));
  return report;
}

// "criterion-not-met suppressed: why", "band".
std::vector<std::string> told(const CheckReport& report) {
  std::vector<std::string> lines;
  for (const ListedFinding& one : report.findings()) {
    const bool suppressed = one.finding->state == FindingState::suppressed;
    lines.push_back(one.finding->kind + (suppressed ? " suppressed: " + one.finding->reason : ""));
  }
  return lines;
}

std::vector<std::string> after(std::vector<Suppression> of_answer,
                               std::vector<Suppression> of_settings = {}, bool all = true) {
  CheckReport report = report_with(std::move(of_answer));
  apply_suppressions({kToday, std::move(of_settings),
                      [](const std::filesystem::path& path) { return path.string(); }, all},
                     report);
  return told(report);
}

TEST(Suppressions, LetAFindingStandForAReason) {
  EXPECT_THAT(after({}), ElementsAre("criterion-not-met", "band"));
  EXPECT_THAT(after({of("a", "why")}), ElementsAre("criterion-not-met suppressed: why", "band"));
  Suppression band = of("", "why");
  band.finding = "band";
  EXPECT_THAT(after({band}), ElementsAre("criterion-not-met", "band suppressed: why"));
  Suppression both = of("a", "why");
  both.finding = "band";
  EXPECT_THAT(after({both}), ElementsAre("criterion-not-met", "band", "suppression-unused"));
}

TEST(Suppressions, HoldThroughTheirLastDay) {
  EXPECT_THAT(after({of("a", "why", "2026-11-30")}),
              ElementsAre("criterion-not-met suppressed: why", "band"));
  EXPECT_THAT(after({of("a", "why", "2026-11-29")}),
              ElementsAre("criterion-not-met", "band", "suppression-ended"));
  // It ended, whether or not there is anything left of what it was of.
  EXPECT_THAT(after({of("b", "why", "2026-11-29")}),
              ElementsAre("criterion-not-met", "band", "suppression-ended"));
}

TEST(Suppressions, AreFindingsWithoutAReasonOrAUse) {
  EXPECT_THAT(after({of("a", "")}),
              ElementsAre("criterion-not-met suppressed: ", "band", "suppression-without-reason"));
  EXPECT_THAT(
      after({of("b", "")}),
      ElementsAre("criterion-not-met", "band", "suppression-without-reason", "suppression-unused"));
  // The second of two that are of one finding has nothing left to do.
  EXPECT_THAT(after({of("a", "why"), of("a", "again")}),
              ElementsAre("criterion-not-met suppressed: why", "band", "suppression-unused"));
}

TEST(Suppressions, OfSettingsHoldForTheirPaths) {
  EXPECT_THAT(after({}, {with_paths(of("a", "why"), "bank/")}),
              ElementsAre("criterion-not-met suppressed: why", "band"));
  EXPECT_THAT(after({}, {with_paths(of("a", "why"), "*.md")}),
              ElementsAre("criterion-not-met suppressed: why", "band"));
  EXPECT_THAT(after({}, {with_paths(of("a", "why"), "other/")}),
              ElementsAre("criterion-not-met", "band", "suppression-unused"));
  // Of use for files, perhaps, that this run does not check.
  EXPECT_THAT(after({}, {with_paths(of("a", "why"), "other/")}, false),
              ElementsAre("criterion-not-met", "band"));
  // The answer's own comes first.
  EXPECT_THAT(after({of("a", "own")}, {with_paths(of("a", "why"), "bank/")}, false),
              ElementsAre("criterion-not-met suppressed: own", "band"));
}

TEST(Suppressions, OfAnAnswerThatWasNotGradedSayNothing) {
  CheckReport report = report_with({of("a", "")});
  report.answers[0].verdicts.clear();
  report.answers[0].error = GradingError();
  apply_suppressions({kToday, {}, {}, true}, report);
  EXPECT_THAT(told(report), IsEmpty());
}

TEST(Days, AreThoseOfTheCalendar) {
  for (const char* day : {"2026-11-30", "2028-02-29", "0001-01-01"}) {
    ASSERT_TRUE(day_named(day)) << day;
    EXPECT_EQ(name_of(*day_named(day)), day);
  }
  for (const char* none : {"", "2026-11-31", "2027-02-29", "2026-1-30", "2026-00-10", "2026/11/30",
                           "2026-11-30 ", "2026-11-3x", "20261130"}) {
    EXPECT_FALSE(day_named(none)) << none;
  }
}

}  // namespace
}  // namespace assay
