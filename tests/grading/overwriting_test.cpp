#include "grading/overwriting.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

class OverwritingTest : public testing::Test {
 protected:
  OverwritingTest() {
    for (const char* file : {"class.jsonl", "scores.csv", "cp/a.md", "cp/deep/b.txt",
                             "cp/README.md", "cp/.hidden/c.md", "cp/left/d.md", "other/e.md"}) {
      folder_.write(file, "Text.\n");
    }
    fs::create_symlink(folder_.path() / "cp", folder_.path() / "cp-link");
    fs::create_symlink(folder_.path() / "class.jsonl", folder_.path() / "class-link");
    fs::create_hard_link(folder_.path() / "class.jsonl", folder_.path() / "class-too");
    fs::create_symlink(folder_.path() / "other/e.md", folder_.path() / "cp/e.md");
    fs::create_symlink(folder_.path() / "other", folder_.path() / "cp/linked");
  }

  std::string why(const std::string& output, const std::vector<std::string>& inputs,
                  const LeftOut& left_out = {}) {
    std::vector<std::string> there;
    for (const std::string& input : inputs) there.push_back((folder_.path() / input).string());
    std::string reason = why_not_write(folder_.path() / output, there, left_out);
    if (const auto at = reason.find(folder_.path()); at != reason.npos) {
      reason.erase(at, folder_.path().string().size() + 1);
    }
    return reason;
  }

  TempFolder folder_;
};

TEST_F(OverwritingTest, OfWhatIsReadIsRefused) {
  const std::string kRead = "would replace what is read from it";
  const std::string kAnswer = "would be read as an answer in cp";
  const struct {
    const char* output;
    const char* input;
    std::string why;
  } kRows[] = {
      {"class.jsonl", "class.jsonl", kRead},
      {"./cp/../class.jsonl", "class.jsonl", kRead},
      {"class-link", "class.jsonl", kRead},
      {"class-too", "class.jsonl", kRead},
      {"class.jsonl", "class-link", kRead},
      {"cp/a.md", "cp", kAnswer},
      {"cp-link/a.md", "cp", kAnswer},
      {"cp/deep/b.txt", "cp", kAnswer},
      {"other/e.md", "cp", kAnswer},  // by the link to it
      {"cp/new.md", "cp", kAnswer},   // the next time
      {"cp/deep/new.jsonl", "cp", kAnswer},
      {"cp/a.md", "cp-link", kAnswer + "-link"},
      {"cp/a.md", "class.jsonl", ""},
      {"new.jsonl", "class.jsonl", ""},
      {"cp/README.md", "cp", ""},
      {"cp/.hidden/c.md", "cp", ""},
      {"cp/.new.md", "cp", ""},
      {"cp/scores.csv", "cp", ""},
      {"cp/linked/new.md", "cp", ""},  // a linked folder is not entered
      {"new.md", "cp", ""},
      {"none/new.md", "cp", ""},
      {"scores.csv", "none", ""},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(why(row.output, {row.input}), row.why) << row.output << " of " << row.input;
    EXPECT_EQ(why(row.output, {"none", row.input}), row.why) << row.output;
  }
}

TEST_F(OverwritingTest, OfWhatIsLeftOutIsAllowed) {
  const LeftOut left_out = [](const fs::path& path, bool is_folder) {
    return is_folder ? path.filename() == "left" : path.filename() == "a.md";
  };
  EXPECT_EQ(why("cp/a.md", {"cp"}, left_out), "");
  EXPECT_EQ(why("cp/left/d.md", {"cp"}, left_out), "");
  EXPECT_EQ(why("cp/left/new.md", {"cp"}, left_out), "");
  EXPECT_NE(why("cp/deep/b.txt", {"cp"}, left_out), "");
}

TEST(Overwriting, OfADeviceIsAllowed) {
  EXPECT_EQ(why_not_write("/dev/null", {"/dev/null", "-"}), "");
}

}  // namespace
}  // namespace assay
