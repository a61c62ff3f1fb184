// Every rubric of the project against attacks and against changes that must not matter. The
// attacked answers are the green ones of samples/marked that rules were written with.
//
// What is allowed is a share over all rubrics, because a rule can meet an attack by chance: what is
// attacked successfully is listed by ASSAY_LIST_ATTACKS=1.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "grading/outcome_bytes.h"
#include "grading/rubric_library.h"
#include "parsed_json.h"
#include "robustness/transformations.h"
#include "rubric/score.h"
#include "text/analyzer.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
const fs::path kRubrics = ASSAY_SOURCE_DIR "/rubrics";

constexpr double kEarnedByAttacks = 0.02;
constexpr double kUnchanged = 0.98;

struct Sample {
  std::string question;
  std::string text;
  bool green = false;
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = [] {
    std::vector<Sample> read;
    for (const char* file : {"authors.jsonl", "voices.jsonl"}) {
      std::ifstream in(fs::path(ASSAY_SOURCE_DIR "/samples/marked") / file);
      for (std::string line; std::getline(in, line);) {
        const Json record = Json::parse(line);
        read.push_back(
            {record["question"].text(), record["text"].text(), record["band"] == "green"});
      }
    }
    return read;
  }();
  return all;
}

// Rubrics, each with a scorer, loaded once.
class Bank {
 public:
  struct Entry {
    QuestionFile file;
    std::shared_ptr<const Rubric> rubric;
    std::unique_ptr<Scorer> scorer;
  };

  Bank() : plugins_({ASSAY_BINARY_DIR "/lib/assay/plugins"}), library_({kRubrics}, plugins_) {
    for (const QuestionFile& file : library_.questions()) {
      auto rubric = library_.find(file.question).rubric;
      if (rubric == nullptr) continue;  // rubrics_test.cpp says why
      entries_.emplace(file.question, Entry{file, rubric, std::make_unique<Scorer>(rubric)});
    }
  }

  std::map<std::string, Entry>& entries() { return entries_; }

  ScoreSheet score(Entry& entry, const std::string& text) {
    return entry.scorer->score(analyzer_.analyze(text));
  }

 private:
  PluginHost plugins_;
  RubricLibrary library_;
  Analyzer analyzer_;
  std::map<std::string, Entry> entries_;
};

Bank& bank() {
  static Bank all;
  return all;
}

class Tally {
 public:
  explicit Tally(std::string name) : name_(std::move(name)) {}

  void add(const Bank::Entry& entry, std::size_t criterion, bool counts, const std::string& text) {
    ++of_;
    if (!counts) return;
    ++count_;
    if (std::getenv("ASSAY_LIST_ATTACKS") != nullptr) {
      std::printf("%s: %s.%s: %s\n", name_.c_str(), entry.file.question.c_str(),
                  entry.rubric->criteria[criterion].id.c_str(), text.c_str());
    }
  }

  double share() const { return of_ == 0 ? 0 : double(count_) / double(of_); }
  std::string summary() const {
    return name_ + ": " + std::to_string(count_) + " of " + std::to_string(of_);
  }
  void add(const Tally& other) {
    count_ += other.count_;
    of_ += other.of_;
  }

 private:
  std::string name_;
  std::size_t count_ = 0;
  std::size_t of_ = 0;
};

void attack(Tally& tally, Bank::Entry& entry, const std::string& text) {
  const ScoreSheet sheet = bank().score(entry, text);
  for (std::size_t c = 0; c < sheet.criteria.size(); ++c) {
    tally.add(entry, c, sheet.criteria[c].points > 0, text);
  }
}

void report(const std::vector<Tally>& tallies, Tally& all) {
  for (const Tally& tally : tallies) {
    std::printf("  %s\n", tally.summary().c_str());
    all.add(tally);
  }
  std::printf("  %s\n", all.summary().c_str());
}

