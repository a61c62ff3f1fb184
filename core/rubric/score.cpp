#include "rubric/score.h"

#include <algorithm>

#include "rubric/points.h"
#include "rubric/requirement_score.h"
#include "text/analyzer.h"

namespace assay {
namespace {

// A document as one rubric reads it. Criteria are scored when first asked for, be it by the sheet
// or by another criterion's rule.
class ScoringReading final : public Reading {
 public:
  ScoringReading(const Rubric& rubric, TermMatcher& matcher)
      : rubric_(rubric),
        matcher_(matcher),
        scores_(rubric.criteria.size()),
        words_(scores_.size()) {}

  // `document` is read from here on; it outlives the reading or the next begin().
  void begin(const Document& document) {
    Reading::begin();
    document_ = &document;
    for (auto& score : scores_) score.reset();
  }

  const Document& document() const override { return *document_; }
  std::span<const TokenRange> find(TermSet terms) const override { return matcher_.find(terms); }
  const MatchParts* met(std::uint32_t criterion) const override {
    return score(criterion).met ? &words_[criterion] : nullptr;
  }

  // The whole score, once; whether it was met stays known.
  CriterionScore take(std::size_t index) {
    score(index);
    return std::move(*scores_[index]);
  }

 private:
  const CriterionScore& score(std::size_t index) const {
    std::optional<CriterionScore>& score = scores_[index];
    if (score) return *score;
    const Criterion& criterion = rubric_.criteria[index];
    const Units most = units_of(criterion.points);
    RequirementScore found = score_requirement(criterion.requirement, most, *this);
    // Only now: scoring this criterion may have scored others.
    score.emplace();
    score->met = found.units == most;
    score->points = points_of(found.units);
    score->evidence = std::move(found.evidence);
    words_[index] = std::move(found.best);
    if (!score->met) score->near_miss = near_miss_of(criterion.requirement, most, *this);
    return *score;
  }

  const Rubric& rubric_;
  const Document* document_ = nullptr;
  TermMatcher& matcher_;
  mutable std::vector<std::optional<CriterionScore>> scores_;
  mutable std::vector<MatchParts> words_;  // the best of each that was scored
};

// Whether the share units/most reaches the threshold, in whole numbers. Both sides stay below 2^63:
// a rubric has at most 500 criteria of 10,000 points.
bool reaches(Units units, Units most, double threshold) {
  return units * Units(kUnitsPerPoint) >= units_of(threshold) * most;
}

Band band_of(Units units, Units most, const Bands& bands) {
  if (reaches(units, most, bands.green)) return Band::green;
  return reaches(units, most, bands.yellow) ? Band::yellow : Band::red;
}

// Runs of four words: what a text shares with another that it was copied from.
constexpr std::size_t kRun = 4;
std::size_t count_runs(const Document& document) {
  return document.tokens().size() - std::min(document.tokens().size(), kRun - 1);
}
std::uint64_t run_at(const Document& document, std::size_t token) {
  std::uint64_t hash = 0;
  for (const Token& each : document.tokens().subspan(token, kRun)) {
    hash = hash * 0x9e3779b97f4a7c15 + each.word;
  }
  return hash;
}
std::vector<std::uint64_t> sorted_runs_of(const Document& document) {
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i < count_runs(document); ++i) runs.push_back(run_at(document, i));
  std::sort(runs.begin(), runs.end());
  return runs;
}

// Whether nine tenths of what the answer says are the words of the question. Most answers show that
// they are not in their first tenth.
bool repeats(const std::vector<std::uint64_t>& question, const Document& document) {
  const std::size_t runs = count_runs(document);
  std::size_t new_ones = 0;
  for (std::size_t i = 0; i < runs; ++i) {
    if (std::binary_search(question.begin(), question.end(), run_at(document, i))) continue;
    if (++new_ones * 10 > runs) return false;
  }
  return runs > 0;
}

// Whether the document, being long enough to tell, speaks of something else.
bool strays(const Rubric& rubric, const Document& document, TermMatcher& matcher) {
  if (!rubric.about || document.tokens().size() < kTooShortToStray) return false;
  std::vector<std::uint64_t> stems;
  for (const TokenRange range : matcher.find(rubric.about->terms)) {
    const std::uint64_t stem = document.tokens()[range.first].stem;
    if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(stem);
    if (stems.size() >= rubric.about->least) return false;
  }
  return true;
}

// The sheet of a text that is no answer to the question: nothing earned, nothing committed.
ScoreSheet empty_sheet(const std::shared_ptr<const Rubric>& rubric, const Document& document,
                       const char* flag) {
  ScoreSheet sheet;
  sheet.rubric = rubric;
  sheet.max_points = rubric->max_points();
  sheet.criteria.resize(rubric->criteria.size());
  sheet.flaws.resize(rubric->flaws.size());
  for (const std::string_view of_text : document.flags()) sheet.flags.emplace_back(of_text);
  sheet.flags.emplace_back(flag);
  std::sort(sheet.flags.begin(), sheet.flags.end());
  return sheet;
}

}  // namespace

struct Scorer::State {
  explicit State(std::shared_ptr<const Rubric> of)
      : rubric(std::move(of)),
        matcher(rubric->terms),
        reading(*rubric, matcher),
        question(sorted_runs_of(analyze_plain(rubric->prompt))) {}

  std::shared_ptr<const Rubric> rubric;
  TermMatcher matcher;
  ScoringReading reading;
  std::vector<std::uint64_t> question;  // the prompt's runs
};

Scorer::Scorer(std::shared_ptr<const Rubric> rubric)
    : state_(std::make_unique<State>(std::move(rubric))) {}
Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;

ScoreSheet Scorer::score(const Document& document) {
  const Rubric& rubric = *state_->rubric;
  state_->matcher.start(document);
  if (repeats(state_->question, document)) {
    return empty_sheet(state_->rubric, document, "question-repeated");
  }
  if (strays(rubric, document, state_->matcher)) {
    return empty_sheet(state_->rubric, document, "off-topic");
  }
  ScoringReading& reading = state_->reading;
  reading.begin(document);
  ScoreSheet sheet;
  sheet.rubric = state_->rubric;
  Units units = 0;
  Units most = 0;
  sheet.criteria.reserve(rubric.criteria.size());
  for (std::size_t i = 0; i < rubric.criteria.size(); ++i) {
    sheet.criteria.push_back(reading.take(i));
    units += units_of(sheet.criteria.back().points);
    most += units_of(rubric.criteria[i].points);
  }
  Band cap = Band::green;
  sheet.flaws.reserve(rubric.flaws.size());
  for (const Flaw& flaw : rubric.flaws) {
    RequirementScore found = score_requirement(flaw.requirement, 1, reading);
    const bool committed = found.units > 0;
    sheet.flaws.push_back({committed, std::move(found.evidence)});
    if (!committed) continue;
    units -= units_of(flaw.cost);
    if (flaw.cap) cap = std::min(cap, *flaw.cap);
  }
  units = std::max<Units>(units, 0);
  sheet.points = points_of(units);
  sheet.max_points = points_of(most);
  sheet.score = double(units) / double(most);
  sheet.band = std::min(band_of(units, most, rubric.bands), cap);
  for (const std::string_view flag : document.flags()) sheet.flags.emplace_back(flag);
  return sheet;
}

std::optional<SheetNearMiss> Scorer::near_miss_of_flaw(const Document& document, std::size_t flaw) {
  state_->matcher.start(document);
  state_->reading.begin(document);
  return near_miss_of(state_->rubric->flaws[flaw].requirement, 1, state_->reading);
}

}  // namespace assay
