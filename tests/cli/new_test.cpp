// What `assay new` writes works as it stands, under any name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "cli/program.h"
#include "host/temp_folder.h"
#include "source_tree.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

// "starter" is what the files are called where they stand in the sources.
const char* const kNames[] = {"starter", "x", "late-events", "a1-b2", "restarter"};

TEST(NewRubric, PassesItsOwnTests) {
  for (const std::string name : kNames) {
    TempFolder folder;
    const Ran made = run(folder.path(), "assay new rubric " + name + " --into mine");
    EXPECT_EQ(made.exit, 0) << made.out;
    EXPECT_THAT(made.out, HasSubstr("assay test " + name + " --rubrics mine"));
    const Ran tested = run(folder.path(), "assay test " + name + " --rubrics mine");
    EXPECT_EQ(tested.exit, 0) << tested.out;
    EXPECT_THAT(tested.out, HasSubstr("ok    " + name));
  }
}

TEST(NewRubric, FindsTheLexiconsBesideItsPack) {
  TempFolder folder;
  const Ran made = run(folder.path(), "assay new rubric late-events --into rubrics/mine/");
  ASSERT_EQ(made.exit, 0) << made.out;
  folder.write("rubrics/lexicons/shop.toml", "[concepts]\norder = \"order line\"\n");
  run(folder.path(), "sed -i 's/^prompt/lexicons = [\"shop\"]\\nprompt/' rubrics/mine/*.toml");
  for (const char* advised : {"assay test late-events --rubrics rubrics/mine",
                              "assay explain late-events --rubrics rubrics/mine"}) {
    EXPECT_THAT(made.out, HasSubstr(advised));
    const Ran ran = run(folder.path(), advised);
    EXPECT_EQ(ran.exit, 0) << ran.out;
  }
}

TEST(NewBank, PassesItsCheckAndFailsWhereTheAnswerDoes) {
  for (const std::string name : kNames) {
    TempFolder folder;
    ASSERT_EQ(run(folder.path(), "assay new bank " + name).exit, 0);
    const Ran checked = run(folder.path(), "assay check " + name);
    EXPECT_EQ(checked.exit, 0) << checked.out;
    EXPECT_THAT(checked.out, HasSubstr("1 answer, 4 expectations: no findings"));
    const Ran within = run(folder.path() / name, "assay check");
    EXPECT_EQ(within.exit, 0) << within.out;
    const Ran as_in_ci = run(folder.path(), "assay check " + name + "/answers --format github");
    EXPECT_EQ(as_in_ci.exit, 0) << as_in_ci.out;

    run(folder.path(), "sed -i 's/overwrites/appends to/' " + name + "/answers/nightly-load.md");
    const Ran broken = run(folder.path(), "assay check " + name);
    EXPECT_EQ(broken.exit, 1);
    EXPECT_THAT(broken.out, HasSubstr("interval-scoped-output"));
    EXPECT_THAT(broken.out, HasSubstr("= help: "));
  }
}

TEST(NewPlugin, BuildsAgainstAnInstallationAndIsLoaded) {
  TempFolder folder;
  const Ran installed =
      run(folder.path(), "cmake --install '" ASSAY_BINARY_DIR "' --prefix \"$PWD/prefix\"");
  ASSERT_EQ(installed.exit, 0) << installed.out;
  // The installed program, with nothing of the build tree.
  const std::string assay = "prefix/bin/assay";
  const Ran made = run(folder.path(), assay + " new plugin first-words --into mine");
  ASSERT_EQ(made.exit, 0) << made.out;
  EXPECT_THAT(made.out, HasSubstr("-DCMAKE_PREFIX_PATH=" + (folder.path() / "prefix").string()));

  const Ran built = run(folder.path(),
                        "cmake -S mine/first-words -B build -G Ninja -DCMAKE_BUILD_TYPE=Debug "
                        "-DCMAKE_PREFIX_PATH=\"$PWD/prefix\" -DCMAKE_CXX_FLAGS='-Wall -Wextra' "
                        "-DCMAKE_CXX_COMPILER='" ASSAY_CXX_COMPILER "' && cmake --build build");
  ASSERT_EQ(built.exit, 0) << built.out;
  EXPECT_THAT(built.out, Not(HasSubstr("warning")));
  const Ran tested = run(folder.path(), "ctest --test-dir build");
  EXPECT_EQ(tested.exit, 0) << tested.out;
  EXPECT_THAT(tested.out, HasSubstr("100% tests passed"));
  const Ran listed = run(folder.path(), assay + " list kinds --plugin-dir build/plugins");
  EXPECT_EQ(listed.exit, 0) << listed.out;
  EXPECT_THAT(listed.out, HasSubstr("first-words.opening"));

  // Installed beside the program it is found by itself.
  ASSERT_EQ(run(folder.path(), "cmake --install build --prefix prefix").exit, 0);
  const Ran found =
      run(folder.path(), assay + " test first-words --rubrics mine/first-words/rubrics");
  EXPECT_EQ(found.exit, 0) << found.out;
  EXPECT_EQ(found.out, "ok    first-words, 4 examples\n\n1 rubric, 4 examples: all hold\n");
}

TEST(New, RefusesBadNames) {
  struct Case {
    const char* words;
    const char* why;
  };
  const Case cases[] = {
      {"rubric Late", "\"Late\" is no name: lower-case letters, digits and single hyphens"},
      {"rubric late_events", "is no name"},
      {"rubric ../late", "is no name"},
      {"rubric late--events", "is no name"},
      {"rubric ''", "is no name"},
      {"bank late/", "is no name"},
      {"plugin 2nd", "\"2nd\" is no plugin's name: a letter has to come first"},
      {"rubrics late", "there is no command \"rubrics\"; did you mean \"rubric\"?"},
      {"rubric", "NAME is required"},
      {"rubric late --into /dev/null", "--into /dev/null is no folder: /dev/null is a file"},
      {"bank late --into /dev/null/x", "--into /dev/null/x is no folder: /dev/null is a file"},
      {"rubric late --into /proc/none", "error: /proc/none: No such file or directory"},
  };
  for (const Case& c : cases) {
    TempFolder folder;
    const Ran refused = run(folder.path(), std::string("assay new ") + c.words);
    EXPECT_EQ(refused.exit, 2) << c.words;
    EXPECT_THAT(refused.out, HasSubstr(c.why));
    EXPECT_TRUE(fs::is_empty(folder.path())) << c.words;
  }
}

TEST(New, LeavesWhatIsThereAlone) {
  TempFolder folder;
  folder.write("late.toml", "mine");
  folder.write("answers/keep.md", "mine");
  fs::create_symlink("nowhere", folder.path() / "linked");
  for (const char* words : {"rubric late", "bank answers", "plugin linked"}) {
    const Ran refused = run(folder.path(), std::string("assay new ") + words);
    EXPECT_EQ(refused.exit, 2) << words;
    EXPECT_THAT(refused.out, HasSubstr("is already there"));
  }
  EXPECT_EQ(contents(folder.path() / "late.toml"), "mine");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path() / "answers"), {}), 1);
}

TEST(New, LeavesNothingBehindWhereItCannotWrite) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
  TempFolder folder;
  fs::create_directory(folder.path() / "closed");
  fs::permissions(folder.path() / "closed", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(run(folder.path(), "assay new bank answers --into closed").exit, 2);
  EXPECT_TRUE(fs::is_empty(folder.path() / "closed"));
}

}  // namespace
}  // namespace assay
