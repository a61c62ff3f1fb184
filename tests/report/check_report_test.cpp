#include "report/check_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "parsed_json.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;

// What a student or a file's name may hold to break out of a format.
const std::string kHostile =
    "a::error::x\r\n::warning::y %0A, ]]> </failure> & \"q\" \x1b[31m\x01\xff";

// One answer with one finding of words, and a mistake; both with hostile text everywhere.
CheckReport hostile_report() {
  const std::string file = "+++\nmet = [\"it\"]\n+++\n" + kHostile + "\n";
  CheckedAnswer checked;
  checked.answer.file = std::make_shared<const SourceText>(file, "bank/ä " + kHostile + ".md");
  checked.answer.record.id = kHostile;
  checked.answer.record.question = "q";
  checked.answer.record.text = file.substr(21);
  Finding finding;
  finding.kind = "criterion-not-met";
  finding.id = "it";
  finding.file = checked.answer.file;
  finding.message = "`it` should be met: " + kHostile;
  finding.why = "found, but negated by \"" + kHostile + "\"";
  finding.advice = "mend it";
  finding.spans = {{21, 22}, {24, 29}};
  finding.of_words = true;
  finding.regions = {{{4, 1}, {4, 2}}, {{4, 4}, {4, 9}}};
  finding.expected_at = {{2, 8}, {2, 12}};
  finding.near_miss = kHostile;
  finding.fingerprint = "0123456789abcdef:1";
  Expectation expected;
  expected.what = Expected::met;
  expected.id = "it";
  checked.answer.expectations = {expected, expected, expected};
  checked.verdicts.push_back({expected, finding});
  checked.verdicts.push_back({expected, finding});
  checked.verdicts.push_back({expected, std::nullopt});
  CheckReport report;
  report.answers.push_back(std::move(checked));
  report.mistakes.push_back({"other.md", 3, 5, "wrong: " + kHostile, "right", "line"});
  return report;
}

TEST(CheckGithub, IsOneCommandALineWhateverAnAnswerHolds) {
  const std::string out = check_github(hostile_report());
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 3);
  EXPECT_EQ(out.find('\r'), out.npos);
  EXPECT_THAT(out, Not(HasSubstr("\n::warning")));
  EXPECT_THAT(out, HasSubstr("::error file=bank/ä a%3A%3Aerror%3A%3Ax%0D%0A%3A%3Awarning%3A%3Ay "
                             "%250A%2C ]]>"));
  EXPECT_THAT(out, HasSubstr(",line=4,endLine=4,col=1,endColumn=2,title=assay criterion-not-met::"
                             "`it` should be met: a::error::x%0D%0A::warning::y %250A, "));
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
}

// The same with findings of every state: one is known, one suppressed in the file, one in
// settings, and a baseline warns.
CheckReport report_of_all_states() {
  CheckReport report = hostile_report();
  report.mistakes.clear();
  report.has_baseline = true;
  CheckedAnswer& checked = report.answers[0];
  const auto another = [&](FindingState state) -> Finding& {
    checked.verdicts.push_back(checked.verdicts[0]);
    checked.answer.expectations.push_back(checked.verdicts[0].expectation);
    Finding& finding = *checked.verdicts.back().finding;
    finding.state = state;
    return finding;
  };
  another(FindingState::known);
  Finding& here = another(FindingState::suppressed);
  here.reason = kHostile;
  here.until = day_named("2027-01-31");
  here.suppressed_in = checked.answer.file;
  here.suppressed_at = {{2, 1}, {2, 4}};
  Finding& there = another(FindingState::suppressed);
  there.suppressed_in = std::make_shared<const SourceText>("x\n", "assay.toml");
  there.suppressed_at = {{1, 1}, {1, 2}};
  checked.verdicts.erase(checked.verdicts.begin() + 1, checked.verdicts.begin() + 3);
  Finding warning;
  warning.kind = "baseline-outdated";
  warning.message = "gone: " + kHostile;
  warning.advice = "write it anew";
  warning.file = std::make_shared<const SourceText>("[\n]\n", "base.json");
  warning.spans = {{0, 1}};
  warning.regions = {{{1, 1}, {1, 2}}};
  report.others.push_back(warning);
  return report;
}

using Tree = boost::property_tree::ptree;

