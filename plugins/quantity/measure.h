// A number and the words beside it: what it is a number of.
#pragma once

#include "amounts.h"

namespace quantity {

// The unit at `at`; null where there is none, or none of the dimension.
const Word* unit_at(const Lexed& lexed, std::uint32_t at);
const Word* unit_at(const Lexed& lexed, std::uint32_t at, Dimension dimension);

Amount made(assay::TokenRange range, Dimension dimension, double value);
// A number of units of `size`; its words end before `last`.
Amount made(const Numeral& number, std::uint32_t last, Dimension dimension, double size);

// The amount with what it is per, if that stands behind it.
Amount with_per(const Lexed& lexed, Amount amount);

// The number with the unit at `at`.
std::optional<Amount> in_unit(const Lexed& lexed, const Numeral& number, std::uint32_t at);

// "$500k", "eur 3 a day"
std::optional<Amount> money_first(const Lexed& lexed, std::uint32_t at);

// The number with whatever unit or noun follows it. Nothing for the word "one" alone, a few of
// something, and lengths.
std::optional<Amount> measured(const Lexed& lexed, const Numeral& number);

}  // namespace quantity
