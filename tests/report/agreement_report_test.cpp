#include "report/agreement_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "grading/agreement_baseline.h"
#include "grading/marked_answers.h"
#include "parsed_json.h"
#include "report/agreement_plots.h"
#include "report/glyphs.h"

namespace assay {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Ten answers with every kind of mark, two markers, one blank, one to a question without a rubric,
// and words that would break a page or a terminal. Criterion "right" always agrees; "wide" is
// scored too often.
std::vector<GradedAnswer> answers() {
  const auto rubric = rubric_of("grain", {"right", "wide"}, {"slip"});
  std::vector<GradedAnswer> out;
  for (int i = 0; i < 10; ++i) {
    const bool met = i % 2 == 0;
    const std::string id = "g" + std::to_string(i);
    const std::string marks = met ? R"("met": ["right", "wide"], "flaws": [], "band": "green")"
                                  : R"("met": [], "flaws": ["slip"], "band": "red")";
    Scored scored{.band = met ? Band::green : Band::yellow, .score = met ? 1.0 : 0.5};
    if (met) scored.met = {"right"};
    if (i != 3) scored.met.push_back("wide");
    if (i != 3) scored.near.push_back("right");
    out.push_back(graded(rubric, id, "<b>One</b> & \"two\" \x1b[31mred\x1b[0m " + id, scored,
                         "\"marker\": \"kim\", " + marks));
    if (i < 4)
      out.push_back(graded(rubric, id, out.back().answer.text, scored,
                           R"("marker": "lee", "met": ["right"], "band": "yellow")"));
  }
  out.push_back(graded(rubric, "blank", " ", {}, R"("met": [], "band": "red")"));
  out.push_back(
      graded(rubric, "s1", "three words here", {.score = 0.25}, R"("score": 1, "max_score": 2)"));
  out.push_back(graded(rubric, "s2", "four", {.score = 0.75}, R"("score": 1.5, "max_score": 2)"));
  out.push_back(failed("unheard-of", "u", "unknown-question", "none"));
  return out;
}

Agreement measured(std::size_t disagreements = 10) {
  return measure_agreement(answers(),
                           {.bootstrap = {.replicates = 200}, .disagreements = disagreements});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// --- Text

TEST(AgreementText, FitsATerminal) {
  for (const std::string& line : lines_of(agreement_text(measured(), {}))) {
    EXPECT_LE(glyphs_of(line).empty() ? 0u : line.size(), 80u) << line;
  }
}

TEST(AgreementText, HasTheHeadlineFirst) {
  const std::string text = agreement_text(measured(), {});
  std::size_t last = 0;
  for (const char* part :
       {"13 marked answers to 1 question", "Skipped 1 answer to 1 question, no rubric: unheard-of.",
        "Criteria (30)", "Cohen's kappa", "Flaws (10)", "Bands (15)", "QWK", "Scores (2)", "RMSE",
        "Marked \\ scored", "By criterion", "right", "Rules:", "wide.any[0]", "Disagreements (",
        "scored yellow 0.50, marked red"}) {
    const std::size_t at = text.find(part, last);
    ASSERT_NE(at, std::string::npos) << part << " after " << text.substr(last, 60);
    last = at;
  }
}

TEST(AgreementText, SaysEachDisagreementWithItsWordsAndItsRule) {
  const std::string text = agreement_text(measured(), {});
  EXPECT_THAT(text, HasSubstr("wide: scored, not marked, by wide.any[0]"));
  EXPECT_THAT(text, HasSubstr("slip: flaw not scored, marked"));
  EXPECT_THAT(text, HasSubstr("Nearly: right.any[1]: negated"));
  EXPECT_THAT(text, HasSubstr("<b>One</b>"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b"))) << "an answer's escapes reach the terminal";
}

TEST(AgreementText, KeepsTheWordsOfAnswersToItself) {
  const Agreement agreement = measured(0);
  for (const std::string& report :
       {agreement_text(agreement, {}), agreement_json(agreement), agreement_html(agreement)}) {
    EXPECT_THAT(report, Not(HasSubstr("One")));
    EXPECT_THAT(report, HasSubstr("wide"));
  }
}

TEST(AgreementText, OfNothingSaysSo) {
  const std::string text = agreement_text(measure_agreement({}, {}), {});
  EXPECT_EQ(text, "0 marked answers to 0 questions.\n");
}

// --- JSON

TEST(AgreementJson, HoldsEveryFigure) {
  const Json json = Json::parse(agreement_json(measured()));
  EXPECT_EQ(json["all"]["answers"], 13);
  const Json scores = json["all"]["criteria"]["scores"];
  EXPECT_EQ(scores["pairs"], 30);
  for (const char* measure : {"agreement", "kappa", "precision", "recall"}) {
    EXPECT_TRUE(scores[measure]["value"].is_number()) << measure;
    EXPECT_LE(scores[measure]["low"].number(), scores[measure]["value"].number()) << measure;
    EXPECT_GE(scores[measure]["high"].number(), scores[measure]["value"].number()) << measure;
  }
  EXPECT_TRUE(json["all"]["criteria"].contains("markers"));
  EXPECT_TRUE(json["all"]["scores"].contains("mean"));
  EXPECT_EQ(json["without_blank"]["answers"], 12);
  EXPECT_EQ(json["confusion"]["red"]["yellow"], 5);
  EXPECT_EQ(json["criteria"].size(), 3u);
  EXPECT_EQ(json["criteria"][0]["id"], "right");
  EXPECT_EQ(json["skipped"][0]["question"], "unheard-of");
  EXPECT_EQ(json["disagreements"].size(), 8u);
}

TEST(AgreementJson, WritesNullForWhatIsUndefined) {
  const auto rubric = rubric_of("grain", {"a"});
  const Json json = Json::parse(agreement_json(
      measure_agreement({graded(rubric, "a1", "one", {.met = {"a"}}, R"("met": ["a"])")}, {})));
  const Json scores = json["all"]["criteria"]["scores"];
  EXPECT_EQ(scores["agreement"]["value"], 1);
  EXPECT_TRUE(scores["kappa"]["value"].is_null());
  EXPECT_FALSE(scores["agreement"].contains("low"));
}

TEST(AgreementJson, IsTheSameEachTime) {
  EXPECT_EQ(agreement_json(measured()), agreement_json(measured()));
  EXPECT_EQ(agreement_html(measured()), agreement_html(measured()));
}

TEST(AgreementJson, SurvivesBytesThatAreNotUtf8) {
  const auto rubric = rubric_of("grain", {"a"});
  const Agreement agreement =
      measure_agreement({graded(rubric, "a1", "caf\xe9 \xff", {.met = {"a"}}, R"("met": [])")}, {});
  EXPECT_TRUE(is_json(agreement_json(agreement)));
  EXPECT_THAT(agreement_html(agreement), Not(HasSubstr("\xe9 ")));
}

// --- HTML

// The tags of a page in order, "/" before those that close; without those that have no end.
std::vector<std::string> tags_of(const std::string& page) {
  std::vector<std::string> tags;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const std::size_t end = page.find('>', at);
    const std::string inside = page.substr(at + 1, end - at - 1);
    if (inside.back() != '/' && inside[0] != '!') {
      tags.push_back(inside.substr(0, inside.find_first_of(" \n")));
    }
  }
  return tags;
}

TEST(AgreementHtml, ClosesWhatItOpens) {
  std::vector<std::string> open;
  for (const std::string& tag : tags_of(agreement_html(measured()))) {
    if (tag == "meta" || tag == "br") continue;
    if (tag[0] != '/') {
      open.push_back(tag);
      continue;
    }
    ASSERT_FALSE(open.empty()) << tag;
    ASSERT_EQ("/" + open.back(), tag);
    open.pop_back();
  }
  EXPECT_THAT(open, IsEmpty());
}

TEST(AgreementHtml, NeedsNoScriptAndNoNetwork) {
  const std::string page = agreement_html(measured());
  EXPECT_THAT(tags_of(page),
              Not(Contains(AnyOf("script", "link", "img", "iframe", "object", "use"))));
  for (const char* reach : {"http:", "https:", "url(", "@import", "src=", "href="}) {
    EXPECT_THAT(page, Not(HasSubstr(reach)));
  }
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(AgreementHtml, EscapesWhatPeopleWrote) {
  const std::string page = agreement_html(measured());
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
  EXPECT_THAT(page, HasSubstr("&lt;b&gt;One&lt;/b&gt; &amp; &quot;two&quot;"));
  EXPECT_EQ(html("a\x1b'\xc3\xa9\xff\n"), "a\xEF\xBF\xBD&#39;\xc3\xa9\xEF\xBF\xBD\n");
}

TEST(AgreementHtml, HasThePlots) {
  const std::string page = agreement_html(measured());
  for (const char* plot :
       {"class=\"confusion\"", "class=\"calibration\"", "class=\"interval\"", "class=\"bar\""}) {
    EXPECT_THAT(page, HasSubstr(plot));
  }
  EXPECT_THAT(page, HasSubstr("grain: right\nmarked ")) << "a circle says what it stands for";
}

// --- Baseline

struct BaselineCase {
  const char* name;
  const char* path;  // of the value that is changed in the earlier measurement
  double better_by;  // than now
  std::vector<std::string> falls;
};

TEST(Baseline, TellsOfFiguresThatAreWorse) {
  const Json now = Json::parse(agreement_json(measured()));
  const BaselineCase cases[] = {
      {"the same", "/all/criteria/scores/kappa/value", 0, {}},
      {"within the tolerance", "/all/criteria/scores/kappa/value", 0.01, {}},
      {"kappa fell", "/all/criteria/scores/kappa/value", 0.011, {"criteria kappa"}},
      {"kappa rose", "/all/criteria/scores/kappa/value", -0.2, {}},
      {"flaws", "/all/flaws/scores/kappa/value", 0.1, {"flaws kappa"}},
      {"bands", "/all/bands/scores/qwk/value", 0.1, {"bands qwk"}},
      {"scores", "/all/scores/scores/qwk/value", 0.1, {"scores qwk"}},
      {"an error that grew", "/all/scores/scores/rmse/value", -0.05, {"scores rmse"}},
      {"an error that shrank", "/all/scores/scores/rmse/value", 0.05, {}},
      {"no headline figure", "/all/criteria/scores/precision/value", 0.3, {}},
      {"a baseline's figure", "/all/criteria/median/kappa/value", 0.3, {}},
  };
  for (const BaselineCase& c : cases) {
    SCOPED_TRACE(c.name);
    const Json before = now.with(c.path, now.at(c.path).number() + c.better_by);
    Agreement agreement = measured();
    EXPECT_EQ(compare_with_baseline(before.dump(), agreement), std::nullopt);
    std::vector<std::string> falls;
    for (const Fall& fall : agreement.falls) falls.push_back(fall.figure);
    EXPECT_EQ(falls, c.falls);
    EXPECT_EQ(agreement.baseline, "measured on as many answers");
  }
}

TEST(Baseline, TellsOfFiguresThatAreGoneAndCriteriaThatFell) {
  Agreement before = measured();
  const std::string json = agreement_json(before);
  const auto rubric = rubric_of("grain", {"right"});
  Agreement now = measure_agreement({graded(rubric, "g1", "one", {}, R"("met": ["right"])"),
                                     graded(rubric, "g2", "two", {}, R"("met": [])")},
                                    {.bootstrap = {.replicates = 0}});
  EXPECT_EQ(compare_with_baseline(json, now), std::nullopt);
  std::vector<std::string> falls;
  for (const Fall& fall : now.falls) falls.push_back(fall.figure);
  EXPECT_THAT(falls, Contains("bands qwk"));
  falls.clear();
  for (const Fall& fall : now.criterion_falls) falls.push_back(fall.figure);
  EXPECT_THAT(falls, Contains("grain/right agreement"));
  EXPECT_EQ(now.baseline, "measured on 13 answers, now on 2");
  EXPECT_THAT(agreement_text(now, {}), HasSubstr("grain/right agreement fell from"));
}

TEST(Baseline, RefusesWhatIsNoMeasurement) {
  for (const char* json : {"", "[]", "{}", "{\"all\": 1}", "{\"all\": {}}",
                           R"({"all": {"criteria": {"scores": {"kappa": {"value": null}}}}})"}) {
    Agreement agreement = measured();
    EXPECT_NE(compare_with_baseline(json, agreement), std::nullopt) << json;
    EXPECT_THAT(agreement.falls, IsEmpty());
  }
}

}  // namespace
}  // namespace assay
