#include "report/lint_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "parsed_json.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;

// What a rubric may hold to break out of a format.
const std::string kOddWords = "x\r\n::warning::y %0A, \x1b[31m\xff";

LintFinding odd_finding(std::string allowed) {
  LintFinding finding;
  finding.code = "L201";
  finding.name = "hidden-term";
  finding.path = "rubrics/a b.toml";
  finding.begin = {3, 7};
  finding.end = {3, 12};
  finding.line = "c = [\u201ckeys\u201d]" + kOddWords;
  finding.message = "`keys` is hidden: " + kOddWords;
  finding.advice = "leave it out";
  finding.fix = {{1, 2, ""}};
  finding.allowed = std::move(allowed);
  return finding;
}

LintReport odd_report() {
  LintReport report;
  report.files = 2;
  report.findings = {odd_finding(""), odd_finding("they say so")};
  report.mistakes = {{"b.toml", 4, 1, "wrong: " + kOddWords, "right", "line"}};
  return report;
}

TEST(LintText, ShowsTheWordsAndWhatToDo) {
  const std::string out = lint_text(odd_report(), {});
  EXPECT_THAT(out, HasSubstr("rubrics/a b.toml:3:7: L201 hidden-term: `keys` is hidden: x"));
  EXPECT_THAT(out, HasSubstr("  3 | c = [\u201ckeys\u201d]"));
  EXPECT_THAT(out, HasSubstr("    |       ^^^^^"));
  EXPECT_THAT(out, HasSubstr("    = help: leave it out\n"));
  EXPECT_THAT(out, HasSubstr("2 files: 1 finding (1 that --fix mends), 1 allowed, 1 mistake\n"));
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
}

TEST(LintText, DrawsBlanksThatAFindingIsAbout) {
  LintReport report;
  LintFinding& finding = report.findings.emplace_back();
  finding.path = "a.toml";
  finding.line = "any = 'tea \t pot'  # x";
  finding.begin = {1, 11};
  finding.end = {1, 14};
  EXPECT_THAT(lint_text(report, {}),
              HasSubstr("any = 'tea\u2423\u21e5\u2423pot' # x\n    |           ^^^\n"));
  finding.begin = {1, 8};
  EXPECT_THAT(lint_text(report, {}), HasSubstr("any = 'tea pot' # x\n"));
}

TEST(LintText, SaysWhereThereIsNothing) {
  LintReport report;
  report.files = 1;
  EXPECT_EQ(lint_text(report, {}), "1 file: no findings\n");
}

TEST(LintJson, HasAllFindings) {
  const Json json = Json::parse(lint_json(odd_report()));
  ASSERT_EQ(json["findings"].size(), 2u);
  const Json first = json["findings"][0];
  EXPECT_EQ(first["file"], "rubrics/a b.toml");
  EXPECT_EQ(first["line"], 3);
  EXPECT_EQ(first["end_column"], 12);
  EXPECT_EQ(first["code"], "L201");
  EXPECT_EQ(first["fixable"], true);
  EXPECT_TRUE(first["allowed"].is_null());
  EXPECT_EQ(json["findings"][1]["allowed"], "they say so");
  EXPECT_EQ(json["errors"][0]["expected"], "right");
}

TEST(LintSarif, SuppressesWhatWasAllowed) {
  const Json run = Json::parse(lint_sarif(odd_report()))["runs"][0];
  const Json results = run["results"];
  ASSERT_EQ(results.size(), 2u);
  const auto rule = std::size_t(results[0]["ruleIndex"].number());
  EXPECT_EQ(run["tool"]["driver"]["rules"][rule]["id"], "L201");
  EXPECT_EQ(results[0]["level"], "warning");
  EXPECT_FALSE(results[0].contains("suppressions"));
  EXPECT_EQ(results[1]["suppressions"][0]["justification"], "they say so");
  const Json place = results[0]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "rubrics/a%20b.toml");
  EXPECT_EQ(place["region"]["startColumn"], 7);
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
}

TEST(LintGithub, IsOneCommandALineWhateverARubricHolds) {
  const std::string out = lint_github(odd_report());
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 2);
  EXPECT_THAT(out, HasSubstr("::warning file=rubrics/a b.toml,line=3,endLine=3,col=7,endColumn=12,"
                             "title=assay L201 hidden-term::`keys` is hidden: x%0D%0A"));
  EXPECT_THAT(out, HasSubstr("::error file=b.toml,line=4"));
  EXPECT_THAT(out, Not(HasSubstr("\n::warning::y")));
}

}  // namespace
}  // namespace assay
