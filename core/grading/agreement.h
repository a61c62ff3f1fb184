// Agreement: the grader's scores beside people's marks, so that a rubric can state how far it may
// be trusted and an author can see where it goes wrong. The formulas are those of
// grading/statistics.h.
//
// Four aspects are compared, each where somebody marked it: criteria and flaws (met or not), bands
// (red 0, yellow 1, green 2), and scores (0..1 of the points; for QWK and exact agreement rounded
// to steps of 0.05, half away from 0).
//
// Several markers of one answer: the score is paired with each of them, and each two of them with
// each other. An answer is resampled whole, with all of its marks, since they hang together.
//
// Beside the scores stand baselines that read nothing. They are given the marks themselves, within
// each question or criterion, which flatters them: a score that does not clearly beat them knows
// nothing.
//   median  always the median mark (the lower of two)
//   mean    always the mean mark; for scores only, where it has the least RMSE of all constants
//   length  the very marks that were given, the best to the longest answers (bytes; ties as read)
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grading/marks.h"
#include "grading/record.h"
#include "grading/statistics.h"

namespace assay {

enum class Aspect : std::uint8_t { criteria, flaws, bands, scores };
enum class Rater : std::uint8_t { scores, median, mean, length, markers };
enum class Measure : std::uint8_t { agreement, kappa, precision, recall, qwk, pearson, rmse, smd };
std::string_view name_of(Aspect aspect);
std::string_view name_of(Rater rater);
std::string_view name_of(Measure measure);

struct Estimate {
  Measure measure;
  Figure value;
  std::optional<Interval> interval;  // none where the value is undefined
};

// One rater beside the marks. `markers` is marker with marker, in the order of their names.
struct Comparison {
  Rater rater = Rater::scores;
  std::size_t pairs = 0;
  // Criteria and flaws: agreement, kappa, precision, recall. Bands and scores: agreement, qwk,
  // pearson, rmse, smd.
  std::vector<Estimate> estimates;
};

// All raters of one aspect, or of one criterion; the grader first. Empty where nobody marked it.
using Comparisons = std::vector<Comparison>;
// Null where there is none.
const Comparison* find(const Comparisons& comparisons, Rater rater);
const Estimate* find(const Comparisons& comparisons, Rater rater, Measure measure);

struct Headline {
  std::size_t answers = 0;
  std::array<Comparisons, 4> aspects{};  // by Aspect
};

// One criterion or flaw of one question.
struct CriterionAgreement {
  std::string question;
  std::string id;
  std::string says;
  bool flaw = false;
  Counts counts{};  // of the scores' pairs
  Comparisons comparisons{};
};

// What one rule of a criterion or flaw did. It is decisive where words of it are evidence of what
// was met; it came near where it is the near miss of what was not.
struct RuleAgreement {
  std::string question;
  std::string criterion;  // or flaw
  std::string rule;
  std::size_t decisive = 0;
  std::size_t right = 0;   // marks that agree with that
  std::size_t wrong = 0;   // marks that do not
  std::size_t near = 0;    // came near
  std::size_t missed = 0;  // marks that say it should have been met
};

// A criterion or a flaw on which scores and marks differ; or, where the answer was marked as a
// whole only, one that moved the score the wrong way.
struct Difference {
  std::string id;
  std::string says;
  bool flaw = false;
  bool scored = false;      // by the grader; the markers say the opposite
  std::size_t against = 0;  // markers who differ; 0: the answer was marked as a whole
  std::size_t markers = 0;
  std::vector<Span> spans{};  // of the answer: evidence, or the near miss; ordered, none empty
  std::string rule{};         // that decided or came near; may be empty
  std::string why{};          // of a near miss; may be empty
};

struct Disagreement {
  std::string id;
  std::string question;
  std::string text;
  Band band = Band::red;
  double score = 0;
  std::vector<Band> marked_bands{};     // by marker; empty where not marked
  std::vector<double> marked_scores{};  // likewise
  std::vector<Difference> differences{};
  // Means over the markers, summed: bands apart / 2, scores apart, and the share of the criteria
  // and flaws that differ.
  double badness = 0;
};

// A figure that is worse than an earlier measurement says; see agreement_baseline.h.
struct Fall {
  std::string figure;  // "criteria kappa"
  Figure before;
  Figure now;
};

struct SkippedQuestion {
  std::string question;
  std::size_t answers = 0;
  std::string why;
};

struct AgreementOptions {
  BootstrapOptions bootstrap;
  // How many disagreements to keep, worst first. With 0 nothing of an answer's words is kept.
  std::size_t disagreements = 10;
};

struct Agreement {
  AgreementOptions options;
  std::size_t questions = 0;
  std::size_t markers = 0;  // distinct names; 1 where nobody is named
  std::size_t blank = 0;
  std::size_t unmarked = 0;              // graded, but nobody marked them
  std::vector<SkippedQuestion> skipped;  // no grade to compare; by question
  std::vector<std::string> problems;     // marks that could not be used, with their place
  Headline all;
  std::optional<Headline> without_blank;                  // where some answer is blank
  std::array<std::array<std::size_t, 3>, 3> confusion{};  // bands, [mark][score]
  std::vector<CriterionAgreement> criteria;  // by question, then as in the rubric, flaws last
  std::vector<RuleAgreement> rules;          // as the criteria, each as in its rubric
  std::vector<Disagreement> disagreements;   // worst first
  std::size_t disagreeing = 0;               // answers, of which `disagreements` holds some
  std::vector<Fall> falls;                   // of headline figures, since the baseline
  std::vector<Fall> criterion_falls;         // of criteria and flaws
  std::string baseline;  // a note on the comparison with the baseline; empty where there was none
};

// Joins records of one answer (same question and id), which differ in their marker, and measures.
// The same answers in the same order give the same result.
Agreement measure_agreement(std::vector<GradedAnswer> answers, const AgreementOptions& options);

}  // namespace assay