Tree read_xml(const std::string& xml) {
  std::istringstream stream(xml);
  Tree tree;
  boost::property_tree::read_xml(stream, tree);
  return tree;
}

std::vector<Tree> all_of(const Tree& tree, const std::string& name) {
  std::vector<Tree> found;
  for (const auto& [key, child] : tree) {
    if (key == name) found.push_back(child);
  }
  return found;
}

std::string attribute(const Tree& tree, const std::string& name) {
  return tree.get<std::string>("<xmlattr>." + name, "(none)");
}

// "passed", "failure", "skipped" or "error".
std::string outcome(const Tree& test_case) {
  for (const char* name : {"failure", "skipped", "error"}) {
    if (test_case.count(name) > 0) return name;
  }
  return "passed";
}

// What XML can hold of kHostile: no control character, and no byte that is not UTF-8.
const std::string kInXml =
    "a::error::x\r\n::warning::y %0A, ]]> </failure> & \"q\" [31m\xEF\xBF\xBD";

TEST(CheckJunit, IsReadBackByAParserWhateverAnAnswerHolds) {
  const std::string out = check_junit(hostile_report());
  for (const char c : out) {
    EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n') << int(c);
  }
  const Tree suites = read_xml(out).get_child("testsuites");
  EXPECT_EQ(attribute(suites, "name"), "assay check");
  EXPECT_EQ(attribute(suites, "tests"), "4");
  EXPECT_EQ(attribute(suites, "failures"), "2");
  EXPECT_EQ(attribute(suites, "errors"), "1");
  EXPECT_EQ(attribute(suites, "skipped"), "0");
  const std::vector<Tree> all = all_of(suites, "testsuite");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(attribute(all[0], "name"), "bank/ä " + kInXml + ".md");
  const std::vector<Tree> cases = all_of(all[0], "testcase");
  ASSERT_EQ(cases.size(), 3u);
  EXPECT_EQ(attribute(cases[0], "name"), "met it");
  EXPECT_EQ(attribute(cases[0], "classname"), "bank/ä " + kInXml + ".md");
  EXPECT_EQ(attribute(cases[0].get_child("failure"), "type"), "criterion-not-met");
  EXPECT_EQ(attribute(cases[0].get_child("failure"), "message"), "`it` should be met: " + kInXml);
  EXPECT_THAT(cases[0].get<std::string>("failure"), HasSubstr(kInXml + "\"\nmend it"));
  EXPECT_EQ(outcome(cases[2]), "passed");
  const Tree mistake = all_of(all[1], "testcase").at(0);
  EXPECT_EQ(attribute(mistake, "name"), "line 3");
  EXPECT_EQ(attribute(mistake.get_child("error"), "message"), "wrong: " + kInXml);
  // U+FFFE is valid UTF-8 and no XML.
  CheckReport report = hostile_report();
  report.mistakes[0].message =
      "a\xEF\xBF\xBE"
      "b";
  EXPECT_THAT(check_junit(report), HasSubstr("<error message=\"ab\">"));
}

TEST(CheckJunit, SkipsWhatIsKnownOrSuppressed) {
  const Tree suites = read_xml(check_junit(report_of_all_states())).get_child("testsuites");
  EXPECT_EQ(attribute(suites, "failures"), "1");
  EXPECT_EQ(attribute(suites, "skipped"), "3");
  const std::vector<Tree> all = all_of(suites, "testsuite");
  const std::vector<Tree> cases = all_of(all[0], "testcase");
  ASSERT_EQ(cases.size(), 4u);
  EXPECT_EQ(outcome(cases[0]), "failure");
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(outcome(cases[i]), "skipped");
  EXPECT_EQ(attribute(cases[1].get_child("skipped"), "message"), "known by the baseline");
  EXPECT_EQ(attribute(cases[2].get_child("skipped"), "message"), "suppressed: " + kInXml);
  EXPECT_EQ(attribute(cases[3].get_child("skipped"), "message"), "suppressed");
  const Tree warning = all_of(all[1], "testcase").at(0);
  EXPECT_EQ(outcome(warning), "passed");
  EXPECT_THAT(warning.get<std::string>("system-out"), HasSubstr("gone: "));
}

