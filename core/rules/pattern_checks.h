// What is wrong with a pattern that reads well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern.h"

namespace assay {

// Appends at most one error: no words at all, only words that may be left out, a gap with nothing
// on one of its sides, more words than an occurrence may span.
void check_pattern(const PatternSequence& pattern, std::vector<PatternError>& errors);

// Whether a pattern is seen to be right without being parsed, as most are: words in lower case and
// concepts, bars between them, gaps, and brackets. Where it is false, nothing is known.
bool is_surely_right(std::string_view pattern);

// The concepts that such a pattern refers to, in order. REQUIRES: is_surely_right(pattern).
std::vector<std::string> concepts_scanned(std::string_view pattern);

}  // namespace assay
