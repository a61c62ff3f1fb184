// What is loaded, and that it is loaded alike; what is refused stands in mistakes_test.cpp.
#include "rubric/load.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "rubric/rubric_fixtures.h"
#include "rubric/source_text.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

// A folder of this test's own, empty at its start.
fs::path fresh_folder() {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  const fs::path folder =
      fs::path(::testing::TempDir()) / "assay" / test->test_suite_name() / test->name();
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

const char* const kWhole = R"(
title = "Idempotent batch pipelines"
prompt = "How?"
id = "idempotency"
plugins = ["demo"]
lexicons = ["tables", "words"]

[bands]
green = 0.75
yellow = 0.5

[concepts]
keyed = "@merge ... key"

[[criterion]]
id = "merge-by-key"
says = "Merges by key"
hint = "What is new?"
points = 2
standing = "any"
all = ["@keyed"]
none = [{ regex = 'insert\s+only' }]

[[criterion]]
id = "statement"
says = "Gives a statement"
any = [{ kind = "demo.statement", terms = "@word", points = 0.5 }, { id = "by-name", met = "merge-by-key" }]

[[flaw]]
id = "wall-clock"
says = "Reads the clock"
cost = 0.5
cap = "red"
any = ["wall clock"]

[[flaw]]
id = "append"
says = "Appends"
cap = "none"
all = ["append"]

[[example]]
text = "We merge by key."
met = ["merge-by-key", "statement"]
no-flaws = ["wall-clock"]

[[example]]
text = "We append by the wall clock."
not-met = ["merge-by-key"]
flaws = ["wall-clock", "append"]
)";

class Loading : public ::testing::Test {
 protected:
  Loading() : folder_(fresh_folder()) {
    write(folder_ / "lexicons/tables.toml", "[concepts]\nmerge = [\"merge\", \"upsert\"]\n");
    write(folder_ / "lexicons/words.toml", "[concepts]\nword = \"word\"\nother = \"other\"\n");
    write(folder_ / "foundation/idempotency.toml", kWhole);
  }

  std::shared_ptr<const Rubric> load(const fs::path& path = "foundation/idempotency.toml") {
    return load(path, demo_environment(folder_ / "lexicons"));
  }
  std::shared_ptr<const Rubric> load(const fs::path& path, const LoadEnvironment& environment) {
    Diagnostics diagnostics;
    auto rubric = load_rubric(folder_ / path, environment, diagnostics);
    EXPECT_TRUE(rubric) << all_of(diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    return rubric;
  }

  fs::path folder_;
};

TEST_F(Loading, GivesAllThatTheFileSays) {
  const auto rubric = load();
  ASSERT_TRUE(rubric);
  EXPECT_EQ(rubric->id, "idempotency");
  EXPECT_EQ(rubric->title, "Idempotent batch pipelines");
  EXPECT_EQ(rubric->prompt, "How?");
  EXPECT_EQ(rubric->path, folder_ / "foundation/idempotency.toml");
  EXPECT_EQ(rubric->pack, "foundation");
  EXPECT_THAT(rubric->plugins, ElementsAre("demo"));
  EXPECT_EQ(rubric->bands.green, 0.75);
  EXPECT_EQ(rubric->bands.yellow, 0.5);
  EXPECT_EQ(rubric->max_points(), 3);

  ASSERT_EQ(rubric->criteria.size(), 2u);
  const Criterion& merge = rubric->criteria[0];
  EXPECT_EQ(merge.id, "merge-by-key");
  EXPECT_EQ(merge.says, "Merges by key");
  EXPECT_EQ(merge.hint, "What is new?");
  EXPECT_EQ(merge.points, 2);
  ASSERT_EQ(merge.requirement.all.size(), 1u);
  EXPECT_EQ(merge.requirement.all[0]->name(), "merge-by-key.all[0]");
  EXPECT_EQ(merge.requirement.all[0]->describe(), "@keyed");
  EXPECT_EQ(merge.requirement.none[0]->name(), "merge-by-key.none[0]");
  const Criterion& statement = rubric->criteria[1];
  EXPECT_EQ(statement.hint, "");
  EXPECT_EQ(statement.points, 1);
  EXPECT_EQ(statement.requirement.any[0].points, 0.5);
  EXPECT_EQ(statement.requirement.any[1].points, 1);
  EXPECT_EQ(statement.requirement.any[1].rule->name(), "by-name");

  ASSERT_EQ(rubric->flaws.size(), 2u);
  EXPECT_EQ(rubric->flaws[0].cost, 0.5);
  EXPECT_EQ(rubric->flaws[0].cap, Band::red);
  EXPECT_EQ(rubric->flaws[1].cost, 0);
  EXPECT_EQ(rubric->flaws[1].cap, std::nullopt);

  ASSERT_EQ(rubric->examples.size(), 2u);
  EXPECT_EQ(rubric->examples[0].text, "We merge by key.");
  EXPECT_EQ(rubric->examples[0].line, 42u);
  EXPECT_THAT(rubric->examples[0].met, ElementsAre("merge-by-key", "statement"));
  EXPECT_THAT(rubric->examples[0].no_flaws, ElementsAre("wall-clock"));
  EXPECT_THAT(rubric->examples[1].unmet, ElementsAre("merge-by-key"));
  EXPECT_THAT(rubric->examples[1].flaws, ElementsAre("wall-clock", "append"));
}

TEST_F(Loading, HasDefaultsForWhatTheFileDoesNotSay) {
  Diagnostics diagnostics;
  const auto rubric = parse_rubric(
      with_criterion("any = [\"merge\"]\n[[flaw]]\nid = \"f\"\nsays = \"S\"\nany = [\"insert\"]\n"),
      "r.toml", {}, diagnostics);
  ASSERT_TRUE(rubric) << all_of(diagnostics);
  EXPECT_EQ(rubric->bands.green, 0.8);
  EXPECT_EQ(rubric->bands.yellow, 0.4);
  EXPECT_EQ(rubric->criteria[0].points, 1);
  EXPECT_EQ(rubric->flaws[0].cost, 0);
  EXPECT_EQ(rubric->flaws[0].cap, Band::yellow);
  EXPECT_EQ(rubric->pack, "");
}

TEST_F(Loading, CompilesOnlyTheConceptsThatRulesLeadTo) {
  const auto rubric = load();
  ASSERT_TRUE(rubric);
  std::vector<std::string> patterns;
  for (std::uint32_t set = 0; set < rubric->terms->size(); ++set) {
    for (const std::string& pattern : rubric->terms->patterns(TermSet(set))) {
      patterns.push_back(pattern);
    }
  }
  EXPECT_THAT(patterns,
              ::testing::UnorderedElementsAre("@keyed", "@merge ... key", "merge", "upsert",
                                              "@word", "word", "wall clock", "append"));
}

TEST_F(Loading, OfTheSameBytesGivesTheSameHash) {
  const auto first = load();
  const auto again = load();
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->hash, again->hash);
  EXPECT_THAT(first->hash, ::testing::MatchesRegex("[0-9a-f]{16}"));
}