TEST(CheckRdjsonl, IsADiagnosticALineWhateverAnAnswerHolds) {
  const std::string out = check_rdjsonl(hostile_report());
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 3);
  for (const char c : out) {
    EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n') << int(c);
  }
  std::istringstream lines(out);
  std::vector<Json> all;
  for (std::string line; std::getline(lines, line);) all.push_back(Json::parse(line));
  const Json finding = all[0];
  EXPECT_THAT(finding["message"].text(), HasSubstr("a::error::x\r\n::warning::y"));
  EXPECT_THAT(finding["location"]["path"].text(), HasSubstr("bank/ä a::error"));
  EXPECT_EQ(finding["location"]["range"], Json::parse(R"({"start": {"line": 4, "column": 1},
                                      "end": {"line": 4, "column": 2}})"));
  EXPECT_EQ(finding["severity"], "ERROR");
  EXPECT_EQ(finding["code"]["value"], "criterion-not-met");
  EXPECT_EQ(finding["source"]["name"], "assay");
  EXPECT_EQ(all[2]["location"]["path"], "other.md");
}

TEST(CheckRdjsonl, CountsColumnsInBytes) {
  CheckReport report = hostile_report();
  Finding& finding = *report.answers[0].verdicts[0].finding;
  finding.file = std::make_shared<const SourceText>("x\né🍵 word\n", "a.md");
  finding.regions = {{{2, 4}, {2, 8}}};
  report.mistakes = {{"b.md", 3, 3, "wrong", "", "éé x"}};
  const std::string out = check_rdjsonl(report);
  EXPECT_THAT(out, HasSubstr("\"range\":{\"start\":{\"line\":2,\"column\":8},\"end\":{\"line\":2,"
                             "\"column\":12}}"));
  EXPECT_THAT(out, HasSubstr("\"range\":{\"start\":{\"line\":3,\"column\":5}}"));
}

TEST(CheckRdjsonl, InformsOfWhatIsKnownOrSuppressed) {
  std::istringstream lines(check_rdjsonl(report_of_all_states()));
  std::vector<std::string> severities;
  for (std::string line; std::getline(lines, line);) {
    severities.push_back(Json::parse(line)["severity"].text());
  }
  EXPECT_THAT(severities, testing::ElementsAre("ERROR", "INFO", "INFO", "INFO", "WARNING"));
}

TEST(CheckGithub, NoticesWhatIsKnownOrSuppressed) {
  const std::string out = check_github(report_of_all_states());
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 5);
  EXPECT_EQ(out.find('\r'), out.npos);
  EXPECT_THAT(out, HasSubstr("title=assay criterion-not-met (known)::"));
  EXPECT_THAT(out, HasSubstr("title=assay criterion-not-met (suppressed)::"));
  EXPECT_THAT(out, HasSubstr("::warning file=base.json,line=1,"));
}

TEST(CheckSarif, IsWhatCodeScanningReads) {
  const Json sarif = Json::parse(check_sarif(hostile_report()));
  EXPECT_EQ(sarif["version"], "2.1.0");
  const Json run = sarif["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  ASSERT_EQ(run["results"].size(), 2u);
  const Json result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "criterion-not-met");
  EXPECT_EQ(run["tool"]["driver"]["rules"][std::size_t(result["ruleIndex"].number())]["id"],
            "criterion-not-met");
  const Json place = result["locations"][0]["physicalLocation"];
  const std::string uri = place["artifactLocation"]["uri"].text();
  EXPECT_THAT(uri, HasSubstr("bank/%C3%A4%20a%3A%3Aerror%3A%3Ax%0D%0A"));
  EXPECT_TRUE(std::all_of(uri.begin(), uri.end(), [](char c) { return c > 0x20 && c < 0x7F; }));
  EXPECT_EQ(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
  EXPECT_EQ(place["region"], Json::parse(R"({"startLine": 4, "startColumn": 1,
                                                       "endLine": 4, "endColumn": 2})"));
  EXPECT_EQ(result["partialFingerprints"]["primaryLocationLineHash"], "0123456789abcdef:1");
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"].size(), 1u);
}

TEST(CheckSarif, SaysWhatIsKnownAndWhySomethingIsSuppressed) {
  const Json sarif = Json::parse(check_sarif(report_of_all_states()));
  const Json results = sarif["runs"][0]["results"];
  ASSERT_EQ(results.size(), 5u);
  const char* states[] = {"new", "unchanged", "new", "new", "new"};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(results[i]["baselineState"], states[i]) << i;
    EXPECT_EQ(results[i]["suppressions"].size(), i == 2 || i == 3 ? 1u : 0u) << i;
  }
  const Json here = results[2]["suppressions"][0];
  EXPECT_EQ(here["kind"], "inSource");
  EXPECT_EQ(here["status"], "accepted");
  EXPECT_THAT(here["justification"].text(), HasSubstr(" (until 2027-01-31)"));
  EXPECT_EQ(here["location"]["physicalLocation"]["region"]["startLine"], 2);
  const Json there = results[3]["suppressions"][0];
  EXPECT_EQ(there["kind"], "external");
  EXPECT_FALSE(there.contains("justification"));
  EXPECT_EQ(results[4]["level"], "warning");
  // Without a baseline nothing is new.
  const Json plain = Json::parse(check_sarif(hostile_report()));
  EXPECT_FALSE(plain["runs"][0]["results"][0].contains("baselineState"));
}

