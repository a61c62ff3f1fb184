// Numbers as they are written in running text: "1,000", "5k", "2-5 million", "half a dozen".
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "assay/document.h"

namespace assay {

struct Amount {
  TokenRange range;  // the number, what multiplies it, and both ends of "2 to 5"
  double low = 0;
  double high = 0;    // low, where it is not a range
  bool bare = false;  // nothing but the word "one", which is often no number
};

// The amount that begins at `token`, if one does. `is_unit` tells what is a unit rather than a
// multiplier, as "m" can be; it is asked of the token after a number.
std::optional<Amount> amount_at(const Document& document, std::uint32_t token,
                                const std::function<bool(std::uint32_t)>& is_unit);

// Whether the token is a currency's sign or code, which may stand before a number.
bool is_currency(const Document& document, std::uint32_t token);

}  // namespace assay
