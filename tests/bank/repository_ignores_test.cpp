#include "bank/repository_ignores.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

// As a walk from the repository's root comes by: a folder that is left out is not entered.
bool left_out(RepositoryIgnores& ignores, const fs::path& root, const std::string& path) {
  fs::path at = root;
  for (const fs::path& name : fs::path(path)) {
    at /= name;
    if (ignores.leave_out(at, fs::is_directory(at))) return true;
  }
  return false;
}

TEST(RepositoryIgnores, ReadTheFilesFromTheRootDown) {
  TempFolder folder;
  folder.write(".gitignore", "*.md\n");  // outside of the repository
  folder.write("r/.git/HEAD", "");
  folder.write("r/.gitignore", "\xEF\xBB\xBFold.md\ndrafts/\n/top.md\n");
  folder.write("r/bank/.gitignore", "*.txt\n!old.md\n");
  folder.write("r/bank/deep/.gitignore", "!keep.txt\n");
  folder.write("r/nested/.git", "gitdir: elsewhere\n");
  RepositoryIgnores ignores;
  const auto out = [&](const std::string& path) {
    return left_out(ignores, folder.path() / "r", path);
  };
  EXPECT_FALSE(out("a.md"));
  EXPECT_TRUE(out("old.md"));
  EXPECT_TRUE(out("top.md"));
  EXPECT_FALSE(out("bank/top.md"));
  EXPECT_FALSE(out("bank/old.md"));
  EXPECT_TRUE(out("bank/a.txt"));
  EXPECT_TRUE(out("bank/deep/a.txt"));
  EXPECT_FALSE(out("bank/deep/keep.txt"));
  EXPECT_FALSE(out("nested/old.md"));  // a repository of its own
  EXPECT_FALSE(ignores.leave_out(folder.path() / "b.md", false));
  EXPECT_THAT(ignores.mistakes(), IsEmpty());
}

TEST(RepositoryIgnores, PassOverALinkAndTellOfAFileThatIsTooLong) {
  TempFolder folder;
  fs::create_directory(folder.path() / ".git");
  fs::create_symlink(folder.write("patterns", "a.md\n"), folder.path() / ".gitignore");
  folder.write("x/.gitignore", std::string((1 << 20) + 1, '#'));
  RepositoryIgnores ignores;
  EXPECT_FALSE(ignores.leave_out(folder.path() / "a.md", false));
  EXPECT_THAT(ignores.mistakes(), IsEmpty());
  EXPECT_FALSE(ignores.leave_out(folder.path() / "x/a.md", false));
  ASSERT_EQ(ignores.mistakes().size(), 1u);
  EXPECT_EQ(ignores.mistakes()[0].path, folder.path() / "x/.gitignore");
}

// The obvious twin: git itself, on patterns and names of few letters drawn at random.
TEST(RepositoryIgnores, LeaveOutWhatGitDoes) {
  const std::string git = "env -i PATH=\"$PATH\" HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 git ";
  if (std::system("git --version >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "there is no git to compare with";
  }
  std::mt19937 random(20261130);
  const auto pick = [&](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  const std::vector<std::string> names = {"a", "b", "ab", "ba", "a.b", "aab", "-", "[a"};
  const std::vector<std::string> parts = {
      "a",   "b",    "ab",   "a.b",   "*",           "**",    "*a",  "a*",   "?",
      "a?",  "[ab]", "[!a]", "[^b]",  "[a-]",        "***",   "\\a", "[]a]", "*b*",
      "a**", "**b",  "\\*",  "[b-a]", "[[:alpha:]]", "[[:x]", "[a",  "\\[a", "-"};
  const auto pattern = [&] {
    std::string line = random() % 4 == 0 ? "!" : "";
    if (random() % 4 == 0) line += "/";
    for (auto left = 1 + random() % 3; left > 0; --left) {
      line += pick(parts);
      if (left > 1 && random() % 4 != 0) line += "/";
    }
    if (random() % 4 == 0) line += "/";
    if (random() % 8 == 0) line += pick({" ", "\\ ", "\r", "#", "\\"});
    return line + "\n";
  };
  TempFolder folder;
  const fs::path root = folder.path() / "r";
  std::set<std::string> paths;
  for (int tree = 0; tree < 200; ++tree) {
    const std::string top = "t" + std::to_string(tree) + "/";
    for (int file = 0; file < 12; ++file) {
      std::string path = top;
      for (auto depth = random() % 4; depth > 0; --depth) {
        const std::string name = pick(names);
        if (fs::is_regular_file(root / path / name)) break;
        path += name + "/";
        if (random() % 6 == 0) folder.write("r/" + path + ".gitignore", pattern() + pattern());
      }
      path += pick(names);
      if (fs::exists(root / path)) continue;
      folder.write("r/" + path, "");
      for (; path.size() > top.size(); path = fs::path(path).parent_path()) paths.insert(path);
    }
    std::string lines;
    for (auto left = 1 + random() % 3; left > 0; --left) lines += pattern();
    folder.write("r/" + top + ".gitignore", lines);
  }
  std::string asked;
  for (const std::string& path : paths) asked += path + '\0';
  const fs::path question = folder.write("asked", asked);
  const fs::path answer = folder.path() / "answer";
  const std::string in_root = "cd '" + root.string() + "' && " + git;
  ASSERT_EQ(std::system((in_root + "init -q .").c_str()), 0);
  const int code = std::system((in_root + "check-ignore --no-index --stdin -z <'" +
                                question.string() + "' >'" + answer.string() + "'")
                                   .c_str());
  ASSERT_EQ(code, 0);
  std::set<std::string> of_git;
  std::ifstream file(answer, std::ios::binary);
  for (std::string path; std::getline(file, path, '\0');) of_git.insert(path);
  EXPECT_GT(of_git.size(), paths.size() / 10);
  EXPECT_LT(of_git.size(), paths.size() * 9 / 10);
  RepositoryIgnores ignores;
  for (const std::string& path : paths) {
    EXPECT_EQ(left_out(ignores, root, path), of_git.contains(path))
        << path << (of_git.contains(path) ? " is left out by git" : " is kept by git");
  }
}

}  // namespace
}  // namespace assay
