// What a plugin may do to its process, and what it costs: the answer it did it on.
#include "grading/workers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "grading/grader.h"
#include "grading/sanitized.h"
#include "grading/small_rubrics.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

struct Misdeed {
  const char* answer;
  const char* cost;  // a part of the error; empty: none
};

constexpr Misdeed kMisdeeds[] = {
    {"crash", "crashed (Aborted)"},
    {"loop", "took longer than 2 s"},
    {"exit", "ended the process (exit code 3)"},
    {"file", "the file: Operation not permitted"},
    {"socket", "the socket: Operation not permitted"},
    {"thread", "Operation not permitted"},
    {"print", ""},
    {"forge", "sent what is no result"},
    {"impersonate", "sent what is no result"},
};

class WorkersTest : public testing::Test {
 protected:
  WorkersTest() {
    folder_.write("r/pack/wild.toml", "plugins = [\"misbehaves\"]\n" +
                                          rubric_toml("wild", "{ kind = \"misbehaves.rule\" }"));
    folder_.write(
        "r/pack/wilder.toml",
        "plugins = [\"misbehaves\"]\n" + rubric_toml("wilder", "{ kind = \"misbehaves.rule\" }"));
    folder_.write("r/pack/tea.toml", rubric_toml("tea", "kettle"));
    library_.emplace(std::vector<fs::path>{folder_.path() / "r"}, plugins_);
  }

  std::vector<GradedAnswer> grade(const std::vector<std::string>& texts, unsigned workers,
                                  std::size_t seconds = 2) {
    GraderOptions options = {.threads = workers, .isolate = true};
    options.limits.seconds = seconds;
    options.limits.memory = std::size_t{128} << 20;
    Grader grader(*library_, options);
    std::vector<InputRecord> records;
    for (const std::string& text : texts) {
      InputRecord record;
      record.place = "in.jsonl:" + std::to_string(records.size() + 1);
      record.answer = {std::to_string(records.size()), "wild", text, {}};
      records.push_back(std::move(record));
    }
    return grader.grade(std::move(records));
  }

  // "met", "not met", or the error's message.
  static std::string told(const GradedAnswer& answer) {
    if (const auto* error = std::get_if<GradingError>(&answer.outcome)) return error->message;
    return std::get<ScoreSheet>(answer.outcome).criteria[0].met ? "met" : "not met";
  }

  TempFolder folder_;
  PluginHost plugins_{{fs::path(ASSAY_BINARY_DIR) / "tests/plugins"}};
  std::optional<RubricLibrary> library_;
};

TEST_F(WorkersTest, AMisdeedCostsItsOwnAnswerOfAThousand) {
  if (kDiesInWorkers) GTEST_SKIP() << "AddressSanitizer dies in a worker";
  std::vector<std::string> texts(1000, "fine words");
  std::size_t at = 7;  // in the middle of a run, and some of them in one
  for (const Misdeed& misdeed : kMisdeeds) {
    texts[at] = misdeed.answer;
    at += at % 3 == 0 ? 5 : 131;
  }
  const std::vector<GradedAnswer> graded = grade(texts, 2);
  ASSERT_EQ(graded.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::string cost;
    for (const Misdeed& misdeed : kMisdeeds) {
      if (texts[i] == misdeed.answer) cost = misdeed.cost;
    }
    EXPECT_EQ(graded[i].answer.id, std::to_string(i));
    if (cost.empty()) {
      EXPECT_EQ(told(graded[i]), "met") << texts[i];
    } else {
      EXPECT_THAT(told(graded[i]), AllOf(HasSubstr(cost), HasSubstr("misbehaves"))) << texts[i];
    }
  }
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_F(WorkersTest, AHogFindsNoMoreMemoryThanItIsGiven) {
  const std::vector<GradedAnswer> graded = grade({"fine", "hog", "fine"}, 1, 60);
  EXPECT_EQ(told(graded[0]), "met");
  EXPECT_THAT(told(graded[1]), HasSubstr("ran out of memory"));
  EXPECT_EQ(told(graded[2]), "met");
}
#endif

// Whatever a plugin leaves in a worker.
TEST_F(WorkersTest, LeaveNothingOfOneRubricToAnother) {
  if (kDiesInWorkers) GTEST_SKIP() << "AddressSanitizer dies in a worker";
  Grader grader(*library_, {.threads = 1});
  std::vector<InputRecord> records(3);
  records[0].answer = {"1", "wild", "remember", {}};
  records[1].answer = {"2", "wilder", "recall", {}};
  records[2].answer = {"3", "wild", "recall", {}};
  const std::vector<GradedAnswer> graded = grader.grade(std::move(records));
  EXPECT_EQ(told(graded[0]), "met");
  EXPECT_EQ(told(graded[1]), "met");
  EXPECT_THAT(told(graded[2]), HasSubstr("remembered")) << "no answer can tell that it is tried";
}

TEST_F(WorkersTest, GradeAsThreadsDo) {
  Grader threads(*library_, {.threads = 2});
  Grader workers(*library_, {.threads = 3, .isolate = true});
  std::vector<InputRecord> records;
  const std::string texts[] = {"A kettle.", "", "Kettles, no kettle, a \xFF kettle",
                               "A cup of it."};
  for (std::size_t i = 0; i < 200; ++i) {
    InputRecord record;
    record.answer = {std::to_string(i), i % 7 == 0 ? "none" : "tea", texts[i % 4], {}};
    records.push_back(std::move(record));
  }
  const std::vector<GradedAnswer> a = threads.grade(records);
  const std::vector<GradedAnswer> b = workers.grade(records);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::string bytes_a;
    std::string bytes_b;
    append_outcome(bytes_a, a[i].outcome);
    append_outcome(bytes_b, b[i].outcome);
    EXPECT_EQ(bytes_a, bytes_b) << i;
  }
}

TEST_F(WorkersTest, AreWhatPluginsFromElsewhereGetUnasked) {
  if (kDiesInWorkers) GTEST_SKIP() << "AddressSanitizer dies in a worker";
  Grader grader(*library_, {.threads = 1});
  InputRecord record;
  record.answer = {"1", "wild", "exit", {}};
  EXPECT_THAT(told(grader.grade({record}).at(0)), HasSubstr("exit code 3"));
}

}  // namespace
}  // namespace assay
