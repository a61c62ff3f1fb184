#include "host/starts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

std::string read(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

class WriteStart : public testing::Test {
 protected:
  WriteStart() {
    folder_.write("new/rubric/starter.toml", "id = \"starter\"\ntitle = \"Starter\"\n");
    folder_.write("new/bank/starter/starter.md", "starter, starters; Starter");
    folder_.write("new/bank/assay.toml", "banks = []\n");
  }
  fs::path at(const std::string& name) const { return folder_.path() / name; }

  TempFolder folder_;
};

TEST_F(WriteStart, GivesNamesInPathsAndTexts) {
  EXPECT_THAT(write_start(at("new"), StartKind::rubric, "late-events", at("a/b")),
              ElementsAre(at("a/b/late-events.toml")));
  EXPECT_EQ(read(at("a/b/late-events.toml")), "id = \"late-events\"\ntitle = \"Late events\"\n");
  EXPECT_THAT(
      write_start(at("new"), StartKind::bank, "my-starter", at("a")),
      ElementsAre(at("a/my-starter/assay.toml"), at("a/my-starter/my-starter/my-starter.md")));
  EXPECT_EQ(read(at("a/my-starter/my-starter/my-starter.md")),
            "my-starter, my-starters; My starter");
}

TEST_F(WriteStart, LeavesNothingWhereItFails) {
  EXPECT_THROW(write_start(at("new"), StartKind::plugin, "x", at("a")), std::runtime_error)
      << "there is no such start";
  folder_.write("a-file", "");
  EXPECT_THROW(write_start(at("new"), StartKind::bank, "x", at("a-file")), std::exception);
  EXPECT_EQ(read(at("a-file")), "");
  // The second file cannot be read: the first goes again, and so do the folders.
  fs::create_symlink("starter.md", at("new/bank/starter/starter.md.old"));
  fs::remove(at("new/bank/starter/starter.md"));
  fs::create_symlink("/proc/self/mem", at("new/bank/starter/starter.md"));
  EXPECT_THROW(write_start(at("new"), StartKind::bank, "x", at("made/for/it")), std::exception);
  EXPECT_FALSE(fs::exists(at("made")));
}

TEST(StartNames, AreIds) {
  EXPECT_EQ(why_no_start_name(StartKind::rubric, "2nd-load"), "");
  EXPECT_NE(why_no_start_name(StartKind::plugin, "2nd-load"), "");
  EXPECT_NE(why_no_start_name(StartKind::bank, "a/b"), "");
  EXPECT_NE(why_no_start_name(StartKind::bank, std::string(65, 'a')), "");
}

}  // namespace
}  // namespace assay
