// Amounts that are not written as a number and a unit: "half an hour", "sub-second", "nightly".
#pragma once

#include <optional>

#include "amounts.h"

namespace quantity {

std::optional<Amount> idiom_at(const Lexed& lexed, std::uint32_t at);

}  // namespace quantity
