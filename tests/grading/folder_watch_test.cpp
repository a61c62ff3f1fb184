#include "grading/folder_watch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

const char* name_of(FolderWatch::News news) {
  switch (news) {
    case FolderWatch::News::none:
      return "none";
    case FolderWatch::News::gone:
      return "gone";
    case FolderWatch::News::saved:
      break;
  }
  return "saved";
}

class FolderWatchTest : public testing::Test {
 protected:
  std::string after(const std::function<void()>& what) {
    what();
    return name_of(watch_.take_in());
  }
  fs::path at(const std::string& name) const { return folder_.path() / name; }

  TempFolder folder_;
  FolderWatch watch_{{".md", ".toml"}};
};

TEST_F(FolderWatchTest, TellsSavesOfTheFilesThatMatter) {
  folder_.write("a.md", "old");
  fs::create_directory(at("deeper"));
  watch_.watch({folder_.path()});
  const struct {
    const char* what;
    std::function<void()> done;
    const char* news;
  } rows[] = {
      {"nothing", [] {}, "none"},
      {"a file written and closed", [&] { folder_.write("a.md", "new"); }, "saved"},
      {"a new file", [&] { folder_.write("b.toml", "new"); }, "saved"},
      {"a file for somebody else", [&] { folder_.write("a.md.swp", "new"); }, "none"},
      {"one renamed to its place", [&] { fs::rename(at("a.md.swp"), at("a.md")); }, "saved"},
      {"one renamed away", [&] { fs::rename(at("a.md"), at("a.md~")); }, "gone"},
      {"one removed", [&] { fs::remove(at("b.toml")); }, "gone"},
      {"one removed and written", [&] { folder_.write("a.md", ""), fs::remove(at("a.md~")); },
       "saved"},
      {"one that is only read", [&] { std::ifstream(at("a.md")).get(); }, "none"},
      {"a link", [&] { fs::create_symlink("elsewhere", at("c.md")); }, "saved"},
      {"a folder", [&] { fs::create_directory(at("new")); }, "saved"},
      {"a folder removed", [&] { fs::remove(at("new")); }, "gone"},
      {"in a folder below", [&] { folder_.write("deeper/a.md", "new"); }, "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(after(row.done), row.news) << row.what;
}

TEST_F(FolderWatchTest, TellsNothingOfAFileThatIsBeingWritten) {
  watch_.watch({folder_.path()});
  std::ofstream file;
  EXPECT_EQ(after([&] { file.open(at("a.md")); }), "none");
  EXPECT_EQ(after([&] { file << "half" << std::flush; }), "none");
  EXPECT_EQ(after([&] { file.close(); }), "saved");
}

TEST_F(FolderWatchTest, FollowsFoldersThatComeAndGo) {
  watch_.watch({at("new/deeper")});
  EXPECT_EQ(after([&] { fs::create_directory(at("new")); }), "saved");
  watch_.watch({at("new/deeper")});
  EXPECT_EQ(after([&] { folder_.write("new/deeper/a.md", ""); }), "saved");
  watch_.watch({at("new/deeper")});
  EXPECT_EQ(after([&] { folder_.write("new/deeper/a.md", ""); }), "saved");
  EXPECT_EQ(after([&] { folder_.write("new/a.md", ""); }), "none") << "watched no more";
  // Another folder in its place.
  EXPECT_EQ(after([&] { fs::rename(at("new/deeper"), at("new/old")); }), "saved");
  fs::create_directory(at("new/deeper"));
  watch_.watch({at("new/deeper")});
  watch_.take_in();
  EXPECT_EQ(after([&] { folder_.write("new/old/a.md", ""); }), "none");
  EXPECT_EQ(after([&] { folder_.write("new/deeper/a.md", ""); }), "saved");
}

}  // namespace
}  // namespace assay
