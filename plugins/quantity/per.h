// What an amount is "per": "/s", "a day", "every 15 minutes", "per TB", "per event".
#pragma once

#include <optional>

#include "lexed.h"

namespace quantity {

enum class PerKind : std::uint8_t { none, time, bytes, thing };

struct Per {
  PerKind kind = PerKind::none;
  double size = 1;  // in seconds or bytes
  friend bool operator==(const Per&, const Per&) = default;
};

struct PerAt {
  Per per;
  std::uint32_t last;  // the token behind it
};

// The "per" that begins at `at`. "a run" is one only where `of_things`.
std::optional<PerAt> per_at(const Lexed& lexed, std::uint32_t at, bool of_things);

}  // namespace quantity
