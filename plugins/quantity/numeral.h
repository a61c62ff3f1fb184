// Numbers as people write them: "1.5", "7,5 million", "2-5k", "twenty-five", "half a million",
// "tens of thousands", "a few hundred".
#pragma once

#include <optional>

#include "lexed.h"

namespace quantity {

struct Numeral {
  assay::TokenRange range;  // with both ends of "2 to 5"
  double low = 0;
  double high = 0;
  bool vague = false;      // "tens of", "a few": only an order of magnitude
  bool magnitude = false;  // "5 million", "12,000", "1e9"
  bool one = false;        // nothing but the word "one", which is often no number
};

// The number that begins at `at`, if one does.
std::optional<Numeral> numeral_at(const Lexed& lexed, std::uint32_t at);
// The same without ranges.
std::optional<Numeral> single_at(const Lexed& lexed, std::uint32_t at);

// Whether "/s", "a day", "per minute" or "daily" stands at `at`. It decides whether "m" and "b"
// before it multiply.
bool starts_per_time(const Lexed& lexed, std::uint32_t at);

// Beside "5 m" a word that makes it metres.
bool is_of_length(std::string_view word);

}  // namespace quantity
