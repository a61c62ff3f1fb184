// Numbers as people write them: "12", "1.5", ".5", "1,000", "10 000", "1_000_000", "1'000", "1e6".
#pragma once

#include <cstdint>
#include <string_view>

#include "assay/export.h"

namespace assay {

// The bytes of the number that begins at `text`; 0 where none does. Of "10.0.0.1" and "2.1.3",
// which no number is, all bytes, and `plain` is false. A list ("1,2,3") gives its first. What
// follows, say a unit, is not looked at but to tell "1e6" from "1 e6x" and groups of three digits
// from more.
struct NumberExtent {
  std::uint32_t length = 0;
  bool plain = true;
};
NumberExtent number_extent(std::string_view text);

// The value of a number token's text, its groups of digits joined. 0 where it is not a number.
ASSAY_SDK double number_value(std::string_view token_text);

// identity_of() the number without the marks between its groups: "1,000" is "1000".
std::uint64_t number_identity(std::string_view token_text);

}  // namespace assay
