// What is wrong with a pattern that reads well.
#pragma once

#include <vector>

#include "rules/pattern.h"

namespace assay {

// Appends at most one error: no words at all, only words that may be left out, a gap with nothing
// on one of its sides, more words than an occurrence may span.
void check_pattern(const PatternSequence& pattern, std::vector<PatternError>& errors);

}  // namespace assay
