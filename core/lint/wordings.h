// A term spelt out: every sequence of words that it stands for, and which of them another takes in.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/subject.h"

namespace assay {

// Nothing in brackets, no bars: words, wildcards, numbers, gaps and concepts in a row.
using Wording = std::vector<const PatternElement*>;

// More than that many are not worth spelling out.
inline constexpr std::size_t kMostWordings = 256;

// Nothing where there are too many. They point into the pattern.
std::optional<std::vector<Wording>> wordings_of(const PatternSequence& pattern);

// Whether it is plain to an author that everything that `narrow` takes `wide` takes as well, at the
// same place: of words that have one stem only those that are forms of each other count. Slips of
// the pen and compounds written as one are left out of account.
bool takes_in(const PatternElement& wide, const PatternElement& narrow);
bool takes_in(const Wording& wide, const Wording& narrow);

// Whether `wide`, which takes in `narrow`, forgives every slip that `narrow` forgives; a wildcard
// forgives none. Then nothing at all is lost without `narrow`.
bool forgives_as(const PatternElement& wide, const PatternElement& narrow);

// Whether the two are one word in plain inflection (-s, -ed, -en, -ing, 's), or the same.
bool are_forms(std::string_view a, std::string_view b);

// Where the word, wildcard or concept of a pattern begins, an = before it included, and where the
// one at `offset` ends.
std::size_t begin_of_atom(const PatternElement& element);
std::size_t end_of_atom(std::string_view pattern, std::size_t offset);

}  // namespace assay
