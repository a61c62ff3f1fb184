// Words in an order that nobody writes earn nothing; hurried, foreign and SQL-laden prose is none.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "parsed_json.h"
#include "text/analyzer.h"

namespace assay {
namespace {

bool is_salad(const std::string& answer) {
  const Document document = Analyzer().analyze(answer);
  return std::ranges::count(document.flags(), "word-salad") > 0;
}

TEST(WordSalad, IsToldFromProse) {
  EXPECT_TRUE(is_salad(
      "of the we key a merge with is run the on second and rows so no for to again by the of "
      "changes it nothing a and is in the order not we each"));
  for (const char* prose :
       {"we upsert on order id so second run change nothing, and the old row stay like he was",
        "so um, what I'd do is, you know, take the log and then and then read it into the lake",
        "kafka -> flink -> redis, p99 20 ms, ttl 60 s, key = cell id, no shuffle, 12 partitions",
        "MERGE INTO customer t USING s ON t.no = s.no WHEN MATCHED THEN UPDATE SET name = s.name "
        "WHEN NOT MATCHED THEN INSERT (no, name) VALUES (s.no, s.name)",
        "upsert, merge, key, partition, overwrite, watermark, checkpoint", "Of.", ""}) {
    EXPECT_FALSE(is_salad(prose)) << prose;
  }
}

TEST(WordSalad, ClaimsNothing) {
  const Document document = Analyzer().analyze(
      "of the we key a merge with is run the on second and rows so no for to again by the of "
      "changes it nothing a and is in the order not we each\n\nWe merge by key.");
  EXPECT_EQ(document.clauses().front().standing, Standing::scrambled);
  EXPECT_EQ(document.clauses().back().standing, Standing::asserted);
}

// The bound's two error rates, on answers that are part of the project.
TEST(WordSalad, IsRareInAnswersAndUsualInShuffledOnes) {
  std::mt19937 random(3);  // NOLINT(cert-msc51-cpp): the same order in every run
  int answers = 0;
  int told = 0;
  int told_shuffled = 0;
  for (const char* file : {"authors.jsonl", "voices.jsonl"}) {
    std::ifstream in(std::string(ASSAY_SOURCE_DIR "/samples/marked/") + file);
    for (std::string line; std::getline(in, line);) {
      const std::string text = Json::parse(line)["text"].text();
      std::vector<std::string> words;
      std::istringstream stream(text);
      for (std::string word; stream >> word;) words.push_back(word);
      if (words.size() < 40) continue;
      for (std::size_t i = words.size(); i > 1; --i) std::swap(words[i - 1], words[random() % i]);
      std::string shuffled;
      for (const std::string& word : words) shuffled += word + " ";
      ++answers;
      told += is_salad(text);
      told_shuffled += is_salad(shuffled);
    }
  }
  ASSERT_GT(answers, 300);
  EXPECT_LE(told, answers / 100);
  EXPECT_GE(told_shuffled, answers * 8 / 10);
}

}  // namespace
}  // namespace assay
