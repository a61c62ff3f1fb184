// The sentences in which rules tell a student how close they came. They name words that the student
// wrote, never those that a rubric looks for.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "assay/rule.h"

namespace assay {

// The student's words in quotation marks, on one line, cut in the middle where they are many.
// Always valid UTF-8.
std::string quoted(const Document& document, TokenRange range);

// "a", "b" and "c". At most kMostNamed are named.
inline constexpr std::size_t kMostNamed = 3;
std::string quoted_list(const Document& document, std::span<const TokenRange> ranges);

// "is" or "are", for what quoted_list() said of as many.
const char* is_are(std::size_t count);

// For words that are there and do not count for how they are put: `found, but negated by "never"`.
// Nothing (closeness 0) where every occurrence is accepted or there is none.
NearMiss standing_miss(const Reading& reading, std::span<const TokenRange> occurrences,
                       StandingSet accepted);

// Another rule's near miss as a clause of its own: `"key" is negated by "never"`. Empty where there
// is nothing to say.
std::string clause_of(const Document& document, const NearMiss& miss);

}  // namespace assay
