// rubrics/README.md is checked against what the program does:
//   ```toml            a whole rubric
//   ```toml part       tables of a rubric, put behind the keys that every rubric needs
//   ```toml criterion  keys of a criterion
//   ```toml rule       one rule
//   ```toml lexicon    a lexicon
//   ```toml mistake    a rubric that is refused, followed by a ```text block with what is told
// Below a criterion or a rule, "- Met by: ..." and "- Not met by: ..." give answers in quotation
// marks. The tables of terms and of standings are read row by row.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "rubric/examples.h"
#include "rubric/rubric_fixtures.h"
#include "rubric/score.h"
#include "text/analyzer.h"

namespace assay {
namespace {

struct Block {
  std::string info;  // what stands behind the backquotes
  std::string text;
  std::size_t line;
  std::vector<std::string> met;  // answers below it
  std::vector<std::string> unmet;
};

std::vector<std::string> lines_of_readme() {
  std::istringstream text(read_text(ASSAY_SOURCE_DIR "/rubrics/README.md"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::vector<Block> blocks() {
  static const std::regex kAnswer("- (Met|Not met) by: \"(.*)\"");
  std::vector<Block> blocks;
  bool inside = false;
  std::size_t number = 0;
  for (const std::string& line : lines_of_readme()) {
    ++number;
    std::smatch match;
    if (line.rfind("```", 0) == 0) {
      inside = !inside;
      if (inside) blocks.push_back({line.substr(3), {}, number, {}, {}});
    } else if (inside) {
      blocks.back().text += line + "\n";
    } else if (std::regex_match(line, match, kAnswer)) {
      (match[1] == "Met" ? blocks.back().met : blocks.back().unmet).push_back(match[2]);
    }
  }
  return blocks;
}

std::string whole(const Block& block) {
  if (block.info == "toml criterion") return with_criterion(block.text);
  if (block.info == "toml rule") return with_criterion("any = [\n" + block.text + "]\n");
  if (block.info == "toml part") {
    const bool has_criterion = block.text.find("[[criterion]]") != std::string::npos;
    return (has_criterion ? with_head("") : with_criterion("any = [\"merge\"]\n")) + block.text;
  }
  return block.text;
}

LoadEnvironment readme_environment() {
  LoadEnvironment environment;
  environment.plugin_kinds = [](std::string_view name) {
    static const Kind kinds[] = {
        {"merge-statement", "a MERGE with a key", [](Arguments& arguments) {
           auto set = arguments.terms("terms", false);
           return make_term_rule(set.value_or(TermSet{}), arguments.standing(), "");
         }}};
    return name == "idempotency" ? LoadEnvironment::PluginKinds{kinds, {}} : demo_plugin(name);
  };
  return environment;
}

std::shared_ptr<const Rubric> parse(const std::string& toml, std::size_t line) {
  Diagnostics diagnostics;
  auto rubric = parse_rubric(toml, "readme", readme_environment(), diagnostics);
  EXPECT_TRUE(rubric) << "README.md:" << line << "\n" << all_of(diagnostics);
  return rubric;
}

ScoreSheet score(const std::shared_ptr<const Rubric>& rubric, const std::string& answer) {
  static Analyzer analyzer;
  return Scorer(rubric).score(analyzer.analyze(answer));
}

TEST(Readme, RubricsAreLoadedAndTheirExamplesHold) {
  std::size_t seen = 0;
  for (const Block& block : blocks()) {
    const bool rubric_like = block.info == "toml" || block.info == "toml part" ||
                             block.info == "toml criterion" || block.info == "toml rule";
    if (!rubric_like) continue;
    const auto rubric = parse(whole(block), block.line);
    if (!rubric) continue;
    ++seen;
    for (const ExampleFailure& failure : run_examples(*rubric).failures) {
      ADD_FAILURE() << "README.md:" << block.line << ": " << failure.to_string();
    }
    for (const std::string& answer : block.met) {
      EXPECT_TRUE(score(rubric, answer).criteria[0].met)
          << "README.md:" << block.line << ": " << answer;
    }
    for (const std::string& answer : block.unmet) {
      EXPECT_FALSE(score(rubric, answer).criteria[0].met)
          << "README.md:" << block.line << ": " << answer;
    }
  }
  EXPECT_GT(seen, 20u);
}

TEST(Readme, EveryKindHasASectionWithARule) {
  const std::string text = read_text(ASSAY_SOURCE_DIR "/rubrics/README.md");
  for (const Kind& kind : core_kinds()) {
    const std::string name(kind.name);
    EXPECT_NE(text.find("\n### Rule: " + name + "\n"), std::string::npos) << name;
    EXPECT_NE(text.find("(#rule-" + name + ")"), std::string::npos) << name;
  }
}

TEST(Readme, LexiconsAreRead) {
  std::size_t seen = 0;
  for (const Block& block : blocks()) {
    if (block.info != "toml lexicon") continue;
    ++seen;
    const auto folder = std::filesystem::path(::testing::TempDir()) / "readme-lexicon";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "tables.toml") << block.text;
    LoadEnvironment environment;
    environment.lexicon_folders = {folder};
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_rubric("lexicons = [\"tables\"]\n" + with_criterion("any = [\"@merge\"]\n"),
                             "readme", environment, diagnostics))
        << all_of(diagnostics);
  }
  EXPECT_EQ(seen, 1u);
}

TEST(Readme, MistakesAreToldAsShown) {
  const std::vector<Block> all = blocks();
  std::size_t seen = 0;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    if (all[i].info != "toml mistake") continue;
    ++seen;
    Diagnostics diagnostics;
    EXPECT_FALSE(parse_rubric(all[i].text, "grain.toml", readme_environment(), diagnostics));
    EXPECT_EQ(all[i + 1].info, "text");
    EXPECT_EQ(all_of(diagnostics), all[i + 1].text) << "README.md:" << all[i + 1].line;
  }
  EXPECT_EQ(seen, 1u);
}

TEST(Readme, NoBlockIsOfAFormThatNobodyChecks) {
  for (const Block& block : blocks()) {
    EXPECT_TRUE(std::regex_match(
        block.info, std::regex("toml( (part|criterion|rule|lexicon|mistake))?|text|sh")))
        << "README.md:" << block.line << ": " << block.info;
  }
}

// The cells of a table's rows below the given header; an escaped bar is no end of a cell.
std::vector<std::vector<std::string>> rows_below(const std::string& header) {
  std::vector<std::vector<std::string>> rows;
  bool inside = false;
  for (const std::string& line : lines_of_readme()) {
    if (line.rfind(header, 0) == 0) {
      inside = true;
    } else if (inside && line.rfind("|---", 0) != 0) {
      if (line.empty() || line[0] != '|') break;
      std::vector<std::string> cells(1);
      for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\' && line[i + 1] == '|') {
          cells.back() += line[++i];
        } else if (line[i] == '|') {
          cells.emplace_back();
        } else {
          cells.back() += line[i];
        }
      }
      cells.pop_back();
      rows.push_back(cells);
    }
  }
  return rows;
}

