#include "grading/sheet_change.h"

#include <algorithm>
#include <iterator>

namespace assay {
namespace {

template <typename Part>
std::size_t index_by_id(const std::vector<Part>& parts, const std::string& id) {
  const auto at =
      std::find_if(parts.begin(), parts.end(), [&id](const Part& part) { return part.id == id; });
  return std::size_t(at - parts.begin());
}

std::string why_missed(const CriterionScore& score) {
  return score.near_miss && score.near_miss->closeness > 0 ? score.near_miss->why : std::string();
}

void add_criteria_changes(const ScoreSheet& before, const ScoreSheet& now, SheetChange& change) {
  static const CriterionScore kNothing;
  for (std::size_t i = 0; i < now.criteria.size(); ++i) {
    const std::size_t at = index_by_id(before.rubric->criteria, now.rubric->criteria[i].id);
    const bool fresh = at == before.criteria.size();
    const CriterionScore& was = fresh ? kNothing : before.criteria[at];
    const CriterionScore& is = now.criteria[i];
    if (is.met != was.met) {
      (is.met ? change.won : change.lost).push_back(i);
    } else if (!is.met && (fresh || is.points != was.points || why_missed(is) != why_missed(was))) {
      change.moved.push_back(i);
    }
  }
  for (const Criterion& criterion : before.rubric->criteria) {
    if (index_by_id(now.rubric->criteria, criterion.id) == now.criteria.size()) {
      change.removed.push_back(criterion.id);
    }
  }
}

void add_flaw_changes(const ScoreSheet& before, const ScoreSheet& now, SheetChange& change) {
  for (std::size_t i = 0; i < now.flaws.size(); ++i) {
    const std::size_t at = index_by_id(before.rubric->flaws, now.rubric->flaws[i].id);
    const bool was = at < before.flaws.size() && before.flaws[at].committed;
    const bool is = now.flaws[i].committed;
    if (is != was) (is ? change.committed : change.mended).push_back(i);
  }
}

// What `a` has and `b` has not. REQUIRES: both are sorted.
std::vector<std::string> only_in_first(const std::vector<std::string>& a,
                                       const std::vector<std::string>& b) {
  std::vector<std::string> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

}  // namespace

SheetChange change_of(const ScoreSheet& before, const ScoreSheet& now) {
  SheetChange change;
  change.rubric = before.rubric->hash != now.rubric->hash;
  add_criteria_changes(before, now, change);
  add_flaw_changes(before, now, change);
  change.flagged = only_in_first(now.flags, before.flags);
  change.unflagged = only_in_first(before.flags, now.flags);
  change.none = before.band == now.band && before.points == now.points &&
                before.max_points == now.max_points && change.won.empty() && change.lost.empty() &&
                change.moved.empty() && change.removed.empty() && change.committed.empty() &&
                change.mended.empty() && change.flagged.empty() && change.unflagged.empty();
  return change;
}

}  // namespace assay
