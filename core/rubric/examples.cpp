#include "rubric/examples.h"

#include <algorithm>

#include "rubric/diagnostics.h"
#include "rubric/score.h"
#include "text/analyzer.h"

namespace assay {
namespace {

template <class Entries>
std::size_t index_of(const Entries& entries, const std::string& id) {
  return std::size_t(std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& entry) { return entry.id == id; }) -
                     entries.begin());
}

std::string words_of(const Document& document, const std::vector<Evidence>& evidence) {
  std::string words;
  for (const Evidence& each : evidence) {
    if (!words.empty()) words += ", ";
    words += "\"" + std::string(document.original(each.span)) + "\"";
  }
  return words;
}

// What one criterion or flaw has.
struct Sides {
  bool met = false;
  bool unmet = false;
  bool near = false;
};

// Puts the examples to the rubric one by one.
class ExampleRunner {
 public:
  // The scorer shares a rubric; this one outlives it.
  explicit ExampleRunner(const Rubric& rubric)
      : rubric_(rubric),
        scorer_(std::shared_ptr<const Rubric>(std::shared_ptr<const Rubric>(), &rubric)),
        criteria_(rubric.criteria.size()),
        flaws_(rubric.flaws.size()) {}

  void run(const Example& example) {
    const Document document = analyzer_.analyze(example.text);
    const ScoreSheet sheet = scorer_.score(document);
    const auto fail = [&](std::string_view key, const std::string& id, std::string why) {
      run_.failures.push_back({example.line, key, id, example.text, std::move(why)});
    };
    for (const std::string& id : example.met) {
      const std::size_t index = index_of(rubric_.criteria, id);
      const CriterionScore& score = sheet.criteria[index];
      criteria_[index].met = true;
      if (!score.met) fail("met", id, score.near_miss ? score.near_miss->why : std::string());
    }
    for (const std::string& id : example.unmet) {
      const std::size_t index = index_of(rubric_.criteria, id);
      const CriterionScore& score = sheet.criteria[index];
      criteria_[index].unmet = true;
      if (score.met) {
        fail("not-met", id, words_of(document, score.evidence));
      } else if (score.near_miss || score.points > 0) {
        criteria_[index].near = true;
      }
    }
    for (const std::string& id : example.flaws) {
      const std::size_t index = index_of(rubric_.flaws, id);
      flaws_[index].met = true;
      if (!sheet.flaws[index].committed) fail("flaws", id, {});
    }
    for (const std::string& id : example.no_flaws) {
      const std::size_t index = index_of(rubric_.flaws, id);
      const FlawScore& score = sheet.flaws[index];
      flaws_[index].unmet = true;
      if (score.committed) {
        fail("no-flaws", id, words_of(document, score.evidence));
      } else if (!flaws_[index].near) {
        flaws_[index].near = scorer_.near_miss_of_flaw(document, index).has_value();
      }
    }
  }

  ExampleRun finish() {
    for (std::size_t i = 0; i < criteria_.size(); ++i) {
      add_gaps(criteria_[i], false, rubric_.criteria[i].id);
    }
    for (std::size_t i = 0; i < flaws_.size(); ++i) add_gaps(flaws_[i], true, rubric_.flaws[i].id);
    return std::move(run_);
  }

 private:
  void add_gaps(const Sides& sides, bool flaw, const std::string& id) {
    const auto add = [&](ExampleGap::Lacks lacks) { run_.gaps.push_back({lacks, flaw, id}); };
    if (!sides.met) add(ExampleGap::Lacks::met);
    if (!sides.unmet) {
      add(ExampleGap::Lacks::unmet);
    } else if (!sides.near) {
      add(ExampleGap::Lacks::near);
    }
  }

  const Rubric& rubric_;
  Scorer scorer_;
  Analyzer analyzer_;
  std::vector<Sides> criteria_;
  std::vector<Sides> flaws_;
  ExampleRun run_;
};

}  // namespace

std::string ExampleFailure::should() const {
  const std::string_view verb = key == "met"       ? "should meet"
                                : key == "not-met" ? "should not meet"
                                : key == "flaws"   ? "should commit"
                                                   : "should not commit";
  return std::string(verb) + " " + as_code(id);
}

std::string ExampleFailure::to_string() const {
  return "the example in line " + std::to_string(line) + " " + should() +
         (why.empty() ? "" : " (" + why + ")");
}

std::string ExampleGap::to_string() const {
  switch (lacks) {
    case Lacks::met:
      return std::string("no example ") + (flaw ? "commits " : "meets ") + as_code(id);
    case Lacks::unmet:
      return std::string("no example says that it does not ") + (flaw ? "commit " : "meet ") +
             as_code(id);
    case Lacks::near:
      break;
  }
  return std::string("no example that does not ") + (flaw ? "commit " : "meet ") + as_code(id) +
         " comes near it";
}

ExampleRun run_examples(const Rubric& rubric) {
  ExampleRunner runner(rubric);
  for (const Example& example : rubric.examples) runner.run(example);
  return runner.finish();
}

}  // namespace assay
