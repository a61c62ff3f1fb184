// An earlier measurement beside this one, so that a build can fail when a rubric grows worse.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grading/agreement.h"

namespace assay {

// How far a figure may fall: measured on the same answers it does not waver, but a mark or two may
// change sides for a good reason.
inline constexpr double kBaselineTolerance = 0.01;

// Compares with what `assay agree --format json` wrote. The headline figures are kappa of criteria
// and of flaws, QWK of bands, and QWK, Pearson and RMSE (where more is worse) of scores, over all
// answers. Adds to `falls` each of them that the baseline has and that is worse by more than the
// tolerance, or is not defined any more; to `criterion_falls` each criterion and flaw whose
// agreement is; and sets `baseline`. Returns what is wrong with `json`, if anything; then nothing
// was compared.
std::optional<std::string> compare_with_baseline(std::string_view json, Agreement& agreement);

}  // namespace assay
