#include "report/examples_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <sstream>
#include <vector>

#include "parsed_json.h"

namespace assay {
namespace {

using testing::HasSubstr;

// A rubric "soup" with criterion "salt", flaw "burnt" and examples in lines 1, 2, ...
RubricExamples soup(std::size_t examples, ExampleRun run = {}) {
  const auto rubric = std::make_shared<Rubric>();
  rubric->id = "soup";
  rubric->criteria.emplace_back();
  rubric->criteria[0].id = "salt";
  rubric->flaws.emplace_back();
  rubric->flaws[0].id = "burnt";
  for (std::uint32_t line = 1; line <= examples; ++line) {
    rubric->examples.emplace_back();
    rubric->examples.back().line = line;
    rubric->examples.back().text = "Water.";
  }
  return {"soup", "pack/soup.toml", rubric, std::move(run), ""};
}

ExamplesReport failing() {
  ExampleRun run;
  run.failures = {{2, "met", "salt", "Water \x1b[31m ]]> <b>.", "found, but negated"},
                  {2, "no-flaws", "burnt", "Water.", ""}};
  run.gaps = {{ExampleGap::Lacks::unmet, false, "salt"}, {ExampleGap::Lacks::near, true, "burnt"}};
  ExamplesReport report;
  report.rubrics = {soup(2, run), {"tee", "tee", nullptr, {}, "there is no such question"}};
  return report;
}

TEST(ExamplesText, CountsWhatHolds) {
  ExamplesReport report;
  report.rubrics = {soup(1)};
  EXPECT_EQ(examples_text(report, {}), "ok    soup, 1 example\n\n1 rubric, 1 example: all hold\n");
  report.rubrics.push_back(soup(3));
  EXPECT_EQ(examples_text(report, {}),
            "ok    soup, 1 example\nok    soup, 3 examples\n\n2 rubrics, 4 examples: all hold\n");
}

TEST(ExamplesText, CountsAnExampleOnceHoweverOftenItFails) {
  EXPECT_EQ(examples_text(failing(), {}),
            "FAIL  soup, 1 of 2 examples, 2 lacking\n"
            "  pack/soup.toml:2: should meet `salt` (found, but negated)\n"
            "    Water \\x1b[31m ]]> <b>.\n"
            "  pack/soup.toml:2: should not commit `burnt`\n    Water.\n"
            "  pack/soup.toml: no example says that it does not meet `salt`\n"
            "  pack/soup.toml: no example that does not commit `burnt` comes near it\n"
            "ERROR tee: there is no such question\n"
            "\n2 rubrics, 2 examples: 1 failed, 2 lacking, 1 error\n");
}

TEST(ExamplesJunit, IsReadBackByAParser) {
  std::istringstream xml(examples_junit(failing()));
  boost::property_tree::ptree tree;
  boost::property_tree::read_xml(xml, tree);
  std::vector<std::string> told;
  for (const auto& [key, suite] : tree.get_child("testsuites")) {
    if (key != "testsuite") continue;
    for (const auto& [name, one] : suite) {
      if (name != "testcase") continue;
      std::string line = one.get<std::string>("<xmlattr>.classname") + " " +
                         one.get<std::string>("<xmlattr>.name");
      for (const char* outcome : {"failure", "error"}) {
        const auto found = one.find(outcome);
        if (found == one.not_found()) continue;
        line += std::string(", ") + outcome + ": " +
                found->second.get<std::string>("<xmlattr>.message");
      }
      told.push_back(line);
    }
  }
  EXPECT_THAT(told,
              testing::ElementsAre(
                  "soup line 1", "soup line 2, failure: should meet `salt`",
                  "soup criterion salt: examples on either side, failure: no example says that it "
                  "does not meet `salt`",
                  "soup flaw burnt: examples on either side, failure: no example that does not "
                  "commit `burnt` comes near it",
                  "tee load, error: there is no such question"));
  EXPECT_EQ(tree.get<std::string>("testsuites.<xmlattr>.failures"), "3");
  EXPECT_EQ(tree.get<std::string>("testsuites.<xmlattr>.errors"), "1");
}

TEST(ExamplesJson, HasEveryFailureAndWhatIsLacking) {
  const Json json = Json::parse(examples_json(failing()));
  EXPECT_EQ(json["failed"], 1);
  EXPECT_EQ(json["lacking"], 2);
  EXPECT_EQ(json["rubrics"][0]["failures"][0]["asserts"], "met");
  EXPECT_EQ(json["rubrics"][0]["failures"][0]["line"], 2);
  EXPECT_EQ(json["rubrics"][0]["lacking"][1]["lacks"], "near");
  EXPECT_EQ(json["rubrics"][1]["error"], "there is no such question");
  EXPECT_THAT(examples_json(failing()), HasSubstr("\\u001b"));
}

}  // namespace
}  // namespace assay
