// What one Requirement comes to in one answer.
#pragma once

#include <optional>
#include <vector>

#include "assay/match.h"
#include "rubric/points.h"
#include "rubric/rubric.h"
#include "rubric/score.h"

namespace assay {

struct RequirementScore {
  Units units = 0;                 // 0 where it does not hold
  std::vector<Evidence> evidence;  // of what was awarded; ordered by span and rule, each once
  MatchParts best;                 // the words of the evidence that is best
};

// `most`: the criterion's points. For a flaw, whose rules are worth nothing, 1: committed or not.
RequirementScore score_requirement(const Requirement& requirement, Units most,
                                   const Reading& reading);

// The closest the answer came to more than it was awarded. Nothing where nothing of it is there.
// REQUIRES: score_requirement() gave less than `most`.
std::optional<SheetNearMiss> near_miss_of(const Requirement& requirement, Units most,
                                          const Reading& reading);

}  // namespace assay
