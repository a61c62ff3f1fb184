#include "report/check_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

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
  finding.message = "`it` should be met: " + kHostile;
  finding.why = "found, but negated by \"" + kHostile + "\"";
  finding.advice = "mend it";
  finding.spans = {{21, 22}, {24, 29}};
  finding.of_words = true;
  finding.regions = {{{4, 1}, {4, 2}}, {{4, 4}, {4, 9}}};
  finding.expected_at = {{2, 8}, {2, 12}};
  finding.near_miss = kHostile;
  finding.fingerprint = "0123456789abcdef";
  Expectation expected;
  expected.what = Expected::met;
  expected.id = "it";
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

TEST(CheckJunit, HoldsNothingThatXmlForbids) {
  const std::string out = check_junit(hostile_report());
  for (const char c : out) {
    EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n') << int(c);
  }
  EXPECT_EQ(out.find('\xff'), out.npos);
  EXPECT_THAT(out, HasSubstr("<testsuites name=\"assay check\" tests=\"4\" failures=\"2\" "
                             "errors=\"1\">"));
  EXPECT_THAT(out, HasSubstr("]]&gt; &lt;/failure&gt; &amp; &quot;q&quot; [31m"));
  EXPECT_THAT(out, HasSubstr("<testcase classname=\"other.md\" name=\"line 3\">"));
  // U+FFFE is valid UTF-8 and no XML.
  CheckReport report = hostile_report();
  report.mistakes[0].message =
      "a\xEF\xBF\xBE"
      "b";
  EXPECT_THAT(check_junit(report), HasSubstr("<error message=\"ab\">"));
}

TEST(CheckSarif, IsWhatCodeScanningReads) {
  const auto sarif = nlohmann::json::parse(check_sarif(hostile_report()));
  EXPECT_EQ(sarif["version"], "2.1.0");
  const auto& run = sarif["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  ASSERT_EQ(run["results"].size(), 2u);
  const auto& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "criterion-not-met");
  EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<int>()]["id"],
            "criterion-not-met");
  const auto& place = result["locations"][0]["physicalLocation"];
  const std::string uri = place["artifactLocation"]["uri"];
  EXPECT_THAT(uri, HasSubstr("bank/%C3%A4%20a%3A%3Aerror%3A%3Ax%0D%0A"));
  EXPECT_TRUE(std::all_of(uri.begin(), uri.end(), [](char c) { return c > 0x20 && c < 0x7F; }));
  EXPECT_EQ(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
  EXPECT_EQ(place["region"], nlohmann::json::parse(R"({"startLine": 4, "startColumn": 1,
                                                       "endLine": 4, "endColumn": 2})"));
  EXPECT_EQ(result["partialFingerprints"]["primaryLocationLineHash"], "0123456789abcdef:1");
  EXPECT_EQ(run["results"][1]["partialFingerprints"]["primaryLocationLineHash"],
            "0123456789abcdef:2");
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"].size(), 1u);
}

TEST(CheckJson, HasEveryFindingWithItsWords) {
  const auto json = nlohmann::json::parse(check_json(hostile_report()));
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
  EXPECT_EQ(check_text(clean, {}), "1 answer, 1 expectation: no findings\n");
}

}  // namespace
}  // namespace assay
