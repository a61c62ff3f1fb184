#include "bank/bank_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "grading/small_rubrics.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class BankCheckTest : public testing::Test {
 protected:
  BankCheckTest() {
    folder_.write("r/pack/toast.toml",
                  rubric_toml("toast", "toaster") +
                      "[[flaw]]\nid = \"burnt\"\nsays = \"Burns it\"\ncost = 1\nany = "
                      "[\"charcoal\"]\n[[flaw]]\nid = \"torched\"\nsays = \"Takes a torch\"\n"
                      "any = [\"torch\"]\n");
    folder_.write("r/pack/refused.toml", "");
    library_.emplace(std::vector<fs::path>{folder_.path() / "r"}, plugins_);
  }

  CheckReport check(const std::string& name, const std::string& bytes) {
    Bank bank = read_bank({folder_.write(name, bytes).string()}, {});
    refuse_unsound(bank, *library_);
    Grader grader(*library_, {.threads = 1});
    CheckReport report;
    check_bank(std::move(bank), grader, report);
    return report;
  }

  // "kind 5:3 `words` ..." of a report.
  static std::vector<std::string> told(const CheckReport& report) {
    std::vector<std::string> lines;
    for (const CheckedAnswer& checked : report.answers) {
      for (const Verdict& verdict : checked.verdicts) {
        if (!verdict.finding) continue;
        const Finding& finding = *verdict.finding;
        const Place at = finding.regions.front().begin;
        std::string line =
            finding.kind + " " + std::to_string(at.line) + ":" + std::to_string(at.column);
        for (const Span span : finding.spans) {
          line +=
              " " + std::string(text_of(finding, &checked.answer).substr(span.begin, span.size()));
        }
        lines.push_back(line);
      }
    }
    return lines;
  }

  TempFolder folder_;
  PluginHost plugins_{std::vector<fs::path>{}};
  std::optional<RubricLibrary> library_;
};

TEST_F(BankCheckTest, TellsWhatAnAnswerShouldHaveEarnedAndWhere) {
  const std::string front = "+++\nquestion = \"toast\"\n";
  struct Case {
    std::string expected;
    std::string answer;
    std::vector<std::string> findings;
  };
  const Case cases[] = {
      {"met = [\"it\"]", "In a toaster.", {}},
      {"met = [\"it\"]", "By hand.", {"criterion-not-met 3:8 \"it\""}},
      {"met = [\"it\"]", "Never in a toaster.", {"criterion-not-met 5:12 toaster"}},
      {"not-met = [\"it\"]", "Só,\nin a toaster.", {"criterion-met 6:6 toaster"}},
      {"not-met = [\"it\"]", "By hand.", {}},
      {"flaws = [\"burnt\"]", "To charcoal.", {}},
      {"flaws = [\"burnt\"]", "In a toaster.", {"flaw-not-committed 3:10 \"burnt\""}},
      {"no-flaws = [\"burnt\"]", "To charcoal.", {"flaw-committed 5:4 charcoal"}},
      {"no-flaws = true", "To charcoal.", {"flaw-committed 5:4 charcoal"}},
      {"no-flaws = true", "In a toaster.", {}},
      {"no-flaws = true",
       "To charcoal, by torch.",
       {"flaw-committed 5:4 charcoal", "flaw-committed 5:17 torch"}},
      {"band = \"yellow\"", "In a toaster.", {}},
      {"band = \"yellow\"", "By hand.", {"band 3:8 \"yellow\""}},
      {"score = 0.5", "In a toaster.", {}},
      {"score = 0.5", "By hand.", {"score 3:9 0.5"}},
      {"score = \"= 0.5\"", "In a toaster.", {"score 3:9 \"= 0.5\""}},
      {"score = \"= 1\"", "In a toaster.", {}},
  };
  for (const Case& c : cases) {
    const CheckReport report = check("a.md", front + c.expected + "\n+++\n" + c.answer + "\n");
    EXPECT_EQ(told(report), c.findings) << c.expected << " " << c.answer;
    EXPECT_EQ(report.expectations(), 1u);
    EXPECT_THAT(report.mistakes, IsEmpty());
  }
}

TEST_F(BankCheckTest, FindsTheWordsOfARecordInItsLine) {
  const CheckReport report =
      check("a.jsonl",
            "\n{\"text\": \"S\\u00f3,\\nin a toaster.\", \"question\": \"toast\", \"not-met\": "
            "[\"it\"]}\n");
  EXPECT_THAT(told(report), ElementsAre("criterion-met 2:26 toaster"));
}

TEST_F(BankCheckTest, KeepsAFingerprintWhereLinesMoveAndWordsChange) {
  const std::string front = "+++\nquestion = \"toast\"\nnot-met = [\"it\"]\n";
  const auto fingerprint = [&](const std::string& rest) {
    return check("a.md", front + rest).answers[0].verdicts[0].finding->fingerprint;
  };
  EXPECT_EQ(fingerprint("+++\nIn a toaster.\n"),
            fingerprint("note = \"x\"\n+++\nFirst.\n\nIn a toaster.\n"));
  EXPECT_EQ(fingerprint("+++\nIn a toaster.\n"), fingerprint("+++\nIn toasters.\n"));
  // What is missing is the same, whatever comes near.
  const std::string other = "+++\nquestion = \"toast\"\nmet = [\"it\"]\n+++\n";
  const auto missing = [&](const std::string& rest) {
    return check("a.md", other + rest).answers[0].verdicts[0].finding->fingerprint;
  };
  EXPECT_EQ(missing("Never in a toaster.\n"), missing("Nothing.\n"));
  EXPECT_NE(missing("Nothing.\n"), fingerprint("+++\nIn a toaster.\n"));
  const auto of_record = [&](const std::string& id) {
    const CheckReport report = check("a.jsonl", "{\"id\": \"" + id +
                                                    "\", \"question\": \"toast\", \"text\": "
                                                    "\"\", \"met\": [\"it\"]}\n");
    return report.answers[0].verdicts[0].finding->fingerprint;
  };
  EXPECT_EQ(of_record("x"), of_record("x"));
  EXPECT_NE(of_record("x"), of_record("y"));
}

TEST_F(BankCheckTest, LeavesOutAnswersWithMistakes) {
  const CheckReport report =
      check("a.jsonl",
            "{\"question\":\"toasts\",\"text\":\"\",\"band\":\"red\"}\n"
            "{\"question\":\"toast\",\"text\":\"\",\"met\":[\"its\",\"burnt\"],\"band\":3}\n"
            "{\"question\":\"refused\",\"text\":\"\",\"band\":\"red\"}\n");
  std::vector<std::string> mistakes;
  for (const Diagnostic& one : report.mistakes) {
    mistakes.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + " " +
                       one.message + "; " + one.expected);
  }
  EXPECT_THAT(report.answers, IsEmpty());
  EXPECT_THAT(mistakes,
              ElementsAre("2:60 this is no band; `green`, `yellow` or `red`",
                          "1:13 there is no question \"toasts\"; did you mean \"toast\"?; a "
                          "question that `assay list questions` lists",
                          "2:38 the question `toast` has no criterion `its`; `it`",
                          "2:44 `burnt` is no criterion; a criterion's id"));
  EXPECT_EQ(library_->diagnostics().size(), 1u);
}

}  // namespace
}  // namespace assay
