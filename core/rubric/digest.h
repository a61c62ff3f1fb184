// 64-bit FNV-1a, which is public and the same everywhere: for telling whether bytes changed, not
// for security. Source: Fowler, Noll and Vo, draft-eastlake-fnv.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "assay/export.h"

namespace assay {

inline constexpr std::uint64_t kNothingDigested = 0xcbf29ce484222325u;

// Of the bytes that gave `start`, followed by `bytes`.
ASSAY_SDK std::uint64_t digest_of(std::string_view bytes, std::uint64_t start = kNothingDigested);

// Its 16 hex digits.
ASSAY_SDK std::string digits_of(std::uint64_t digest);

}  // namespace assay