TEST(CheckJson, SaysTheStateOfEveryFinding) {
  const Json json = Json::parse(check_json(report_of_all_states()));
  EXPECT_EQ(json["failures"], 1);
  EXPECT_EQ(json["warnings"], 1);
  EXPECT_EQ(json["known"], 1);
  EXPECT_EQ(json["suppressed"], 2);
  const Json findings = json["findings"];
  EXPECT_EQ(findings[0]["state"], "open");
  EXPECT_EQ(findings[1]["state"], "known");
  EXPECT_EQ(findings[2]["state"], "suppressed");
  EXPECT_EQ(findings[2]["suppression"]["until"], "2027-01-31");
  EXPECT_TRUE(findings[3]["suppression"]["reason"].is_null());
  EXPECT_EQ(findings[4]["level"], "warning");
  EXPECT_TRUE(findings[4]["answer"].is_null());
}

TEST(CheckJson, HasEveryFindingWithItsWords) {
  const Json json = Json::parse(check_json(hostile_report()));
  ASSERT_EQ(json["findings"].size(), 2u);
  EXPECT_EQ(json["expectations"], 3);
  EXPECT_EQ(json["findings"][0]["words"][1]["text"], "error");
  EXPECT_EQ(json["findings"][0]["words"][1]["column"], 4);
  EXPECT_EQ(json["errors"][0]["line"], 3);
}

TEST(CheckText, UnderlinesTheWordsAndShowsNoEscapeSequences) {
  const std::string out = check_text(hostile_report(), {});
  EXPECT_EQ(out.find('\x1b'), out.npos);
  EXPECT_THAT(out, HasSubstr("  4 | a::error::x"));
  EXPECT_THAT(out, HasSubstr("    | ^  ^^^^^\n"));
  EXPECT_THAT(out, HasSubstr("    = nearly: found, but negated by"));
  EXPECT_THAT(out, HasSubstr("1 answer, 3 expectations: 2 findings, 1 error\n"));
  CheckReport clean = hostile_report();
  clean.mistakes.clear();
  clean.answers[0].verdicts.erase(clean.answers[0].verdicts.begin(),
                                  clean.answers[0].verdicts.begin() + 2);
  EXPECT_EQ(check_text(clean, {}), "1 answer, 3 expectations: no findings\n");
}

TEST(CheckText, ShowsWhatIsKnownOrSuppressedInALine) {
  const std::string out = check_text(report_of_all_states(), {});
  EXPECT_EQ(out.find('\x1b'), out.npos);
  EXPECT_THAT(out, HasSubstr(".md:4:1: known[criterion-not-met]: `it`\n"));
  EXPECT_THAT(out, HasSubstr(".md:4:1: suppressed[criterion-not-met]: `it`: a::error::x"));
  EXPECT_THAT(out, HasSubstr(" (until 2027-01-31)\n"));
  EXPECT_THAT(out, HasSubstr("\nbase.json:1:1: warning[baseline-outdated]: gone"));
  EXPECT_THAT(out, HasSubstr("1 finding, 1 warning, 1 known, 2 suppressed\n"));
}

}  // namespace
}  // namespace assay