TEST_F(Loading, OfOtherBytesGivesAnotherHash) {
  const std::string before = load()->hash;
  write(folder_ / "foundation/idempotency.toml", std::string(kWhole) + "# a remark\n");
  const std::string remark = load()->hash;
  write(folder_ / "lexicons/words.toml", "[concepts]\nword = \"words\"\n");
  const std::string lexicon = load()->hash;
  EXPECT_NE(before, remark);
  EXPECT_NE(remark, lexicon);
}

TEST(Hash, IsTheSameOnEveryMachine) {
  Diagnostics diagnostics;
  EXPECT_EQ(parse_rubric(with_criterion("any = [\"merge\"]\n"), "r", {}, diagnostics)->hash,
            "0339ff221150d378");
}

TEST_F(Loading, ReadsALexiconOnceForAnEnvironmentAndItsCopies) {
  const LoadEnvironment environment = demo_environment(folder_ / "lexicons");
  const LoadEnvironment copy = environment;
  const std::string before = load("foundation/idempotency.toml", environment)->hash;
  write(folder_ / "lexicons/words.toml", "[concepts]\nword = \"changed\"\n");
  EXPECT_EQ(load("foundation/idempotency.toml", copy)->hash, before);
  EXPECT_NE(load()->hash, before);
  LoadEnvironment uncached = environment;
  uncached.lexicons = nullptr;
  EXPECT_NE(load("foundation/idempotency.toml", uncached)->hash, before);
}

TEST_F(Loading, TakesALexiconFromTheFirstFolderThatHasIt) {
  write(folder_ / "mine/words.toml", "[concepts]\nword = \"mine\"\n");
  LoadEnvironment environment = demo_environment();
  environment.lexicon_folders = {folder_ / "none", folder_ / "mine", folder_ / "lexicons"};
  const auto rubric = load("foundation/idempotency.toml", environment);
  bool found = false;
  for (std::uint32_t set = 0; set < rubric->terms->size(); ++set) {
    for (const std::string& pattern : rubric->terms->patterns(TermSet(set))) {
      found = found || pattern == "mine";
    }
  }
  EXPECT_TRUE(found);
}

