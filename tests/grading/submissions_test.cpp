#include "grading/submissions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

std::vector<InputRecord> read(const std::vector<std::string>& paths, std::string question = {}) {
  SubmissionOptions options;
  options.question = std::move(question);
  options.is_question = [](std::string_view name) { return name == "grain" || name == "cap"; };
  Submissions submissions(paths, options);
  std::vector<InputRecord> records;
  for (InputRecord record; submissions.next(record);) records.push_back(record);
  return records;
}

// "id question: text" or "id question: code message", with ids below `folder`.
std::vector<std::string> told(const TempFolder& folder, const std::vector<InputRecord>& records) {
  std::vector<std::string> lines;
  for (const InputRecord& record : records) {
    std::string id = record.answer.id;
    if (id.starts_with(folder.path().string() + "/")) {
      id.erase(0, folder.path().string().size() + 1);
    }
    std::string line = id + " " + record.answer.question + ": ";
    line += record.error ? record.error->code + " " + record.error->message : record.answer.text;
    lines.push_back(line);
  }
  return lines;
}

class SubmissionsTest : public testing::Test {
 protected:
  std::string write(const std::string& name, std::string_view bytes) {
    return folder_.write(name, bytes).string();
  }
  std::vector<std::string> told_of(const std::vector<std::string>& paths,
                                   std::string question = {}) {
    return told(folder_, read(paths, std::move(question)));
  }
  std::string path(const std::string& name) { return (folder_.path() / name).string(); }

  TempFolder folder_;
};

TEST_F(SubmissionsTest, TakeATextsQuestionFromTheOptionThenItsNameThenItsFolders) {
  const std::string by_name = write("cap/grain.md", "One row.");
  const std::string by_folder = write("cap/alice/answer.txt", "CP.");
  const std::string unnamed = write("alice.md", "Text.");
  EXPECT_THAT(told_of({by_name, by_folder, unnamed}),
              ElementsAre("cap/grain.md grain: One row.", "cap/alice/answer.txt cap: CP.",
                          "alice.md : unknown-question which question it answers is not known: "
                          "name it with -q"));
  EXPECT_THAT(told_of({by_name, unnamed}, "other"),
              ElementsAre("cap/grain.md other: One row.", "alice.md other: Text."));
}

TEST_F(SubmissionsTest, ReadRecordsAndGoOnAfterABadOne) {
  const std::string records = write("a.jsonl",
                                    "\xEF\xBB\xBF{\"id\":\"a1\",\"question\":\"grain\",\"text\":"
                                    "\"One\"}\r\n\r\n  \nnonsense\n"
                                    "{\"id\":\"a3\",\"text\":\"Three\"}");
  EXPECT_THAT(told_of({records}),
              ElementsAre("a1 grain: One", "a.jsonl:4 : bad-record not a JSON object",
                          "a3 : bad-record \"question\" is missing"));
  EXPECT_THAT(
      told_of({records}, "cap"),
      ElementsAre("a1 grain: One", "a.jsonl:4 : bad-record not a JSON object", "a3 cap: Three"));
}

TEST_F(SubmissionsTest, WalkAFolderInOrder) {
  write("in/b/grain.md", "2");
  write("in/a.jsonl", R"({"id":"r","question":"cap","text":"1"})");
  write("in/b/cap.txt", "3");
  write("in/c/cap/x.markdown", "4");
  write("in/README.md", "passed over");
  write("in/.git/grain.md", "passed over");
  write("in/.hidden.md", "passed over");
  write("in/notes.pdf", "passed over");
  fs::create_directory_symlink(path("in"), path("in/loop"));
  EXPECT_THAT(told_of({path("in")}),
              ElementsAre("r cap: 1", "in/b/cap.txt cap: 3", "in/b/grain.md grain: 2",
                          "in/c/cap/x.markdown cap: 4"));
}

TEST_F(SubmissionsTest, TellWhatCannotBeRead) {
  write("empty/notes.pdf", "");
  const std::string good = write("grain.md", "One row.");
  const std::string pdf = write("grain.pdf", "%PDF");
  EXPECT_THAT(
      told_of({path("none.md"), path("empty"), pdf, good}),
      ElementsAre("none.md : unreadable-file No such file or directory",
                  "empty : unreadable-file the folder holds no .md, .txt or .jsonl files",
                  "grain.pdf : unreadable-file expected a .md or .txt file with an answer, or "
                  ".jsonl with records",
                  "grain.md grain: One row."));
}

TEST_F(SubmissionsTest, TellAPipesFormByItsFirstCharacters) {
  const auto through_pipe = [&](const std::string& bytes) {
    const std::string pipe = path("pipe");
    EXPECT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    std::thread writer([&] { std::ofstream(pipe) << bytes; });
    const std::vector<std::string> lines = told_of({pipe}, "grain");
    writer.join();
    fs::remove(pipe);
    return lines;
  };
  EXPECT_THAT(through_pipe(" {\"id\":\"a\",\"question\":\"cap\",\"text\":\"CP\"}\n"),
              ElementsAre("a cap: CP"));
  EXPECT_THAT(through_pipe("One row per order.\n"),
              ElementsAre("pipe grain: One row per order.\n"));
}

TEST_F(SubmissionsTest, GiveEveryRecordAPlace) {
  const std::string records = write("a.jsonl", R"({"id":"r","question":"cap","text":"1"})");
  const std::vector<InputRecord> read_records = read({records});
  ASSERT_EQ(read_records.size(), 1u);
  EXPECT_EQ(read_records[0].place, records + ":1");
}

}  // namespace
}  // namespace assay
