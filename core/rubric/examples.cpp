#include "rubric/examples.h"

#include <algorithm>

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

}  // namespace

std::string ExampleFailure::to_string() const {
  const std::string_view verb = key == "met"       ? "should meet"
                                : key == "not-met" ? "should not meet"
                                : key == "flaws"   ? "should commit"
                                                   : "should not commit";
  std::string out =
      "the example in line " + std::to_string(line) + " " + std::string(verb) + " `" + id + "`";
  if (!why.empty()) out += " (" + why + ")";
  return out;
}

std::vector<ExampleFailure> check_examples(const Rubric& rubric) {
  std::vector<ExampleFailure> failures;
  // The scorer shares a rubric; this one outlives it.
  Scorer scorer(std::shared_ptr<const Rubric>(std::shared_ptr<const Rubric>(), &rubric));
  Analyzer analyzer;
  for (const Example& example : rubric.examples) {
    const Document document = analyzer.analyze(example.text);
    const ScoreSheet sheet = scorer.score(document);
    const auto fail = [&](std::string_view key, const std::string& id, std::string why) {
      failures.push_back({example.line, key, id, example.text, std::move(why)});
    };
    for (const std::string& id : example.met) {
      const CriterionScore& score = sheet.criteria[index_of(rubric.criteria, id)];
      if (!score.met) fail("met", id, score.near_miss ? score.near_miss->why : std::string());
    }
    for (const std::string& id : example.unmet) {
      const CriterionScore& score = sheet.criteria[index_of(rubric.criteria, id)];
      if (score.met) fail("not-met", id, words_of(document, score.evidence));
    }
    for (const std::string& id : example.flaws) {
      if (!sheet.flaws[index_of(rubric.flaws, id)].committed) fail("flaws", id, {});
    }
    for (const std::string& id : example.no_flaws) {
      const FlawScore& score = sheet.flaws[index_of(rubric.flaws, id)];
      if (score.committed) fail("no-flaws", id, words_of(document, score.evidence));
    }
  }
  return failures;
}

}  // namespace assay
