// How the figures of an agreement are named and written for people, in every format alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grading/agreement.h"

namespace assay {

std::string_view title_of(Aspect aspect);    // "Criteria"
std::string_view title_of(Measure measure);  // "Cohen's kappa"
std::string_view explain(Measure measure);   // in a sentence
std::string_view explain(Rater rater);       // "the median mark, always"

// Those that some aspect was compared with, in their order.
std::vector<Rater> raters_of(const Agreement& agreement);

// "0.85", or "-" where undefined.
std::string written(Figure figure);
// "0.79 to 0.90"; empty where there is none.
std::string written(const std::optional<Interval>& interval);

// What was measured, what was left out and why; a sentence each.
std::vector<std::string> summary_of(const Agreement& agreement);

// What is asked of a score before it may stand for a mark, and whether it is reached.
struct Asked {
  std::string what;  // "QWK at least 0.70"
  bool reached;
};
// Empty for criteria and flaws, and where nobody marked.
std::vector<Asked> asked_of(const Comparisons& comparisons);

// "scored green 0.90, marked red", "scored 0.50, marked 0.75 and 1.00".
std::string verdict_of(const Disagreement& disagreement);
// "scored, not marked (2 of 3 markers)".
std::string verdict_of(const Difference& difference);

// A figure that fell, "criteria kappa fell from 0.85 to 0.80".
std::string sentence_of(const Fall& fall);

}  // namespace assay