// Questions about the same thing: a good answer to one says true things about the other. Any
// defended decision says something of a requirement and a cost, so those take no strangers'
// answers.
bool akin(const std::string& a, const std::string& b) {
  static const std::vector<std::set<std::string>> kKin = {
      {"cdn-logs", "cdn-analytics", "lambda-vs-kappa", "gcp-native", "surge-pricing", "geospatial",
       "caching", "scale-framing", "ml-feature-pipeline", "fraud"},
      {"rag", "enterprise-rag-safety"},
      {"feature-store", "ml-feature-pipeline", "ab-testing", "llm-training-data"},
      {"grain", "scd2", "music-warehouse"},
      {"observability", "wrong-finance-report"},
      {"gdpr-erasure", "news-feed-privacy", "llm-training-data", "security-layers"},
      {"etl-vs-elt", "lambda-vs-kappa", "file-formats", "partitioning", "cost",
       "performance-tuning", "cdn-logs", "cdn-analytics"},
      {"idempotency", "cdc", "cdn-analytics", "schema-evolution"},
      {"consistency", "database-selection", "fraud", "news-feed-privacy"},
  };
  if (a == "trade-offs" || a == "decision-defense" || a == "scale-framing") return true;
  return std::any_of(kKin.begin(), kKin.end(), [&](const std::set<std::string>& kin) {
    return kin.count(a) > 0 && kin.count(b) > 0;
  });
}

TEST(Attacks, EarnNearlyNothing) {
  std::vector<Tally> tallies;
  for (const Transformation& way : attacks()) {
    Tally& tally = tallies.emplace_back(std::string(way.name));
    for (const Sample& sample : samples()) {
      const auto entry = bank().entries().find(sample.question);
      if (!sample.green || entry == bank().entries().end()) continue;
      attack(tally, entry->second, way.apply(sample.text));
    }
  }
  Tally& sorted = tallies.emplace_back("sorted-vocabulary");
  Tally& prompt = tallies.emplace_back("prompt");
  for (auto& [question, entry] : bank().entries()) {
    attack(sorted, entry,
           vocabulary_of(entry.file.path.string(), (kRubrics / "lexicons").string()));
    attack(prompt, entry, entry.rubric->prompt);
  }
  Tally& strange = tallies.emplace_back("answer-to-another-question");
  for (auto& [question, entry] : bank().entries()) {
    std::set<std::string> taken;  // one answer a question
    for (const Sample& sample : samples()) {
      if (!sample.green || sample.question == question || akin(question, sample.question)) continue;
      if (taken.insert(sample.question).second) attack(strange, entry, sample.text);
    }
  }
  Tally all("attacks in all");
  report(tallies, all);
  EXPECT_LE(all.share(), kEarnedByAttacks);
}

TEST(Changes, ThatSayTheSameEarnTheSame) {
  std::vector<Tally> tallies;
  for (const Transformation& way : changes()) {
    Tally& tally = tallies.emplace_back(std::string(way.name));
    for (const Sample& sample : samples()) {
      const auto entry = bank().entries().find(sample.question);
      if (entry == bank().entries().end()) continue;
      const std::string changed = way.apply(sample.text);
      if (changed == sample.text) continue;
      const ScoreSheet before = bank().score(entry->second, sample.text);
      const ScoreSheet after = bank().score(entry->second, changed);
      for (std::size_t c = 0; c < before.criteria.size(); ++c) {
        tally.add(entry->second, c, before.criteria[c].met != after.criteria[c].met, changed);
      }
    }
  }
  Tally all("marks changed in all");
  report(tallies, all);
  EXPECT_LE(all.share(), 1 - kUnchanged);
}

std::string bytes_of(ScoreSheet sheet) {
  std::string bytes;
  append_outcome(bytes, Outcome(std::move(sheet)));
  return bytes;
}

// By now the bank's scorers have seen attacks and changes of all answers.
TEST(Scores, AreTheSameWhateverWasScoredBefore) {
  for (const Sample& sample : samples()) {
    const auto entry = bank().entries().find(sample.question);
    if (entry == bank().entries().end()) continue;
    const Document document = Analyzer().analyze(sample.text);
    EXPECT_EQ(bytes_of(bank().score(entry->second, sample.text)),
              bytes_of(Scorer(entry->second.rubric).score(document)))
        << sample.question << ": " << sample.text;
  }
}

}  // namespace
}  // namespace assay
