#include "bank/baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "bank/paths.h"
#include "host/temp_folder.h"
#include "report/baseline_json.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class BaselineTest : public testing::Test {
 protected:
  // Findings as "bank/a.md band": a file and a kind.
  CheckReport report_of(const std::vector<std::string>& findings) {
    CheckReport report;
    for (const std::string& one : findings) {
      const std::size_t blank = one.find(' ');
      CheckedAnswer checked;
      checked.answer.file = std::make_shared<const SourceText>(
          "Text.\n", (folder_.path() / one.substr(0, blank)).string());
      Finding finding;
      finding.kind = one.substr(blank + 1);
      finding.file = checked.answer.file;
      finding.spans = {{0, 4}};
      finding.regions = {{{1, 1}, {1, 5}}};
      finding.fingerprint = Digest().add(finding.kind).hex();
      checked.verdicts.push_back({{}, finding});
      report.answers.push_back(std::move(checked));
    }
    number_fingerprints(report);
    return report;
  }

  Baseline written(const std::vector<BaselineEntry>& entries) {
    Diagnostics mistakes;
    const auto baseline =
        read_baseline(folder_.write("base.json", baseline_json(entries)), "base.json", mistakes);
    EXPECT_TRUE(baseline);
    return baseline.value_or(Baseline());
  }

  Baseline nothing() { return {folder_.path(), nullptr, {}}; }

  BaselineChange compare(const Baseline& baseline, CheckReport& report,
                         const std::string& checked = ".") {
    return compare_with_baseline(baseline, {absolute_path(folder_.path() / checked)}, report);
  }

  // "band known", "score".
  static std::vector<std::string> told(const CheckReport& report) {
    std::vector<std::string> lines;
    for (const ListedFinding& one : report.findings()) {
      const bool known = one.finding->state == FindingState::known;
      lines.push_back(one.finding->kind + (known ? " known" : ""));
    }
    return lines;
  }

  TempFolder folder_;
};

TEST_F(BaselineTest, KnowsFilesWhoseNamesAreNotUtf8) {
  CheckReport before = report_of({"bank/\xff\xc3\xa9.md band", "bank/\xc3.md band"});
  const Baseline baseline = written(compare(nothing(), before).renewed);
  ASSERT_EQ(baseline.entries.size(), 2u);
  EXPECT_EQ(baseline.entries[0].file, "bank/\\xc3.md");
  EXPECT_EQ(baseline.entries[1].file, "bank/\\xff\u00e9.md");

  CheckReport same = report_of({"bank/\xff\xc3\xa9.md band", "bank/\xc3.md band"});
  const BaselineChange again = compare(baseline, same);
  EXPECT_THAT(told(same), ElementsAre("band known", "band known"));
  EXPECT_EQ(again.added + again.removed, 0u);
  EXPECT_EQ(baseline_json(again.renewed), baseline_json(baseline.entries));

  CheckReport none = report_of({});
  EXPECT_EQ(compare(baseline, none, "bank/\xc3.md").removed, 1u);
}

TEST_F(BaselineTest, KnowsWhatItHoldsAndNothingElse) {
  CheckReport before = report_of({"bank/b.md score", "bank/a.md band"});
  const BaselineChange first = compare(nothing(), before);
  EXPECT_EQ(first.added, 2u);
  EXPECT_EQ(first.removed, 0u);
  EXPECT_THAT(told(before), ElementsAre("score", "band"));

  const Baseline baseline = written(first.renewed);
  CheckReport same = report_of({"bank/a.md band", "bank/b.md score"});
  const BaselineChange again = compare(baseline, same);
  EXPECT_THAT(told(same), ElementsAre("band known", "score known"));
  EXPECT_EQ(again.added + again.removed, 0u);
  EXPECT_EQ(baseline_json(again.renewed), baseline_json(first.renewed));

  CheckReport more = report_of({"bank/a.md band", "bank/a.md score", "bank/b.md score"});
  EXPECT_EQ(compare(baseline, more).added, 1u);
  EXPECT_THAT(told(more), ElementsAre("band known", "score", "score known"));
  EXPECT_EQ(more.failures(), 1u);
}

TEST_F(BaselineTest, CountsEqualFindingsOfAFile) {
  CheckReport one = report_of({"a.md band"});
  const Baseline baseline = written(compare(nothing(), one).renewed);
  CheckReport two = report_of({"a.md band", "a.md band"});
  EXPECT_EQ(compare(baseline, two).added, 1u);
  EXPECT_THAT(told(two), ElementsAre("band known", "band"));
}

