// Where plugins and rubrics are looked for, in which order.
#include "host/folders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Sets a variable of the environment, or unsets it, until the end of the scope.
class Variable {
 public:
  Variable(const char* name, std::optional<std::string> value) : name_(name) {
    if (const char* before = ::getenv(name)) before_ = before;
    set(value);
  }
  ~Variable() { set(before_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const std::optional<std::string>& value) {
    if (value) {
      ::setenv(name_, value->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }
  const char* name_;
  std::optional<std::string> before_;
};

const fs::path kBuild = ASSAY_BINARY_DIR;

// Of the machine that runs the test, only the folders beside the program can be there; a build has
// them, and they come last.
std::vector<fs::path> apart_from_last(std::vector<fs::path> folders, const fs::path& last) {
  if (!folders.empty() && folders.back() == last) folders.pop_back();
  return folders;
}

class SearchFolders : public ::testing::Test {
 protected:
  fs::path make(const fs::path& name) {
    fs::create_directories(folder_.path() / name);
    return folder_.path() / name;
  }

  static std::vector<fs::path> plugins(std::span<const fs::path> dirs = {}) {
    return apart_from_last(search_folders(dirs, {}).plugins, kBuild / "lib/assay/plugins");
  }
  static std::vector<fs::path> rubrics(std::span<const fs::path> dirs = {}) {
    return apart_from_last(search_folders({}, dirs).rubrics, kBuild / "share/assay/rubrics");
  }

  TempFolder folder_;
  Variable plugins_{"ASSAY_PLUGIN_PATH", std::nullopt};
  Variable rubrics_{"ASSAY_RUBRIC_PATH", std::nullopt};
  Variable xdg_{"XDG_DATA_HOME", std::nullopt};
  Variable home_{"HOME", folder_.path() / "nobody"};
};

TEST_F(SearchFolders, AreSearchedInThisOrder) {
  const fs::path given = make("given");
  const fs::path first = make("first");
  const fs::path second = make("second");
  const fs::path user = make("xdg/assay/plugins");
  const Variable path("ASSAY_PLUGIN_PATH", first.string() + ":" + second.string());
  const Variable xdg("XDG_DATA_HOME", folder_.path() / "xdg");
  const fs::path dirs[] = {given};
  EXPECT_THAT(plugins(dirs), ElementsAre(given, first, second, user));
}

TEST_F(SearchFolders, OfRubricsHaveTheirOwnNames) {
  const fs::path given = make("given");
  const fs::path listed = make("listed");
  const fs::path user = make("xdg/assay/rubrics");
  const Variable path("ASSAY_RUBRIC_PATH", listed);
  const Variable xdg("XDG_DATA_HOME", folder_.path() / "xdg");
  const fs::path dirs[] = {given};
  EXPECT_THAT(rubrics(dirs), ElementsAre(given, listed, user));
  EXPECT_THAT(plugins(), IsEmpty());
}

TEST_F(SearchFolders, OfTheUserAreBelowHomeWithoutXdg) {
  const fs::path user = make("home/.local/share/assay/plugins");
  const Variable home("HOME", folder_.path() / "home");
  EXPECT_THAT(plugins(), ElementsAre(user));
}

TEST_F(SearchFolders, BesideTheProgramComeLast) {
  const fs::path rubrics = kBuild / "share/assay/rubrics";
  if (!fs::exists(rubrics)) GTEST_SKIP() << "the build has no rubrics";
  const fs::path dirs[] = {make("given")};
  EXPECT_THAT(search_folders({}, dirs).rubrics, ElementsAre(dirs[0], rubrics));
}

TEST_F(SearchFolders, AreNotRepeated) {
  const fs::path one = make("one");
  const fs::path dirs[] = {one, one / "." / ".." / "one"};
  const Variable path("ASSAY_PLUGIN_PATH", one);
  EXPECT_THAT(plugins(dirs), ElementsAre(one));
}

TEST_F(SearchFolders, ThatAreGivenAreKeptEvenIfMissing) {
  const fs::path missing = folder_.path() / "missing";
  const fs::path dirs[] = {missing};
  EXPECT_THAT(plugins(dirs), ElementsAre(missing));
}

TEST_F(SearchFolders, OfTheEnvironmentAreLeftOutWhereMissingOrRelative) {
  make("here");
  const fs::path before = fs::current_path();
  fs::current_path(folder_.path());
  const Variable path("ASSAY_PLUGIN_PATH", "::here:.:" + (folder_.path() / "missing").string());
  const Variable xdg("XDG_DATA_HOME", "here");
  EXPECT_THAT(plugins(), IsEmpty());
  fs::current_path(before);
}

}  // namespace
}  // namespace assay
