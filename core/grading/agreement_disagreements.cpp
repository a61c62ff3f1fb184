#include <algorithm>
#include <cmath>

#include "grading/agreement_figures.h"
#include "grading/agreement_parts.h"

namespace assay {
namespace {

void add_evidence(const std::vector<Evidence>& evidence, const Requirement& requirement,
                  Difference& to) {
  for (const Evidence& one : evidence) {
    if (!one.best) continue;
    if (to.rule.empty()) to.rule = outermost_rule(requirement, one.rule);
    if (!one.span.empty()) to.spans.push_back(one.span);
  }
  std::sort(to.spans.begin(), to.spans.end());
  to.spans.erase(std::unique(to.spans.begin(), to.spans.end()), to.spans.end());
}

Difference criterion_difference(const MarkedAnswer& marked, std::size_t index) {
  const Criterion& criterion = marked.sheet.rubric->criteria[index];
  const CriterionScore& score = marked.sheet.criteria[index];
  Difference out{.id = criterion.id, .says = criterion.says, .scored = score.met};
  if (score.met) {
    add_evidence(score.evidence, criterion.requirement, out);
  } else if (score.near_miss) {
    out.rule = outermost_rule(criterion.requirement, score.near_miss->rule);
    out.why = score.near_miss->why;
    out.spans = score.near_miss->words;
  }
  return out;
}

Difference flaw_difference(const MarkedAnswer& marked, std::size_t index) {
  const Flaw& flaw = marked.sheet.rubric->flaws[index];
  const FlawScore& score = marked.sheet.flaws[index];
  Difference out{.id = flaw.id, .says = flaw.says, .flaw = true, .scored = score.committed};
  add_evidence(score.evidence, flaw.requirement, out);
  return out;
}

// Appends where the votes go against the score; counts what was marked.
void add_if_different(Difference difference, const Votes& votes, Disagreement& out, double& share,
                      std::size_t& marked) {
  if (votes.markers == 0) return;
  ++marked;
  difference.markers = votes.markers;
  difference.against = difference.scored ? votes.markers - votes.given : votes.given;
  if (difference.against == 0) return;
  share += double(difference.against) / double(votes.markers);
  out.differences.push_back(std::move(difference));
}

double mean_of(const std::vector<double>& values) { return mean(values).value_or(0); }

// What moved the score of an answer that was marked as a whole, above its marks or below them.
void add_movers(const MarkedAnswer& marked, bool too_high, Disagreement& out) {
  for (std::size_t i = 0; i < marked.sheet.criteria.size(); ++i) {
    if (marked.sheet.criteria[i].met == too_high) {
      out.differences.push_back(criterion_difference(marked, i));
    }
  }
  for (std::size_t i = 0; i < marked.sheet.flaws.size(); ++i) {
    if (!too_high && marked.sheet.flaws[i].committed) {
      out.differences.push_back(flaw_difference(marked, i));
    }
  }
}

Disagreement compare_answer(const MarkedAnswer& marked) {
  const ScoreSheet& sheet = marked.sheet;
  Disagreement out{.id = marked.answer.id,
                   .question = marked.answer.question,
                   .text = marked.answer.text,
                   .band = sheet.band,
                   .score = sheet.score};
  double share = 0;
  std::size_t things = 0;
  for (std::size_t i = 0; i < sheet.criteria.size(); ++i) {
    add_if_different(criterion_difference(marked, i),
                     votes(marked.marks, sheet.rubric->criteria[i].id, false), out, share, things);
  }
  for (std::size_t i = 0; i < sheet.flaws.size(); ++i) {
    add_if_different(flaw_difference(marked, i),
                     votes(marked.marks, sheet.rubric->flaws[i].id, true), out, share, things);
  }
  if (things > 0) out.badness += share / double(things);

  // Above 0: the score is the higher.
  std::vector<double> bands_apart, scores_apart;
  for (const Marks& one : marked.marks) {
    if (one.band) {
      out.marked_bands.push_back(*one.band);
      bands_apart.push_back((double(sheet.band) - double(*one.band)) / 2);
    }
    if (one.score) {
      out.marked_scores.push_back(*one.score);
      const bool same = step_of(*one.score) == step_of(sheet.score);
      scores_apart.push_back(same ? 0 : sheet.score - *one.score);
    }
  }
  const double direction = mean_of(bands_apart) + mean_of(scores_apart);
  for (std::vector<double>* apart : {&bands_apart, &scores_apart}) {
    for (double& distance : *apart) distance = std::abs(distance);
    out.badness += mean_of(*apart);
  }
  if (things == 0 && direction != 0) add_movers(marked, direction > 0, out);
  return out;
}

}  // namespace

std::vector<Disagreement> list_disagreements(const std::vector<MarkedAnswer>& answers) {
  std::vector<Disagreement> out;
  for (const MarkedAnswer& marked : answers) {
    Disagreement compared = compare_answer(marked);
    if (compared.badness > 0) out.push_back(std::move(compared));
  }
  std::stable_sort(out.begin(), out.end(), [](const Disagreement& a, const Disagreement& b) {
    return a.badness > b.badness;
  });
  return out;
}

}  // namespace assay
