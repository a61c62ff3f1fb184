#include "grading/rubric_library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grading/small_rubrics.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RubricLibraryTest : public testing::Test {
 protected:
  RubricLibrary library(std::vector<std::string> names) {
    std::vector<fs::path> folders;
    for (const std::string& name : names) folders.push_back(folder_.path() / name);
    return RubricLibrary(folders, plugins_);
  }

  TempFolder folder_;
  PluginHost plugins_{{fs::path(ASSAY_BINARY_DIR) / "tests/plugins"}};
};

TEST_F(RubricLibraryTest, FindsQuestionsByTheNamesOfFilesAndLoadsOnlyWhatIsAskedFor) {
  folder_.write("r/breakfast/toast.toml", rubric_toml("toast", "toaster"));
  folder_.write("r/breakfast/broken.toml", "not TOML at all");
  folder_.write("r/direct.toml", rubric_toml("direct", "x"));
  folder_.write("r/breakfast/notes.txt", "");
  folder_.write("r/.git/hidden.toml", "");
  ASSERT_EQ(::mkfifo((folder_.path() / "r/breakfast/endless.toml").c_str(), 0600), 0);
  RubricLibrary rubrics = library({"r"});

  std::vector<std::string> names;
  for (const QuestionFile& file : rubrics.questions()) {
    names.push_back(file.pack + "/" + file.question);
  }
  EXPECT_THAT(names, ElementsAre("breakfast/broken", "r/direct", "breakfast/toast"));
  EXPECT_TRUE(rubrics.has("toast"));
  EXPECT_FALSE(rubrics.has("hidden"));

  const RubricLibrary::Found found = rubrics.find("toast");
  ASSERT_TRUE(found.rubric);
  EXPECT_EQ(found.rubric->id, "toast");
  EXPECT_EQ(rubrics.find("toast").rubric, found.rubric) << "loaded once";
  EXPECT_THAT(rubrics.diagnostics(), IsEmpty()) << "the broken one was not asked for";
}

TEST_F(RubricLibraryTest, TellsARefusedRubricsMistakesOnce) {
  folder_.write("r/pack/toast.toml", "id = \"toast\"\nsoup = 1\n");
  RubricLibrary rubrics = library({"r"});
  const RubricLibrary::Found found = rubrics.find("toast");
  EXPECT_FALSE(found.rubric);
  EXPECT_EQ(found.error.code, "rubric-refused");
  const std::size_t mistakes = rubrics.diagnostics().size();
  EXPECT_GT(mistakes, 1u);
  EXPECT_THAT(found.error.message, HasSubstr(std::to_string(mistakes) + " mistakes"));
  EXPECT_EQ(rubrics.find("toast").error.message, found.error.message);
  EXPECT_EQ(rubrics.diagnostics().size(), mistakes);
}

TEST_F(RubricLibraryTest, NamesTheNearestQuestion) {
  folder_.write("r/pack/toast.toml", rubric_toml("toast", "toaster"));
  EXPECT_EQ(library({"r"}).find("toats").error.message,
            "there is no question \"toats\"; did you mean \"toast\"?");
  EXPECT_EQ(library({"r"}).find("idempotency").error.message,
            "there is no question \"idempotency\"");
  EXPECT_EQ(library({}).find("toast").error.message,
            "there is no question \"toast\", nor any other: no rubrics were found");
  EXPECT_EQ(library({}).find("toast").error.code, "unknown-question");
}

TEST_F(RubricLibraryTest, TakesAQuestionFromTheFirstFolderThatHasIt) {
  folder_.write("mine/pack/toast.toml", rubric_toml("toast", "grill"));
  folder_.write("theirs/pack/toast.toml", rubric_toml("toast", "toaster"));
  folder_.write("theirs/pack/tea.toml", rubric_toml("tea", "kettle"));
  RubricLibrary rubrics = library({"mine", "theirs"});
  ASSERT_TRUE(rubrics.find("toast").rubric);
  EXPECT_EQ(rubrics.find("toast").rubric->path, (folder_.path() / "mine/pack/toast.toml").string());
  EXPECT_TRUE(rubrics.find("tea").rubric);
}

TEST_F(RubricLibraryTest, RefusesAQuestionThatTwoPacksOfAFolderHave) {
  folder_.write("r/one/toast.toml", rubric_toml("toast", "toaster"));
  folder_.write("r/two/toast.toml", rubric_toml("toast", "toaster"));
  RubricLibrary rubrics = library({"r"});
  EXPECT_EQ(rubrics.find("toast").error.code, "rubric-refused");
  ASSERT_EQ(rubrics.diagnostics().size(), 1u);
  EXPECT_EQ(rubrics.diagnostics()[0].path, (folder_.path() / "r/two/toast.toml").string());
  EXPECT_THAT(rubrics.diagnostics()[0].expected, HasSubstr("one/toast.toml"));
}

