// That nothing lacks its page or its test; checked as in layers_test.cpp.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <span>
#include <string>
#include <vector>

#include "host/temp_folder.h"
#include "lint/check.h"
#include "rules/kinds.h"
#include "source_tree.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Findings check_plugins_are_complete(const fs::path& root) {
  Findings findings;
  for (const fs::path& folder : folders_in(root / "plugins")) {
    const std::string name = fs::relative(folder, root).string();
    for (const char* file : {"plugin.cpp", "README.md"}) {
      if (!fs::exists(folder / file)) findings.push_back(name + ": lacks " + file);
    }
    const std::vector<fs::path> files = sources_below(folder);
    if (std::none_of(files.begin(), files.end(), [](const fs::path& file) {
          return file.filename().string().ends_with("_test.cpp");
        })) {
      findings.push_back(name + ": lacks a test (*_test.cpp)");
    }
  }
  return findings;
}

// The file in which a core kind is defined: `const Kind kNearKind{"near", ...`. Empty if there is
// none.
fs::path file_of_kind(const fs::path& root, const std::string& kind) {
  const std::regex definition("Kind k\\w+ *(= *)?\\{\\s*\"" + kind + "\"");
  for (const fs::path& file : sources_below(root / "core/rules")) {
    if (std::regex_search(contents(file), definition)) return file;
  }
  return {};
}

// One kind, one file, one test of the same name, one section in the reference.
Findings check_kinds_are_complete(const fs::path& root, const std::vector<std::string>& kinds) {
  const std::string reference = contents(root / "rubrics/README.md");
  Findings findings;
  for (const std::string& kind : kinds) {
    const fs::path file = file_of_kind(root, kind);
    const std::string test = "tests/rules/" + file.stem().string() + "_test.cpp";
    if (file.empty()) {
      findings.push_back("kind " + kind + ": lacks a file in core/rules");
    } else if (!fs::exists(root / test)) {
      findings.push_back("kind " + kind + ": lacks " + test);
    }
    if (reference.find("\n### Rule: " + kind + "\n") == reference.npos) {
      findings.push_back("kind " + kind + ": lacks its section in rubrics/README.md");
    }
  }
  return findings;
}

// One check, one file, one test of the same name, one section of rubrics/LINT.md.
Findings check_lint_is_complete(const fs::path& root, std::span<const LintCheck> checks) {
  const std::string reference = contents(root / "rubrics/LINT.md");
  Findings findings;
  for (const LintCheck& check : checks) {
    const std::string name = std::regex_replace(std::string(check.name), std::regex("-"), "_");
    const std::string head = std::string(check.code) + " " + std::string(check.name);
    for (const std::string& file :
         {"core/lint/" + name + ".cpp", "tests/lint/" + name + "_test.cpp"}) {
      if (!fs::exists(root / file)) findings.push_back(head + ": lacks " + file);
    }
    if (reference.find("\n## " + head + "\n") == reference.npos) {
      findings.push_back(head + ": lacks its section in rubrics/LINT.md");
    }
  }
  return findings;
}

TEST(Project, HasPageAndTestForEachPlugin) {
  EXPECT_THAT(check_plugins_are_complete(ASSAY_SOURCE_DIR), IsEmpty());
}

TEST(Project, HasFileTestAndSectionForEachKind) {
  std::vector<std::string> kinds;
  for (const Kind& kind : core_kinds()) kinds.emplace_back(kind.name);
  EXPECT_THAT(kinds, ::testing::Not(IsEmpty()));
  EXPECT_THAT(check_kinds_are_complete(ASSAY_SOURCE_DIR, kinds), IsEmpty());
}

TEST(Project, HasFileTestAndSectionForEachCheckOfRubrics) {
  EXPECT_TRUE(std::is_sorted(lint_checks().begin(), lint_checks().end(),
                             [](const auto& a, const auto& b) { return a.code < b.code; }));
  EXPECT_THAT(check_lint_is_complete(ASSAY_SOURCE_DIR, lint_checks()), IsEmpty());
}

TEST(Checks, NoticeAnIncompleteCheckOfRubrics) {
  const LintCheck checks[] = {{"L999", "odd-word", "", nullptr}};
  TempFolder root;
  root.write("rubrics/LINT.md", "# Lint\n\n## L999 odd\n");
  EXPECT_THAT(check_lint_is_complete(root.path(), checks),
              ElementsAre("L999 odd-word: lacks core/lint/odd_word.cpp",
                          "L999 odd-word: lacks tests/lint/odd_word_test.cpp",
                          "L999 odd-word: lacks its section in rubrics/LINT.md"));
  root.write("core/lint/odd_word.cpp", "");
  root.write("tests/lint/odd_word_test.cpp", "");
  root.write("rubrics/LINT.md", "# Lint\n\n## L999 odd-word\n");
  EXPECT_THAT(check_lint_is_complete(root.path(), checks), IsEmpty());
}

TEST(Checks, NoticeAnIncompletePlugin) {
  TempFolder root;
  root.write("plugins/grain/plugin.cpp", "");
  EXPECT_THAT(
      check_plugins_are_complete(root.path()),
      ElementsAre("plugins/grain: lacks README.md", "plugins/grain: lacks a test (*_test.cpp)"));
  root.write("plugins/grain/README.md", "");
  root.write("plugins/grain/grain_test.cpp", "");
  EXPECT_THAT(check_plugins_are_complete(root.path()), IsEmpty());
}

TEST(Checks, NoticeAnIncompleteKind) {
  TempFolder root;
  root.write("rubrics/README.md", "# Rubrics\n\nThe rule at-least is only mentioned.\n");
  EXPECT_THAT(check_kinds_are_complete(root.path(), {"at-least"}),
              ElementsAre("kind at-least: lacks a file in core/rules",
                          "kind at-least: lacks its section in rubrics/README.md"));
  root.write("core/rules/at_least.cpp",
             "const Kind kAtLeastKind{\n    \"at-least\", \"\", build};\n");
  EXPECT_THAT(check_kinds_are_complete(root.path(), {"at-least"}),
              ElementsAre("kind at-least: lacks tests/rules/at_least_test.cpp",
                          "kind at-least: lacks its section in rubrics/README.md"));
  root.write("tests/rules/at_least_test.cpp", "");
  root.write("rubrics/README.md", "# Rubrics\n\n### Rule: at-least\n");
  EXPECT_THAT(check_kinds_are_complete(root.path(), {"at-least"}), IsEmpty());
}

}  // namespace
}  // namespace assay
