#include "grading/regrader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "grading/sheet_change.h"
#include "grading/small_rubrics.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class RegraderTest : public testing::Test {
 protected:
  // The rubrics' folder, with all there is at first.
  fs::path rubrics() {
    folder_.write("r/pack/tea.toml", rubric_toml("tea", "kettle"));
    folder_.write("r/pack/toast.toml", rubric_toml("toast", "toaster"));
    folder_.write("answers/tea.md", "A kettle.");
    folder_.write("answers/toast.md", "A grill.");
    return folder_.path() / "r";
  }

  // "tea.md: met", "toast.md: met, was missed", "tea.md: unknown-question".
  std::vector<std::string> graded() {
    std::vector<std::string> lines;
    for (const Regraded& entry : regrader_.grade()) {
      std::string line = fs::path(entry.now.answer.id).filename().string() + ": ";
      if (const auto* sheet = std::get_if<ScoreSheet>(&entry.now.outcome)) {
        line += sheet->criteria[0].met ? "met" : "missed";
      } else {
        line += std::get<GradingError>(entry.now.outcome).code;
      }
      if (entry.before) line += entry.before->criteria[0].met ? ", was met" : ", was missed";
      lines.push_back(line);
    }
    return lines;
  }

  TempFolder folder_;
  PluginHost plugins_{{}};
  RubricLibrary library_{{rubrics()}, plugins_};
  Regrader regrader_{{(folder_.path() / "answers").string()},
                     {"", [this](std::string_view name) { return library_.has(name); }},
                     library_};
};

TEST_F(RegraderTest, GradesWhatIsMadeOfARecord) {
  Regrader regrader({(folder_.path() / "answers/toast.md").string()}, {"toast", {}}, library_, {},
                    [](InputRecord& record) { record.answer.text = "A toaster."; });
  const std::vector<Regraded> regraded = regrader.grade();
  ASSERT_EQ(regraded.size(), 1u);
  EXPECT_EQ(regraded[0].now.answer.text, "A toaster.");
  EXPECT_TRUE(std::get<ScoreSheet>(regraded[0].now.outcome).criteria[0].met);
}

TEST_F(RegraderTest, GradesWhatChanged) {
  EXPECT_THAT(graded(), ElementsAre("tea.md: met", "toast.md: missed"));
  EXPECT_THAT(graded(), IsEmpty());

  folder_.write("answers/toast.md", "A toaster.");
  EXPECT_THAT(graded(), ElementsAre("toast.md: met, was missed"));

  folder_.write("r/pack/tea.toml", rubric_toml("tea", "samovar"));
  EXPECT_THAT(graded(), ElementsAre("tea.md: missed, was met"));

  folder_.write("answers/tea.md", "A kettle.");
  EXPECT_THAT(graded(), IsEmpty()) << "saved as it was";
}

TEST_F(RegraderTest, PassesErrorsOverToTheSheetBefore) {
  graded();
  folder_.write("r/pack/tea.toml", "not TOML");
  EXPECT_THAT(graded(), ElementsAre("tea.md: rubric-refused, was met"));
  EXPECT_THAT(graded(), IsEmpty()) << "told once";
  folder_.write("r/pack/tea.toml", rubric_toml("tea", "samovar"));
  EXPECT_THAT(graded(), ElementsAre("tea.md: missed, was met"));

  fs::rename(folder_.path() / "r/pack/tea.toml", folder_.path() / "tea.toml");
  EXPECT_THAT(graded(), ElementsAre("tea.md: unknown-question, was missed"));
  fs::rename(folder_.path() / "tea.toml", folder_.path() / "r/pack/tea.toml");
  EXPECT_THAT(graded(), ElementsAre("tea.md: missed, was missed"));
}

TEST_F(RegraderTest, TellsRecordsOfOneNameApart) {
  graded();
  const std::string tea = R"({"id": "a", "question": "tea", "text": ")";
  folder_.write("answers/records.jsonl", tea + "A kettle.\"}\n" + tea + "Hot water.\"}\n");
  EXPECT_THAT(graded(), ElementsAre("a: met", "a: missed"));
  folder_.write("answers/records.jsonl", tea + "A kettle.\"}\n" + tea + "Kettles.\"}\n");
  EXPECT_THAT(graded(), ElementsAre("a: met, was missed"));
}

TEST_F(RegraderTest, NamesTheFoldersToWatch) {
  folder_.write("answers/deeper/note.md", "");
  folder_.write("answers/.hidden/note.md", "");
  fs::create_symlink(folder_.path() / "elsewhere", folder_.path() / "answers/linked");
  folder_.write("elsewhere/tea.md", "A kettle.");
  fs::create_symlink(folder_.path() / "elsewhere/tea.md", folder_.path() / "answers/mine.md");
  EXPECT_THAT(regrader_.folders(),
              ElementsAre(folder_.path() / "answers", folder_.path() / "answers/deeper",
                          folder_.path() / "r", folder_.path() / "r/pack"));
  const Regrader of_file({(folder_.path() / "answers/mine.md").string()}, {}, library_);
  EXPECT_THAT(of_file.folders(), Contains(folder_.path() / "elsewhere"));
  EXPECT_THAT(of_file.folders(), Contains(folder_.path() / "answers"));
  EXPECT_THAT(of_file.folders(), Not(Contains(folder_.path() / "answers/deeper")));
}

}  // namespace
}  // namespace assay