TEST_F(BaselineTest, TellsOfWhatDoesNotOccurAnyMore) {
  CheckReport before = report_of({"bank/a.md band", "other/b.md score"});
  const Baseline baseline = written(compare(nothing(), before).renewed);
  CheckReport now = report_of({"bank/c.md band"});
  const BaselineChange change = compare(baseline, now, "bank");
  EXPECT_THAT(told(now), ElementsAre("band", "baseline-outdated"));
  EXPECT_EQ(change.removed, 1u);
  // What was not checked stays in it.
  ASSERT_EQ(change.renewed.size(), 2u);
  EXPECT_EQ(change.renewed[0].file, "bank/c.md");
  EXPECT_EQ(change.renewed[1].file, "other/b.md");
  const Finding& outdated = *now.findings()[1].finding;
  EXPECT_EQ(outdated.file->path(), "base.json");
  EXPECT_EQ(outdated.regions[0].begin.line, 2u);
  EXPECT_THAT(outdated.message, HasSubstr("`band` in bank/a.md"));
  EXPECT_EQ(now.failures(), 1u);
  EXPECT_EQ(now.warnings(), 1u);
}

TEST_F(BaselineTest, IsNotComparedWithWhatCouldNotBeChecked) {
  CheckReport before = report_of({"a.md band"});
  const Baseline baseline = written(compare(nothing(), before).renewed);
  CheckReport now;
  now.mistakes.push_back({"a.md", 1, 1, "wrong", "", ""});
  const BaselineChange change = compare(baseline, now);
  EXPECT_THAT(told(now), IsEmpty());
  EXPECT_EQ(change.renewed.size(), 1u);
}

TEST_F(BaselineTest, HoldsNoSuppressedFindingsAndNoWarnings) {
  CheckReport report = report_of({"a.md band", "a.md suppression-unused", "a.md score"});
  report.answers[0].verdicts[0].finding->state = FindingState::suppressed;
  const BaselineChange change = compare(nothing(), report);
  ASSERT_EQ(change.renewed.size(), 1u);
  EXPECT_EQ(change.renewed[0].finding, "score");
}

TEST_F(BaselineTest, IsRefusedWhereItIsNone) {
  struct Case {
    const char* bytes;
    const char* message;
  };
  const Case cases[] = {
      {"", "this is no JSON"},
      {"{\"version\": 1, \"findings\": [\n", "this is no JSON"},
      {"{\"version\": 1e999, \"findings\": []}", "a number in it is too large to be read"},
      {"[]", "this is no baseline"},
      {"{\"version\": 1, \"findings\": {}}", "this is no baseline"},
      {"{\"version\": 2, \"findings\": []}", "this is a baseline of another version"},
      {"{\"version\": 1, \"findings\": [{\"file\": \"a\"}]}",
       "finding 1 of the baseline cannot be read"},
      {"{\"version\": 1, \"findings\": [3]}", "finding 1 of the baseline cannot be read"},
  };
  for (const Case& c : cases) {
    Diagnostics mistakes;
    EXPECT_FALSE(read_baseline(folder_.write("b.json", c.bytes), "b.json", mistakes)) << c.bytes;
    ASSERT_EQ(mistakes.size(), 1u) << c.bytes;
    EXPECT_EQ(mistakes[0].message, c.message) << c.bytes;
  }
  Diagnostics mistakes;
  EXPECT_FALSE(read_baseline(folder_.path() / "none.json", "none.json", mistakes));
  EXPECT_EQ(mistakes[0].message, "there is no such file");
}

TEST(BaselineJson, IsAFindingALine) {
  EXPECT_EQ(baseline_json({}), "{\"version\": 1, \"findings\": []}\n");
  EXPECT_EQ(
      baseline_json({{"a \"b\".md", "band", "", "0:1", {}}, {"c.md", "score", "x", "1:1", {}}}),
      "{\"version\": 1, \"findings\": [\n"
      "  {\"file\": \"a \\\"b\\\".md\", \"finding\": \"band\", \"id\": null, "
      "\"fingerprint\": \"0:1\"},\n"
      "  {\"file\": \"c.md\", \"finding\": \"score\", \"id\": \"x\", \"fingerprint\": "
      "\"1:1\"}\n]}\n");
}

}  // namespace
}  // namespace assay
