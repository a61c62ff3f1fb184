#include "lint/lint_fixture.h"
#include "lint/mutants.h"

namespace assay {
namespace {

LintSetting mutating() {
  LintSetting setting;
  setting.mutate = true;
  return setting;
}

TEST(SurvivingMutant, IsAPartThatNoExampleNotices) {
  const std::string near =
      "[{ near = [\"merge\", \"key\"], within = \"sentence\", without = \"insert\" }]";
  const std::string met = example("We merge on the key.", "met = [\"it\"]");
  const std::string apart = example("We merge. The key is there.", "not-met = [\"it\"]");
  const std::string beside = example("We merge or insert on the key.", "not-met = [\"it\"]");
  expect_found(
      "L102",
      {
          {kHead + criterion(near) + met, {"[\"merge\", \"key\"]", "\"insert\""}, mutating()},
          {kHead + criterion(near) + met + apart, {"\"insert\""}, mutating()},
          {kHead + criterion(near) + met + apart + beside, {}, mutating()},
          // Not asked for.
          {kHead + criterion(near) + met, {}},
      });
}

TEST(Lint, LooksForNothingMoreOnceItIsStopped) {
  LintBank bank;
  Diagnostics mistakes;
  ASSERT_TRUE(add_rubric(bank, kHead + criterion("[\"key\"]"), "pack/q.toml", mistakes));
  bank.mutate = true;
  StopFlag stop = false;
  bank.stop = &stop;
  EXPECT_FALSE(lint(bank, mistakes).empty());
  stop = true;
  EXPECT_TRUE(lint(bank, mistakes).empty());
}

TEST(SurvivingMutant, IsARuleThatMayGoAndNothingInside) {
  const std::string rubric =
      kHead +
      criterion("[\"merge\", { near = [\"upsert\", \"key\", \"row\"], within = \"clause\" }]") +
      example("We merge.", "met = [\"it\"]");
  expect_found(
      "L102",
      {{rubric, {"{ near = [\"upsert\", \"key\", \"row\"], within = \"clause\" }"}, mutating()}});
}

TEST(SurvivingMutant, IsSeenByCriteriaThatAskForAnother) {
  const std::string rubric = kHead + criterion("[\"merge\", \"upsert\"]", "a") +
                             criterion("[{ met = \"a\" }]", "b") +
                             example("We merge.", "met = [\"a\"]");
  const std::string by_other = example("An upsert.", "met = [\"b\"]");
  expect_found("L102", {
                           {rubric, {"\"upsert\""}, mutating()},
                           {rubric + by_other, {}, mutating()},
                       });
}

TEST(SurvivingMutant, IsLookedForWithTheConceptsAndTheSubjectOfItsRubric) {
  const std::string rubric = kHead +
                             "[about]\nterms = \"@key|row\"\n[concepts]\nkey = [\"key\", \"@id\"]\n"
                             "id = \"id\"\nother = \"x\"\n" +
                             criterion("[\"merge\", \"@key\", \"@other\"]") +
                             example("We merge.", "met = [\"it\"]") +
                             example("By id.", "met = [\"it\"]");
  expect_found("L102", {{rubric, {"\"@other\""}, mutating()}});
}

TEST(Mutants, AreOneChangeEach) {
  struct Row {
    const char* any;
    std::vector<std::string> changed;
  };
  const Row rows[] = {
      {"[\"a\"]", {}},
      {"[\"a\", \"b\"]", {"without this rule", "without this rule"}},
      {"[[\"a\", \"b\"]]", {}},  // words that mean the same
      {"[{ near = [\"a\", \"b\"] }]", {"with `all` for `near`"}},
      {"[{ near = [\"a\", \"b\", \"c\"], ordered = true }]",
       {"without this rule", "without this rule", "without this rule", "with `all` for `near`",
        "without `ordered`"}},
      {"[{ order = [\"a\", \"b\"] }]", {"with `all` for `order`"}},
      {"[{ number = \"s\", least = 1, most = 2 }]", {"without `least`", "without `most`"}},
      {"[{ at-least = 2, of = [\"a\", \"b\", \"c\"] }]",
       {"without this rule", "without this rule", "without this rule", "with 1 here"}},
      {"[{ terms = \"a\", standing = \"any\" }]", {"without `standing`"}},
  };
  for (const Row& row : rows) {
    LintBank bank;
    Diagnostics mistakes;
    ASSERT_TRUE(add_rubric(bank, kHead + criterion(row.any), "q.toml", mistakes)) << row.any;
    const LintRubric& rubric = bank.rubrics[0];
    std::vector<std::string> changed;
    for (const Mutant& mutant : mutants_of(rubric.file, *rubric.tables("criterion")[0])) {
      changed.push_back(mutant.changed);
    }
    EXPECT_EQ(changed, row.changed) << row.any;
  }
}

}  // namespace
}  // namespace assay