TEST_F(Loading, MayBeDoneByManyThreadsWithOneEnvironment) {
  const LoadEnvironment environment = demo_environment(folder_ / "lexicons");
  std::vector<std::shared_ptr<const Rubric>> rubrics(8);
  std::vector<std::thread> threads;
  for (auto& rubric : rubrics) {
    threads.emplace_back([&] {
      Diagnostics diagnostics;
      rubric = load_rubric(folder_ / "foundation/idempotency.toml", environment, diagnostics);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& rubric : rubrics) {
    ASSERT_TRUE(rubric);
    EXPECT_EQ(rubric->hash, rubrics[0]->hash);
  }
}

TEST_F(Loading, TellsAFaultyLexiconOnceForAllRubricsThatUseIt) {
  write(folder_ / "lexicons/words.toml", "[concepts]\nword = \"\"\n");
  const LoadEnvironment environment = demo_environment(folder_ / "lexicons");
  Diagnostics diagnostics;
  EXPECT_FALSE(load_rubric(folder_ / "foundation/idempotency.toml", environment, diagnostics));
  EXPECT_FALSE(load_rubric(folder_ / "foundation/idempotency.toml", environment, diagnostics));
  EXPECT_EQ(diagnostics.size(), 1u) << all_of(diagnostics);
}

TEST_F(Loading, KeepsTheDiagnosticsOfOtherFiles) {
  Diagnostics diagnostics = {{"zzz", 1, 1, "other", {}, {}}};
  EXPECT_FALSE(load_rubric(folder_ / "missing.toml", {}, diagnostics));
  ASSERT_EQ(diagnostics.size(), 2u);
  EXPECT_EQ(diagnostics[1].path, "zzz");
}

TEST_F(Loading, ReadsRubricsAsTheyComeFromEditors) {
  std::string crlf = "\xEF\xBB\xBF";
  for (const char c : std::string(kWhole)) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  write(folder_ / "foundation/idempotency.toml", crlf);
  const auto rubric = load();
  ASSERT_TRUE(rubric);
  EXPECT_EQ(rubric->examples[0].line, 42u);
}

// Files that cannot be loaded for their size alone.
TEST(Limits, RefuseWithoutDelay) {
  const std::vector<std::string> files = {
      std::string((1 << 20) + 1, '#'),
      std::string(1 << 20, '['),
      "a = " + std::string(1 << 15, '['),
      std::string(1 << 19, 'a') + " = 1",
      with_criterion("any = [" + std::string(1 << 15, '\n') + "]"),
  };
  for (const std::string& file : files) {
    Diagnostics diagnostics;
    EXPECT_FALSE(parse_rubric(file, "r", {}, diagnostics));
    EXPECT_FALSE(diagnostics.empty());
  }
}

TEST(Limits, OfFilesAreThoseOfWhoReadsThem) {
  const fs::path file = fresh_folder() / "r.toml";
  write(file, std::string((1 << 20) + 1, '#'));
  Diagnostics diagnostics;
  EXPECT_FALSE(read_source(file, diagnostics));
  EXPECT_EQ(all_of(diagnostics), file.string() + ": the file is larger than 1 MiB\n");
  EXPECT_TRUE(read_source(file, diagnostics, 2 << 20));
  EXPECT_EQ(diagnostics.size(), 1u);
}

TEST(Limits, OfDottedKeysKeepTheStack) {
  std::string dots = "a";
  for (int i = 0; i < 8000; ++i) dots += ".a";
  for (const std::string& file :
       {dots + " = 1", "[" + dots + "]", "[[" + dots + "]]", "x = { " + dots + " = 1 }",
        "'a'.\"b\" = 1\n" + dots + " = 1", "x = \"\"\"\"quoted\"\"\"\"\n" + dots + " = 1",
        "x = { a = \"\"\"quoted\"\"\"\", " + dots + " = 1 }"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(parse_rubric(file, "r", {}, diagnostics));
    EXPECT_THAT(all_of(diagnostics), ::testing::HasSubstr("too many parts"));
  }
}

TEST(Limits, OfMistakesAreKept) {
  std::string file = with_criterion("any = [\n");
  for (int i = 0; i < 5000; ++i) file += "\"\",\n";
  Diagnostics diagnostics;
  EXPECT_FALSE(parse_rubric(file + "]\n", "r", {}, diagnostics));
  EXPECT_EQ(diagnostics.size(), 1000u);
}

// A rubric with one run of bytes replaced by others is loaded, or refused with a place.
RC_GTEST_PROP(DamagedFiles, AreLoadedOrRefused, ()) {
  std::string file = kWhole;
  const auto at = *rc::gen::inRange<std::size_t>(0, file.size());
  const auto count = *rc::gen::inRange<std::size_t>(0, 20);
  const auto with = *rc::gen::oneOf(
      rc::gen::string<std::string>(),
      rc::gen::element<std::string>("\"", "]", "[", "{", "}", "\n", "'", "= ", "\"\"", "[[flaw]]\n",
                                    "@", "...", "\\", "(", "0", "-", "nan", "true"));
  file.replace(at, count, with);
  Diagnostics diagnostics;
  const auto rubric = parse_rubric(file, "idempotency.toml", demo_environment(), diagnostics);
  RC_ASSERT((rubric == nullptr) == !diagnostics.empty());
  for (const Diagnostic& diagnostic : diagnostics) {
    RC_ASSERT(!diagnostic.message.empty());
    RC_ASSERT(!diagnostic.to_string().empty());
    RC_ASSERT(diagnostic.line == 0 || diagnostic.column > 0);
  }
}

}  // namespace
}  // namespace assay
