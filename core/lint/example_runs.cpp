#include "lint/example_runs.h"

#include <algorithm>

#include "text/analyzer.h"

namespace assay {
namespace {

class ExampleReading final : public Reading {
 public:
  ExampleReading(const Document& document, TermMatcher& matcher, const ScoreSheet& sheet)
      : document_(document), matcher_(matcher), sheet_(sheet) {}

  const Document& document() const override { return document_; }
  std::span<const TokenRange> find(TermSet terms) const override { return matcher_.find(terms); }
  const MatchParts* met(std::uint32_t criterion) const override {
    static const MatchParts kNoWords{};
    return sheet_.criteria[criterion].met ? &kNoWords : nullptr;
  }

 private:
  const Document& document_;
  TermMatcher& matcher_;
  const ScoreSheet& sheet_;
};

std::vector<TopRule> rules_of(const toml::table& entry, const Requirement& requirement,
                              double points) {
  std::vector<TopRule> rules;
  const auto add = [&](const char* key, const auto& of, const auto& rule_of, const auto& in_full) {
    const toml::node* node = entry.get(key);
    const toml::array* array = node ? node->as_array() : nullptr;
    for (std::size_t i = 0; array && i < array->size() && i < of.size(); ++i) {
      rules.push_back({&entry, &(*array)[i], key, rule_of(of[i]), in_full(of[i])});
    }
  };
  const auto plain = [](const std::unique_ptr<Rule>& rule) { return rule.get(); };
  const auto worth = [](const Alternative& each) { return each.rule.get(); };
  const auto never = [](const auto&) { return false; };
  add("any", requirement.any, worth,
      [&](const Alternative& each) { return each.points >= points; });
  add("all", requirement.all, plain, never);
  add("each", requirement.each, worth, never);
  add("none", requirement.none, plain, never);
  return rules;
}

}  // namespace

std::vector<TopRule> rules_of_criterion(const LintRubric& rubric, std::size_t index) {
  const Criterion& criterion = rubric.rubric->criteria[index];
  return rules_of(*rubric.tables("criterion")[index], criterion.requirement, criterion.points);
}

std::vector<TopRule> rules_of_flaw(const LintRubric& rubric, std::size_t index) {
  return rules_of(*rubric.tables("flaw")[index], rubric.rubric->flaws[index].requirement, 0);
}

void run_examples(const LintRubric& rubric, const std::function<void(const ExampleRun&)>& visit) {
  Analyzer analyzer;
  Scorer scorer(rubric.rubric);
  TermMatcher matcher(rubric.rubric->terms);
  for (const Example& example : rubric.rubric->examples) {
    const Document document = analyzer.analyze(example.text);
    const ScoreSheet sheet = scorer.score(document);
    const auto strays = [](const std::string& flag) {
      return flag == "off-topic" || flag == "question-repeated";
    };
    if (std::any_of(sheet.flags.begin(), sheet.flags.end(), strays)) continue;
    matcher.start(document);
    const ExampleReading reading(document, matcher, sheet);
    visit({&example, &sheet, &reading});
  }
}

bool holds(const Rule& rule, const Reading& reading) {
  std::vector<Match> matches;
  rule.find(reading, matches);
  return !matches.empty();
}

bool names(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace assay
