// What the program refuses before it does harm, and what it says then.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "cli/program.h"
#include "host/temp_folder.h"
#include "source_tree.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kText = "Each run replaces the partition of its own day.";
const std::string kFront =
    "+++\nquestion = \"idempotency\"\nmet = [\"interval-scoped-output\"]\n+++\n";
const std::string kRecord =
    "{\"id\": \"a\", \"question\": \"idempotency\", \"text\": \"" + kText + "\", \"met\": []}\n";

TEST(Output, IsNoInput) {
  const struct {
    const char* line;
    const char* said;
  } kRows[] = {
      {"grade class.jsonl --format jsonl -o class.jsonl",
       "-o class.jsonl would replace what is read from it: name another file"},
      {"grade - -o class.jsonl <class.jsonl", "would replace what is read from it"},
      {"grade cp -o cp/idempotency/s00.md",
       "-o cp/idempotency/s00.md would be read as an answer in cp"},
      {"grade cp --format jsonl -o ./cp/new.jsonl", "would be read as an answer in cp"},
      {"agree class.jsonl -o class.jsonl", "would replace what is read from it"},
      {"agree class.jsonl --format json -o b.json --baseline b.json",
       "-o b.json would replace the baseline"},
      {"test q.toml -o q.toml", "-o q.toml would replace what is read from it"},
      {"check bank -o json=b.json --baseline b.json", "-o b.json would replace the baseline"},
      {"check bank -o bank/a.md", "would be read as an answer in bank"},
      {"check bank/a.md -o junit=bank/a.md", "would replace what is read from it"},
  };
  for (const auto& row : kRows) {
    const TempFolder folder;
    folder.write("class.jsonl", kRecord);
    folder.write("cp/idempotency/s00.md", kText);
    folder.write("bank/a.md", kFront + kText);
    folder.write("q.toml", "");
    folder.write("b.json", "{\"version\": 1, \"findings\": []}\n");
    const std::string sums = "find . -type f | sort | xargs cksum";
    const std::string before = run(folder.path(), sums).out;
    const Ran refused = run(folder.path(), std::string("assay ") + row.line);
    EXPECT_EQ(refused.exit, 2) << row.line;
    EXPECT_THAT(refused.out, HasSubstr(row.said)) << row.line;
    EXPECT_EQ(run(folder.path(), sums).out, before) << row.line;
  }
}

TEST(Output, MayStandInAFolderThatIsLeftOut) {
  const TempFolder folder;
  folder.write("bank/a.md", kFront + kText);
  folder.write("bank/assay.toml", "ignore = [\"reports/\"]\n");
  folder.write("bank/reports/keep", "");
  const Ran ran = run(folder.path(), "assay check bank -o bank/reports/all.txt");
  EXPECT_EQ(ran.exit, 0) << ran.out;
}

TEST(FrontMatter, IsNotGraded) {
  const TempFolder folder;
  folder.write("plain.md", kText);
  folder.write("banked.md", kFront + kText);
  const std::string grade = "assay grade --format csv ";
  const std::string plain = run(folder.path(), grade + "-q idempotency plain.md").out;
  const std::string banked = run(folder.path(), grade + "banked.md").out;
  EXPECT_EQ(banked.substr(banked.find(",idempotency,")), plain.substr(plain.find(",idempotency,")));
  const std::string wrong = run(folder.path(), grade + "-q grain banked.md").out;
  EXPECT_THAT(wrong, HasSubstr("banked.md,grain,graded,red,0,"));
}

TEST(PluginDir, HasToBeThere) {
  const Ran ran = run("/", "assay grade --plugin-dir /nonexist -q grain /dev/null");
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.out, HasSubstr("the folder of plugins cannot be read: /nonexist"));
}

TEST(EmptyFolder, HasNoRubricsToLookAt) {
  const TempFolder folder;
  for (const char* command : {"lint", "fmt", "fmt --check", "test"}) {
    const Ran ran = run(folder.path(), "mkdir -p emp; assay " + std::string(command) + " emp emp");
    EXPECT_EQ(ran.exit, 2) << command;
    EXPECT_THAT(ran.out, HasSubstr("emp: there are no rubrics in it")) << command;
  }
}

TEST(StandardOutput, ThatCannotBeWrittenIsTold) {
  for (const char* words : {"--version", "--version --verbose", "--help", "grade --help"}) {
    const std::string line = std::string("assay ") + words;
    const Ran full = run("/", line + " >/dev/full");
    EXPECT_EQ(full.exit, 2) << words;
    EXPECT_THAT(full.out, HasSubstr("assay: error: standard output: No space left")) << words;
    EXPECT_EQ(run("/", line + " >&-").exit, 2) << words;
    EXPECT_EQ(run("/", line).exit, 0) << words;
  }
}

TEST(Baseline, SettlesForANameThatIsNotUtf8) {
  const TempFolder folder;
  folder.write("bank/bad\xff.md", kFront + "Nothing of it.");
  const std::string check = "assay check bank --baseline b.json";
  EXPECT_EQ(run(folder.path(), check + " --update-baseline").exit, 0);
  EXPECT_THAT(contents(folder.path() / "b.json"), HasSubstr("\"bank/bad\\\\xff.md\""));
  const Ran again = run(folder.path(), check);
  EXPECT_EQ(again.exit, 0) << again.out;
  EXPECT_THAT(again.out, Not(HasSubstr("baseline-outdated")));
  folder.write("bank/bad\xff.md", kFront + kText);
  const Ran mended = run(folder.path(), "assay check bank/bad* --baseline b.json");
  EXPECT_THAT(mended.out, HasSubstr("baseline-outdated"));
}

}  // namespace
}  // namespace assay
