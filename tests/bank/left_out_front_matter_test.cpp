#include "bank/left_out_front_matter.h"

#include <gtest/gtest.h>

#include <string>

namespace assay {
namespace {

struct Row {
  std::string text;
  std::string answer;    // what is graded
  std::string question;  // empty: as it was
};

InputRecord record_of(const std::string& text) {
  InputRecord record;
  record.answer.id = record.place = "bank/a.md";
  record.answer.text = text;
  record.error = {"unknown-question", "which question it answers is not known", record.place};
  return record;
}

TEST(FrontMatter, IsNoPartOfAnAnswerGradedByItself) {
  const Row kRows[] = {
      {"+++\nquestion = \"grain\"\nmet = [\"row-unit\"]\n+++\nOne row.\n", "One row.\n", "grain"},
      {"---\nquestion: grain\nband: yellow\n---\nOne row.\n", "One row.\n", "grain"},
      {"\xEF\xBB\xBF---\r\nquestion: grain\r\n---\r\nOne row.\r\n", "One row.\r\n", "grain"},
      {"---\nquestion: grain\n---\n", "", "grain"},
      // Rules, and front matter of others, are the answer's own.
      {"---\nOne row.\n", "", ""},
      {"---\nOne row.\n---\nOf orders.\n", "", ""},
      {"---\n---\nOne row.\n", "", ""},
      {"---\ntitle: Mine\n---\nOne row.\n", "", ""},
      {"---\nquestion: what is a row? I say: one order\n---\nOne row.\n", "", ""},
      {"---\nquestion: grain\nOne row.\n", "", ""},
      {"+++\nquestion = 1\n+++\nOne row.\n", "", ""},
      {"---\nquestion: grain\n#" + std::string(70'000, '-') + "\n---\nOne row.\n", "", ""},
      {"One row.\n---\nquestion: grain\n---\n", "", ""},
  };
  for (const Row& row : kRows) {
    InputRecord record = record_of(row.text);
    leave_out_front_matter(record);
    EXPECT_EQ(record.answer.question, row.question) << row.text;
    EXPECT_EQ(record.answer.text, row.question.empty() ? row.text : row.answer);
    EXPECT_EQ(record.error.has_value(), row.question.empty()) << row.text;
  }
}

TEST(FrontMatter, DoesNotOverruleAQuestionThatIsKnown) {
  InputRecord record = record_of("---\nquestion: grain\n---\nOne row.\n");
  record.answer.question = "scd2";
  record.error.reset();
  leave_out_front_matter(record);
  EXPECT_EQ(record.answer.question, "scd2");
  EXPECT_EQ(record.answer.text, "One row.\n");
}

TEST(FrontMatter, OfARecordsTextIsText) {
  const std::string text = "---\nquestion: grain\n---\nOne row.\n";
  InputRecord record = record_of(text);
  record.place = record.answer.id = "class.jsonl:12";
  leave_out_front_matter(record);
  EXPECT_EQ(record.answer.text, text);
}

}  // namespace
}  // namespace assay
