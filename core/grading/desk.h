// Where one thread or process grades: what it keeps from one answer to the next.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <variant>

#include "grading/limits.h"
#include "grading/record.h"
#include "rubric/score.h"
#include "text/analyzer.h"

namespace assay {

using Outcome = std::variant<ScoreSheet, GradingError>;

// "plugin-failed", with the plugins of the rubric, one of which it must have been.
GradingError plugin_failed(const Rubric& rubric, const InputRecord& record, std::string what);

class Desk {
 public:
  explicit Desk(const Limits& limits) : limits_(limits) {}

  // Never throws: what a plugin's rule throws becomes the outcome.
  Outcome grade(const std::shared_ptr<const Rubric>& rubric, const InputRecord& record);

 private:
  // Scorers of the rubrics used last. Each has tens of kilobytes of scratch, so that not every
  // rubric of a large library keeps one.
  static constexpr std::size_t kMostScorers = 128;
  struct Kept {
    Scorer scorer;
    std::uint64_t used = 0;  // at which answer
  };
  Scorer& scorer_of(const std::shared_ptr<const Rubric>& rubric);

  Limits limits_;
  Analyzer analyzer_;
  std::unordered_map<const Rubric*, Kept> scorers_;
  std::uint64_t answers_ = 0;
};

}  // namespace assay
