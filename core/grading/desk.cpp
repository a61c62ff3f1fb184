#include "grading/desk.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "rubric/thrown.h"

namespace assay {

GradingError plugin_failed(const Rubric& rubric, const InputRecord& record, std::string what) {
  if (!rubric.plugins.empty()) {
    what += " (plugins of the rubric:";
    for (const std::string& name : rubric.plugins) what += " " + name;
    what += ")";
  }
  return {"plugin-failed", std::move(what), record.place};
}

namespace {

std::string over(std::string_view what, std::size_t found, std::string_view limit,
                 std::size_t bound) {
  return "the answer has " + std::to_string(found) + " " + std::string(what) + ", more than the " +
         std::to_string(bound) + " of the limit \"" + std::string(limit) + "\"";
}

std::size_t nesting_of(const Document& document) {
  std::size_t deepest = 0;
  for (const Block& block : document.blocks()) {
    if (block.kind == BlockKind::list_item) deepest = std::max<std::size_t>(deepest, block.level);
  }
  return deepest;
}

std::size_t most_evidence(const ScoreSheet& sheet) {
  std::size_t most = 0;
  for (const CriterionScore& score : sheet.criteria) most = std::max(most, score.evidence.size());
  for (const FlawScore& score : sheet.flaws) most = std::max(most, score.evidence.size());
  return most;
}

std::string why_too_much(const Document& document, const Limits& limits) {
  const std::size_t tokens = document.tokens().size();
  if (tokens > limits.tokens) return over("words", tokens, "tokens", limits.tokens);
  const std::size_t nesting = nesting_of(document);
  if (nesting > limits.nesting) return over("lists in lists", nesting, "nesting", limits.nesting);
  return {};
}

}  // namespace

Scorer& Desk::scorer_of(const std::shared_ptr<const Rubric>& rubric) {
  auto at = scorers_.find(rubric.get());
  if (at == scorers_.end()) {
    if (scorers_.size() == kMostScorers) {
      scorers_.erase(std::min_element(
          scorers_.begin(), scorers_.end(),
          [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
    }
    at = scorers_.emplace(rubric.get(), Kept{Scorer(rubric)}).first;
  }
  at->second.used = ++answers_;
  return at->second.scorer;
}

Outcome Desk::grade(const std::shared_ptr<const Rubric>& rubric, const InputRecord& record) {
  const std::size_t bytes = record.answer.text.size();
  const auto too_much = [&record](std::string why) {
    return GradingError{"over-limit", std::move(why), record.place};
  };
  if (bytes > limits_.answer_bytes) {
    return too_much(over("bytes", bytes, "answer-bytes", limits_.answer_bytes));
  }
  const auto graded = [&]() -> Outcome {
    const Document document = analyzer_.analyze(record.answer.text);
    if (std::string why = why_too_much(document, limits_); !why.empty()) return too_much(why);
    ScoreSheet sheet = scorer_of(rubric).score(document);
    if (const std::size_t most = most_evidence(sheet); most > limits_.evidence) {
      return too_much(
          over("spans of evidence for one criterion", most, "evidence", limits_.evidence));
    }
    return sheet;
  };
  std::optional<Outcome> outcome;
  if (auto thrown = thrown_by([&] { outcome = graded(); })) {
    scorers_.erase(rubric.get());  // it was left in the middle of an answer
    return plugin_failed(*rubric, record, std::move(*thrown));
  }
  return std::move(*outcome);
}

}  // namespace assay
