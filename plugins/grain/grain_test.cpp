#include <gtest/gtest.h>

#include <ctime>

#include "plugin_rule.h"

namespace {

const std::string kVocabulary = R"(
  rows = "one|each|every|a|an (extra) row|record", labels = "grain",
  links = ["per", "is", "gets", "=", "for"], units = ["order line", "article on (an|the) order"],
  vague = ["x", "day", "thing"])";

std::string one_line(std::string table) {
  for (char& c : table) {
    if (c == '\n') c = ' ';
  }
  return table;
}

TEST(GrainStatement, NeedsARowALinkAndAUnit) {
  const std::string rule = one_line("kind = \"grain.statement\"," + kVocabulary);
  const assay::Trial kTrials[] = {
      {"One row per order line.", "One row|order line"},
      {"The grain is the order line.", "grain|order line"},
      {"Every article on an order gets a row.", "article on an order|a row"},
      {"What is one row? An article on the order.", "one row|article on the order"},
      // Concrete without being known.
      {"Each row is a boarding pass scanned at a gate.",
       "Each row|a boarding pass scanned at a gate"},
      // No unit.
      {"One row per X.", "-"},
      {"One row per day.", "-"},
      {"Each row is unique.", "-"},
      {"The grain is the heart of the model.", "-"},
      {"The grain matters. We sell many an order line.", "-"},
      // Not claimed.
      {"One row per order line is a mistake.", "-"},
  };
  for (const assay::Trial& trial : kTrials) {
    EXPECT_EQ(assay::earned("grain", rule, trial.answer), trial.earned) << trial.answer;
  }
}

TEST(GrainDeclaredFirst, ComesBeforeAListOfColumns) {
  const std::string rule = one_line(
      "kind = \"grain.declared-first\", columns = \"customer|product|date\"," + kVocabulary);
  const assay::Trial kTrials[] = {
      {"One row per order line. Then come customer, product and date.", "One row per order line"},
      {"One row per order line of a customer and a product.", "One row per order line"},
      {"We know the customer. One row per order line.", "One row per order line"},
      {"There are customer, product and date. One row per order line.", "-"},
      {"There are customer, product and date.", "-"},
  };
  for (const assay::Trial& trial : kTrials) {
    EXPECT_EQ(assay::earned("grain", rule, trial.answer), trial.earned) << trial.answer;
  }
}

TEST(GrainTwoGrains, AreTwoUnitsInOneTable) {
  const std::string rule = one_line(
      "kind = \"grain.two-grains\", coarse = \"per|for order\", also = \"plus|extra\", apart = "
      "\"wrong\"," +
      kVocabulary);
  const assay::Trial kTrials[] = {
      {"One row per order line plus an extra row per order.",
       "One row per order line plus an extra row per order"},
      {"One row per order line plus an extra row per order is wrong.", "-"},
      {"One row per order line. Each row is an article on an order.", "-"},
      {"One row per order line.", "-"},
      // Whichever comes first, and whatever stands elsewhere.
      {"An extra row per order, and so we sell the things in the shop to people, plus one row per "
       "order line.",
       "An extra row per order, and so we sell the things in the shop to people, plus one row per "
       "order line"},
      {"One row per order line. The shop sells things in many towns, and so people buy things "
       "there, and the people pay for the things with cards, and the cards belong to the people, "
       "and there are others too. One row per order line plus an extra row per order.",
       "One row per order line plus an extra row per order"},
  };
  for (const assay::Trial& trial : kTrials) {
    EXPECT_EQ(assay::earned("grain", rule, trial.answer), trial.earned) << trial.answer;
  }
}

// No more than forty words hold both.
TEST(GrainTwoGrains, StandNearEachOther) {
  const std::string rule = one_line(
      "kind = \"grain.two-grains\", coarse = \"per|for order\", also = \"plus\"," + kVocabulary);
  for (const bool coarse_first : {false, true}) {
    const std::string first = coarse_first ? "One row per order" : "One row per order line";
    const std::string second = coarse_first ? "a row per order line" : "a row per order";
    for (const int between : {31, 32}) {  // with "plus"; the rest has nine words
      std::string answer = first;
      for (int i = 1; i < between; ++i) answer += ", so";
      answer += " plus " + second;
      EXPECT_EQ(assay::earned("grain", rule, answer), between == 31 ? answer : "-") << answer;
    }
  }
}

TEST(GrainTwoGrains, TakesLittleTimeForALongAnswer) {
  const std::string rule = one_line(
      "kind = \"grain.two-grains\", coarse = \"per|for order\", also = \"plus\"," + kVocabulary);
  for (const std::string piece : {"one row per order line, ", "one row per order, "}) {
    std::string answer;
    while (answer.size() < 50'000) answer += piece;
    const std::clock_t start = std::clock();
    EXPECT_EQ(assay::earned("grain", rule, answer), "-");
    EXPECT_LT(double(std::clock() - start) / CLOCKS_PER_SEC, 1) << piece;  // once five
  }
}

}  // namespace
