// Bullets and numbers at the begin of a line that Markdown does not take for a list's.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

struct Bullet {
  std::uint32_t length = 0;   // with the blanks after it; 0 where none stands before words
  std::uint32_t ordinal = 0;  // of "3)", "c)", "(3)"; 0 for bullets
  char sign = 0;              // '+' or '-', else 0
};

// `line`: the answer from the first byte of a line that is not blank.
Bullet bullet_at(std::string_view line);

}  // namespace assay
