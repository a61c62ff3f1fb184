#include "grading/grader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "grading/sanitized.h"
#include "grading/small_rubrics.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

InputRecord record(std::string id, std::string question, std::string text) {
  InputRecord made;
  made.place = "in.jsonl:" + id;
  made.answer = {std::move(id), std::move(question), std::move(text), {}};
  return made;
}

// "id: band points" or "id: code".
std::string told(const GradedAnswer& graded) {
  if (const auto* error = std::get_if<GradingError>(&graded.outcome)) {
    return graded.answer.id + ": " + error->code;
  }
  const auto& sheet = std::get<ScoreSheet>(graded.outcome);
  return graded.answer.id + ": " + std::string(name_of(sheet.band));
}

class GraderTest : public testing::Test {
 protected:
  GraderTest() {
    folder_.write("r/pack/toast.toml", rubric_toml("toast", "toaster"));
    folder_.write("r/pack/tea.toml", rubric_toml("tea", "kettle"));
    folder_.write("r/pack/faulty.toml",
                  "plugins = [\"throws-in-rule\"]\n" +
                      rubric_toml("faulty", "{ kind = \"throws-in-rule.throw\" }"));
    folder_.write("r/pack/refused.toml", "");
    library_.emplace(std::vector<fs::path>{folder_.path() / "r"}, plugins_);
  }

  TempFolder folder_;
  PluginHost plugins_{{fs::path(ASSAY_BINARY_DIR) / "tests/plugins"}};
  std::optional<RubricLibrary> library_;
};

TEST_F(GraderTest, GradesEveryAnswerThatCanBeAndKeepsTheOrder) {
  InputRecord bad = record("3", "toast", "");
  bad.error = GradingError{"bad-record", "not JSON", "in.jsonl:3"};
  Grader grader(*library_, {.threads = 2});
  std::vector<std::string> results;
  for (const GradedAnswer& graded : grader.grade(
           {record("1", "toast", "In a toaster."), record("2", "tea", "In a cup."), bad,
            record("4", "none", "x"), record("5", "refused", "x"), record("6", "faulty", "x"),
            record("7", "toast", "By hand."), record("8", "tea", "In a kettle.")})) {
    results.push_back(told(graded));
  }
  EXPECT_THAT(results,
              testing::ElementsAre("1: green", "2: red", "3: bad-record", "4: unknown-question",
                                   "5: rubric-refused", "6: plugin-failed", "7: red", "8: green"));
}

TEST_F(GraderTest, SaysWhatAPluginThrewAndWhere) {
  if (kDiesInWorkers) GTEST_SKIP() << "AddressSanitizer dies in a worker";
  Grader grader(*library_, {.threads = 1});
  const std::vector<GradedAnswer> graded = grader.grade({record("9", "faulty", "x")});
  const auto& error = std::get<GradingError>(graded.at(0).outcome);
  EXPECT_THAT(error.message, HasSubstr("the rule broke"));
  EXPECT_THAT(error.message, HasSubstr("throws-in-rule"));
  EXPECT_EQ(error.place, "in.jsonl:9");
}

TEST_F(GraderTest, GivesTheSameResultsOnAnyNumberOfThreadsInChunksOfAnySize) {
  const char* const questions[] = {"toast", "tea", "none", "faulty", "tea"};
  const char* const texts[] = {"In a toaster.", "With a kettle.", "", "A toaster and a kettle."};
  const auto run = [&](unsigned threads, ChunkLimits limits) {
    Grader grader(*library_, {.threads = threads});
    std::vector<std::string> results;
    int next = 0;
    grade_stream(
        [&](InputRecord& made) {
          if (next == 200) return false;
          made = record(std::to_string(next), questions[next % 5], texts[next % 4]);
          ++next;
          return true;
        },
        grader, [&](const GradedAnswer& graded) { results.push_back(told(graded)); }, nullptr,
        limits);
    return results;
  };
  const std::vector<std::string> expected = run(1, {});
  ASSERT_EQ(expected.size(), 200u);
  EXPECT_EQ(run(3, {}), expected);
  EXPECT_EQ(run(8, {1, 1}), expected);
  EXPECT_EQ(run(2, {7, 1000}), expected);
}

// As `ulimit -v` does. A thread's stack takes 8 MiB of it.
void bound_address_space(std::size_t more) {
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  const rlim_t most = pages * std::size_t(::sysconf(_SC_PAGESIZE)) + more;
  const rlimit limit = {most, most};
  ::setrlimit(RLIMIT_AS, &limit);
}

TEST_F(GraderTest, MakesDoWithTheThreadsThatCouldBeStarted) {
  if (kTakesAddressSpace) GTEST_SKIP() << "a sanitizer takes the address space";
  const auto grade = [&] {
    ::alarm(60);  // to end it, should it wait for threads that are not there
    bound_address_space(std::size_t{400} << 20);
    Grader grader(*library_, {.threads = 200});
    for (int chunk = 0; chunk < 3; ++chunk) {
      std::vector<InputRecord> records;
      for (int i = 0; i < 100; ++i) {
        records.push_back(record("1", i % 2 ? "tea" : "toast", "A toaster and a kettle."));
      }
      for (const GradedAnswer& graded : grader.grade(std::move(records))) {
        if (told(graded) != "1: green") std::exit(1);
      }
    }
    std::exit(0);
  };
  EXPECT_EXIT(grade(), testing::ExitedWithCode(0), "");
}

TEST_F(GraderTest, GradesNothing) {
  Grader grader(*library_, {.threads = 2});
  EXPECT_TRUE(grader.grade({}).empty());
}

TEST_F(GraderTest, StopsWhenItIsToldTo) {
  Grader grader(*library_, {.threads = 1});
  StopFlag stop = false;
  int emitted = 0;
  grade_stream(
      [&](InputRecord& made) {
        made = record("1", "toast", "x");
        return true;
      },
      grader,
      [&](const GradedAnswer&) {
        ++emitted;
        stop = true;
      },
      &stop, {10, 1000});
  EXPECT_EQ(emitted, 10) << "a chunk that was graded is written";
}

}  // namespace
}  // namespace assay
