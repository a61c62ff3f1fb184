// The rubrics that come with the project: each is loaded without a word, holds to its own
// examples, and has near ones on either side of every criterion and flaw.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "host/plugins.h"
#include "rubric/examples.h"
#include "rubric/load.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

const fs::path kRubrics = ASSAY_SOURCE_DIR "/rubrics";
const std::regex kName("[a-z0-9]+(-[a-z0-9]+)*");

// Paths below rubrics/, sorted.
std::vector<fs::path> files(bool lexicons) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(kRubrics)) {
    const fs::path path = fs::relative(entry.path(), kRubrics);
    if (!entry.is_directory() && path.extension() == ".toml" &&
        (*path.begin() == "lexicons") == lexicons) {
      found.push_back(path);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

const LoadEnvironment& environment() {
  static PluginHost host({ASSAY_BINARY_DIR "/lib/assay/plugins"});
  static const LoadEnvironment environment = [] {
    LoadEnvironment made;
    made.lexicon_folders = {kRubrics / "lexicons"};
    made.plugin_names = host.available();
    made.plugin_kinds = [](std::string_view name) -> LoadEnvironment::PluginKinds {
      std::string why;
      const LoadedPlugin* plugin = host.load(name, why);
      return plugin ? LoadEnvironment::PluginKinds{plugin->kinds, {}}
                    : LoadEnvironment::PluginKinds{{}, why};
    };
    return made;
  }();
  return environment;
}

std::string all_of(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += diagnostic.to_string() + "\n";
  return out;
}

std::string test_name(const ::testing::TestParamInfo<fs::path>& test) {
  return std::regex_replace(fs::path(test.param).replace_extension().string(),
                            std::regex("[^A-Za-z0-9]"), "_");
}

class Rubrics : public ::testing::TestWithParam<fs::path> {
 protected:
  std::shared_ptr<const Rubric> load() {
    Diagnostics diagnostics;
    auto rubric = load_rubric(kRubrics / GetParam(), environment(), diagnostics);
    EXPECT_TRUE(rubric) << all_of(diagnostics);
    return rubric;
  }
};

TEST_P(Rubrics, HoldToTheirExamples) {
  const auto rubric = load();
  ASSERT_TRUE(rubric);
  const ExampleRun run = run_examples(*rubric);
  for (const ExampleFailure& failure : run.failures) {
    ADD_FAILURE() << rubric->path << ": " << failure.to_string() << "\n  " << failure.text;
  }
  for (const ExampleGap& gap : run.gaps) ADD_FAILURE() << rubric->path << ": " << gap.to_string();
}

TEST_P(Rubrics, StandInAPack) {
  const fs::path& path = GetParam();
  ASSERT_EQ(std::distance(path.begin(), path.end()), 2) << "rubrics/<pack>/<question>.toml";
  EXPECT_TRUE(std::regex_match(path.begin()->string(), kName)) << *path.begin();
}

TEST_P(Rubrics, AreFoundByOneQuestionEach) {
  for (const fs::path& other : files(false)) {
    EXPECT_TRUE(other == GetParam() || other.filename() != GetParam().filename()) << other;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Rubrics, ::testing::ValuesIn(files(false)), test_name);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Rubrics);

class Lexicons : public ::testing::TestWithParam<fs::path> {};

TEST_P(Lexicons, AreSound) {
  Diagnostics diagnostics;
  check_lexicon(kRubrics / GetParam(), diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << all_of(diagnostics);
}

INSTANTIATE_TEST_SUITE_P(All, Lexicons, ::testing::ValuesIn(files(true)), test_name);

}  // namespace
}  // namespace assay
