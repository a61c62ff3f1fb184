// Every folder in tests/rubric/mistakes is a rubric with mistakes: `rubric.toml`, the lexicons it
// may use in `lexicons/`, and in `expected` all that an author is told, to the letter.
//
// A new case: a folder with a rubric.toml, and then ASSAY_ACCEPT=1 rubric_tests, which writes what
// is told now into `expected`, to be read before it is kept.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "rubric/rubric_fixtures.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(ASSAY_SOURCE_DIR "/tests/rubric/mistakes")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Mistakes : public ::testing::TestWithParam<std::string> {};

TEST_P(Mistakes, AreToldAllAtOnceWithTheirPlaces) {
  const fs::path folder = fs::path(ASSAY_SOURCE_DIR "/tests/rubric/mistakes") / GetParam();
  Diagnostics diagnostics;
  const auto rubric =
      load_rubric(folder / "rubric.toml", demo_environment(folder / "lexicons"), diagnostics);
  EXPECT_EQ(rubric, nullptr);
  for (Diagnostic& diagnostic : diagnostics) {
    diagnostic.path = fs::relative(diagnostic.path, folder).string();
    const std::string within = folder.string() + "/";
    if (const auto at = diagnostic.message.find(within); at != std::string::npos) {
      diagnostic.message.erase(at, within.size());
    }
  }
  const std::string told = all_of(diagnostics);
  if (std::getenv("ASSAY_ACCEPT")) std::ofstream(folder / "expected", std::ios::binary) << told;
  EXPECT_EQ(told, read_text(folder / "expected"));
}

INSTANTIATE_TEST_SUITE_P(All, Mistakes, ::testing::ValuesIn(cases()), [](const auto& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace assay