TEST_F(RubricLibraryTest, ServesTheLexiconsOfAllFoldersToTheRubricsOfAll) {
  folder_.write("mine/pack/tea.toml", "lexicons = [\"kitchen\"]\n" + rubric_toml("tea", "@kettle"));
  folder_.write("theirs/lexicons/kitchen.toml", "[concepts]\nkettle = [\"kettle\"]\n");
  RubricLibrary rubrics = library({"mine", "theirs"});
  EXPECT_TRUE(rubrics.find("tea").rubric);
  EXPECT_FALSE(rubrics.has("kitchen")) << "a lexicon is no rubric";
}

TEST_F(RubricLibraryTest, LoadsThePluginsOfARubric) {
  folder_.write("r/pack/tea.toml", "plugins = [\"throws-in-rule\"]\n" + rubric_toml("tea", "cup"));
  folder_.write("r/pack/soup.toml", "plugins = [\"other-abi\"]\n" + rubric_toml("soup", "cup"));
  RubricLibrary rubrics = library({"r"});
  EXPECT_TRUE(rubrics.find("tea").rubric);
  EXPECT_EQ(rubrics.find("soup").error.code, "rubric-refused");
  ASSERT_EQ(rubrics.diagnostics().size(), 1u);
  EXPECT_EQ(rubrics.diagnostics()[0].line, 1u);
}

TEST_F(RubricLibraryTest, LoadsOnlyThePluginsThatARubricAsksFor) {
  const std::string kLine = "plugins = [\"sound\"]\n";
  struct Case {
    std::string head;
    bool asks;
  };
  const Case cases[] = {
      {kLine, true},
      {"version = 1\n# \"\"\" plugins\n" + kLine, true},
      {"# no string: it's\nhints = ['''\na''']\n" + kLine, true},
      {"note = \"\"\"\n[a]\n\\\"\"\" \"\"\"\"\"\n" + kLine, true},
      {"note = \"\"\"\n" + kLine + "\"\"\"\n", false},
      {"note = '''\n" + kLine + "'''\n", false},
      {"note = '''It''''s'\n# " + kLine, false},
      {"note = \"\"\"\n" + kLine, false},
      {"[about]\n" + kLine, false},
  };
  for (const Case& c : cases) {
    for (const unsigned threads : {1u, 2u}) {
      const TempFolder plugins;
      fs::copy_file(fs::path(ASSAY_BINARY_DIR) / "tests/plugins/sound.so",
                    plugins.path() / "sound.so");
      PluginHost host{{plugins.path()}};
      folder_.write("r/pack/tea.toml", c.head + rubric_toml("tea", "cup"));
      folder_.write("r/pack/soup.toml", rubric_toml("soup", "cup"));
      RubricLibrary rubrics({folder_.path() / "r"}, host);
      rubrics.load(std::vector<std::string_view>{"tea", "soup"}, threads);
      rubrics.find("tea");
      EXPECT_EQ(!host.expect("sound"), c.asks) << threads << " threads\n" << c.head;
    }
  }
}

