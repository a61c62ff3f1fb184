#include "grading/answer_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

TEST(FormOf, IsToldByTheExtension) {
  for (const char* name : {"a.md", "a.markdown", "b/a.b.txt", "A.MD"}) {
    EXPECT_EQ(form_of(name), AnswerForm::text) << name;
  }
  for (const char* name : {"a.jsonl", "a.ndjson", "a.JSONL"}) {
    EXPECT_EQ(form_of(name), AnswerForm::records) << name;
  }
  for (const char* name : {"a", "a.json", "a.md.pdf", ".md"}) {
    EXPECT_EQ(form_of(name), AnswerForm::neither) << name;
  }
}

TEST(AnswersIn, AreFilesAndFoldersAndNothingThatMightNeverEnd) {
  const TempFolder folder;
  const fs::path in = folder.path() / "in";
  folder.write("elsewhere/answer.md", "");
  for (const char* name : {"c.md", "a.jsonl", "b/x.md", "README.md", ".hidden.md", "notes.pdf"}) {
    folder.write(fs::path("in") / name, "");
  }
  fs::create_symlink("../elsewhere/answer.md", in / "linked.md");
  fs::create_symlink("../elsewhere/none.md", in / "linked-to-nothing.md");
  fs::create_directory_symlink("../elsewhere", in / "linked-folder");
  ASSERT_EQ(::mkfifo((in / "pipe.md").c_str(), 0600), 0);
  ASSERT_EQ(::mknod((in / "socket.md").c_str(), S_IFSOCK | 0600, 0), 0);
  fs::create_symlink("pipe.md", in / "linked-pipe.md");
  fs::create_symlink("/dev/zero", in / "linked-device.txt");

  std::vector<std::string> names;
  std::error_code error;
  const AnswerFolder read = answers_in(in, error);
  for (const AnswerPath& found : read.answers) {
    names.push_back(found.path.filename().string() + (found.is_folder ? "/" : ""));
  }
  EXPECT_FALSE(error);
  // A link to nothing is told of by who reads it.
  EXPECT_THAT(names,
              testing::ElementsAre("a.jsonl", "b/", "c.md", "linked-to-nothing.md", "linked.md"));
  EXPECT_THAT(read.left_out, testing::ElementsAre(in / "README.md", in / "notes.pdf"));
  EXPECT_TRUE(answers_in(in / "none", error).answers.empty());
  EXPECT_EQ(error, std::errc::no_such_file_or_directory);
}

}  // namespace
}  // namespace assay
