#include "grading/agreement.h"

#include <algorithm>
#include <map>

#include "grading/agreement_figures.h"
#include "grading/agreement_parts.h"

namespace assay {
namespace {

// What was scored and marked of all answers, by aspect.
struct Ratings {
  std::array<std::vector<Rating>, 4> aspects;
  std::vector<Rating>& of(Aspect aspect) { return aspects[std::size_t(aspect)]; }
};

// A number for each criterion and flaw: baselines stay within one.
class Groups {
 public:
  explicit Groups(const std::vector<MarkedAnswer>& answers) {
    for (const MarkedAnswer& marked : answers)
      rubrics_[marked.answer.question] = marked.sheet.rubric;
    for (const auto& [question, rubric] : rubrics_) {
      first_[question] = std::uint32_t(entries_.size());
      for (const Criterion& c : rubric->criteria) {
        entries_.push_back({.question = question, .id = c.id, .says = c.says});
      }
      for (const Flaw& f : rubric->flaws) {
        entries_.push_back({.question = question, .id = f.id, .says = f.says, .flaw = true});
      }
    }
  }
  // The group of a question's first criterion; also stands for the question.
  std::uint32_t first(const std::string& question) const { return first_.at(question); }
  std::vector<CriterionAgreement>& entries() { return entries_; }

 private:
  std::map<std::string, std::shared_ptr<const Rubric>> rubrics_;
  std::map<std::string, std::uint32_t> first_;
  std::vector<CriterionAgreement> entries_;
};

void rate_criteria(const MarkedAnswer& marked, Rating rating, Ratings& out) {
  const auto rate = [&](Aspect aspect, const std::string& id, bool met) {
    const bool flaw = aspect == Aspect::flaws;
    rating.score = met;
    rating.marks.clear();
    for (const Marks& one : marked.marks) {
      const auto& given = flaw ? one.flaws : one.met;
      if (given) rating.marks.push_back(std::binary_search(given->begin(), given->end(), id));
    }
    if (!rating.marks.empty()) out.of(aspect).push_back(rating);
    ++rating.group;
  };
  const Rubric& rubric = *marked.sheet.rubric;
  for (std::size_t i = 0; i < rubric.criteria.size(); ++i) {
    rate(Aspect::criteria, rubric.criteria[i].id, marked.sheet.criteria[i].met);
  }
  for (std::size_t i = 0; i < rubric.flaws.size(); ++i) {
    rate(Aspect::flaws, rubric.flaws[i].id, marked.sheet.flaws[i].committed);
  }
}

void rate_whole(const MarkedAnswer& marked, Rating rating, Ratings& out) {
  Rating fraction = rating;
  rating.score = double(marked.sheet.band);
  fraction.score = marked.sheet.score;
  for (const Marks& one : marked.marks) {
    if (one.band) rating.marks.push_back(double(*one.band));
    if (one.score) fraction.marks.push_back(*one.score);
  }
  if (!rating.marks.empty()) out.of(Aspect::bands).push_back(rating);
  if (!fraction.marks.empty()) out.of(Aspect::scores).push_back(fraction);
}

Ratings rate(const std::vector<MarkedAnswer>& answers, const Groups& groups) {
  Ratings out;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Rating blank{.unit = std::uint32_t(i),
                       .group = groups.first(answers[i].answer.question),
                       .length = answers[i].answer.text.size()};
    rate_criteria(answers[i], blank, out);
    rate_whole(answers[i], blank, out);
  }
  return out;
}

Headline headline(const Ratings& ratings, std::size_t answers, const BootstrapOptions& options) {
  constexpr Scale kScales[] = {Scale::met, Scale::met, Scale::bands, Scale::fraction};
  Headline out{.answers = answers};
  for (std::size_t aspect = 0; aspect < ratings.aspects.size(); ++aspect) {
    out.aspects[aspect] = compare(ratings.aspects[aspect], kScales[aspect], options);
  }
  return out;
}

Ratings without_blank(const Ratings& ratings, const std::vector<MarkedAnswer>& answers) {
  Ratings out = ratings;
  for (std::vector<Rating>& aspect : out.aspects) {
    std::erase_if(aspect, [&](const Rating& rating) { return answers[rating.unit].blank; });
  }
  return out;
}

std::vector<CriterionAgreement> by_criterion(const Ratings& ratings, Groups& groups,
                                             const BootstrapOptions& options) {
  std::vector<std::vector<Rating>> split(groups.entries().size());
  for (const Aspect aspect : {Aspect::criteria, Aspect::flaws}) {
    for (const Rating& rating : ratings.aspects[std::size_t(aspect)]) {
      split[rating.group].push_back(rating);
    }
  }
  std::vector<CriterionAgreement> out;
  for (std::size_t group = 0; group < split.size(); ++group) {
    if (split[group].empty()) continue;
    CriterionAgreement entry = groups.entries()[group];
    for (const Rating& rating : split[group]) {
      for (const double mark : rating.marks) entry.counts.add(mark != 0, rating.score != 0);
    }
    entry.comparisons = compare(split[group], Scale::met, options);
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace

std::string_view name_of(Aspect aspect) {
  constexpr std::string_view kNames[] = {"criteria", "flaws", "bands", "scores"};
  return kNames[std::size_t(aspect)];
}

std::string_view name_of(Rater rater) {
  constexpr std::string_view kNames[] = {"scores", "median", "mean", "length", "markers"};
  return kNames[std::size_t(rater)];
}

std::string_view name_of(Measure measure) {
  constexpr std::string_view kNames[] = {"agreement", "kappa",   "precision", "recall",
                                         "qwk",       "pearson", "rmse",      "smd"};
  return kNames[std::size_t(measure)];
}

const Comparison* find(const Comparisons& comparisons, Rater rater) {
  for (const Comparison& one : comparisons) {
    if (one.rater == rater) return &one;
  }
  return nullptr;
}

const Estimate* find(const Comparisons& comparisons, Rater rater, Measure measure) {
  const Comparison* comparison = find(comparisons, rater);
  if (!comparison) return nullptr;
  for (const Estimate& estimate : comparison->estimates) {
    if (estimate.measure == measure) return &estimate;
  }
  return nullptr;
}

Agreement measure_agreement(std::vector<GradedAnswer> answers, const AgreementOptions& options) {
  Agreement out;
  out.options = options;
  const std::vector<MarkedAnswer> marked = join_marks(std::move(answers), out);

  Groups groups(marked);
  const Ratings ratings = rate(marked, groups);
  out.all = headline(ratings, marked.size(), options.bootstrap);
  if (out.blank > 0) {
    out.without_blank =
        headline(without_blank(ratings, marked), marked.size() - out.blank, options.bootstrap);
  }
  for (const Rating& rating : ratings.aspects[std::size_t(Aspect::bands)]) {
    for (const double mark : rating.marks) {
      ++out.confusion[std::size_t(mark)][std::size_t(rating.score)];
    }
  }
  out.criteria = by_criterion(ratings, groups, options.bootstrap);
  out.rules = credit_rules(marked);

  out.disagreements = list_disagreements(marked);
  out.disagreeing = out.disagreements.size();
  if (out.disagreements.size() > options.disagreements) {
    out.disagreements.resize(options.disagreements);
  }
  return out;
}

}  // namespace assay