TEST_F(RubricLibraryTest, LoadsSeveralAtATimeAsItDoesOneByOne) {
  folder_.write("r/lexicons/kitchen.toml", "[concepts]\nkettle = [\"kettle\"]\n");
  folder_.write("r/lexicons/cellar.toml", "[concepts]\nwine = [\"(\"]\n");
  const std::vector<std::pair<std::string, std::string>> heads = {
      {"plain", ""},
      {"lexicon", "lexicons = [\"kitchen\"]\n"},
      {"faulty-lexicon", "lexicons = [\"cellar\"]\n"},
      {"no-lexicon", "lexicons = [\"attic\"]\n"},
      {"plugin", "plugins = [\"throws-in-rule\"]\n"},
      {"plugin-below", "plugins = [\n  \"throws-in-rule\",\n]\n"},
      {"refused-plugin", "plugins = [\"other-abi\"]\n"},
      {"refused-below", "plugins = [\n  \"other-toolchain\",\n]\n"},
      {"no-plugin", "plugins = [\"nobody\"]\n"},
      {"broken", "= 1\n"},
  };
  std::vector<std::string> questions = {"unheard-of", "rival"};
  for (int copy = 0; copy < 3; ++copy) {
    for (const auto& [name, head] : heads) {
      questions.push_back(name + "-" + std::to_string(copy));
      folder_.write("r/pack/" + questions.back() + ".toml",
                    head + rubric_toml(questions.back(), name == "lexicon" ? "@kettle" : "cup"));
    }
  }
  folder_.write("r/pack/rival.toml", rubric_toml("rival", "cup"));
  folder_.write("r/other/rival.toml", rubric_toml("rival", "cup"));

  // What is found, and what is told, in this order.
  const auto all_of = [&](RubricLibrary& rubrics) {
    std::vector<std::string> told;
    for (const std::string& question : questions) {
      const RubricLibrary::Found found = rubrics.find(question);
      told.push_back(found.rubric ? found.rubric->id + " " + found.rubric->hash
                                  : found.error.code + " " + found.error.message);
    }
    for (const Diagnostic& each : rubrics.diagnostics()) told.push_back(each.to_string());
    return told;
  };
  RubricLibrary one_by_one = library({"r"});
  const std::vector<std::string> expected = all_of(one_by_one);

  const std::vector<std::string_view> wanted(questions.begin(), questions.end());
  for (const unsigned threads : {1u, 2u, 8u}) {
    PluginHost own{{fs::path(ASSAY_BINARY_DIR) / "tests/plugins"}};
    RubricLibrary rubrics({folder_.path() / "r"}, own);
    rubrics.load(wanted, threads);
    EXPECT_EQ(all_of(rubrics), expected) << threads << " threads";
    const std::size_t told = rubrics.diagnostics().size();
    rubrics.load(wanted, threads);
    EXPECT_EQ(rubrics.diagnostics().size(), told) << "what is loaded is passed over";
  }
}

TEST_F(RubricLibraryTest, TellsAFolderThatCannotBeRead) {
  const RubricLibrary rubrics = library({"none"});
  ASSERT_EQ(rubrics.unreadable().size(), 1u);
  EXPECT_THAT(rubrics.unreadable()[0], HasSubstr("none: No such file or directory"));
}

TEST_F(RubricLibraryTest, LoadsAnewWhatChangedAndNothingElse) {
  const std::string tea = "lexicons = [\"kitchen\"]\n" + rubric_toml("tea", "@kettle");
  folder_.write("r/lexicons/kitchen.toml", "[concepts]\nkettle = [\"kettle\"]\n");
  folder_.write("r/pack/tea.toml", tea);
  folder_.write("r/pack/toast.toml", rubric_toml("toast", "toaster"));
  folder_.write("r/pack/soup.toml", "not TOML");
  RubricLibrary rubrics = library({"mine", "r"});
  const auto loaded = [&rubrics](const char* question) { return rubrics.find(question).rubric; };
  const auto old_tea = loaded("tea");
  const auto old_toast = loaded("toast");
  ASSERT_TRUE(old_tea && old_toast);
  EXPECT_FALSE(loaded("soup"));
  EXPECT_EQ(rubrics.diagnostics().size(), 1u);

  rubrics.refresh();
  EXPECT_EQ(loaded("tea"), old_tea);
  EXPECT_EQ(loaded("toast"), old_toast);
  EXPECT_THAT(rubrics.diagnostics(), IsEmpty());
  EXPECT_FALSE(loaded("soup"));
  EXPECT_EQ(rubrics.diagnostics().size(), 1u) << "told again";

  folder_.write("r/lexicons/kitchen.toml", "[concepts]\nkettle = [\"samovar\"]\n");
  folder_.write("r/pack/soup.toml", rubric_toml("soup", "ladle"));
  folder_.write("r/pack/rice.toml", rubric_toml("rice", "bowl"));
  rubrics.refresh();
  EXPECT_NE(loaded("tea"), old_tea);
  EXPECT_EQ(loaded("toast"), old_toast);
  EXPECT_TRUE(loaded("soup"));
  EXPECT_TRUE(loaded("rice"));

  const auto second_tea = loaded("tea");
  folder_.write("mine/lexicons/kitchen.toml", "[concepts]\nkettle = [\"pot\"]\n");
  folder_.write("r/pack/toast.toml", rubric_toml("toast", "grill"));
  fs::remove(folder_.path() / "r/pack/rice.toml");
  rubrics.refresh();
  EXPECT_NE(loaded("tea"), second_tea) << "a lexicon that is found first";
  EXPECT_NE(loaded("toast"), old_toast);
  EXPECT_FALSE(rubrics.has("rice"));
  EXPECT_THAT(
      rubrics.folders(),
      ElementsAre(folder_.path() / "mine", folder_.path() / "mine/lexicons", folder_.path() / "r",
                  folder_.path() / "r/lexicons", folder_.path() / "r/pack"));
}

}  // namespace
}  // namespace assay