std::vector<std::string> all_between(const std::string& text, const std::string& marks) {
  const std::regex span(marks + "([^" + marks + "]+)" + marks);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), span), end; it != end; ++it) {
    found.push_back((*it)[1]);
  }
  return found;
}

TEST(Readme, TermsAreMetAsTheirTableSays) {
  const auto rows = rows_below("| pattern |");
  EXPECT_GT(rows.size(), 10u);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 3u);
    const std::string pattern = all_between(row[0], "`").at(0);
    const auto rubric = parse(with_criterion("standing = \"any\"\nany = ['" + pattern + "']\n"), 0);
    ASSERT_TRUE(rubric) << pattern;
    for (const std::string& answer : all_between(row[1], "`")) {
      EXPECT_TRUE(score(rubric, answer).criteria[0].met) << pattern << " in " << answer;
    }
    for (const std::string& answer : all_between(row[2], "`")) {
      EXPECT_FALSE(score(rubric, answer).criteria[0].met) << pattern << " in " << answer;
    }
  }
}

TEST(Readme, StandingsAreThoseOfTheirTable) {
  const auto rows = rows_below("| standing | the writer |");
  EXPECT_EQ(rows.size(), std::size_t(kStandings) + 2);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 3u);
    const std::string standing = all_between(row[0], "\"").at(0);
    const std::size_t begin = row[2].find('*') + 1;
    const std::string term = row[2].substr(begin, row[2].find('*', begin) - begin);
    const std::string answer = std::regex_replace(row[2], std::regex("[*]"), "");
    const auto rubric = parse(
        with_criterion("any = [{ terms = \"" + term + "\", standing = \"" + standing + "\" }]\n"),
        0);
    ASSERT_TRUE(rubric);
    EXPECT_TRUE(score(rubric, answer).criteria[0].met) << standing << ":" << answer;
  }
}

}  // namespace
}  // namespace assay
