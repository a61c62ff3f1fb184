// Numbers in hexadecimal.
#pragma once

#include <cstdint>
#include <string>

namespace assay {

// At least `digits` digits; those past nine begin with `ten`.
inline void append_hex(std::string& out, std::uint32_t number, unsigned digits, char ten = 'a') {
  while (digits < 8 && number >> (4 * digits) != 0) ++digits;
  while (digits-- > 0) {
    const auto digit = char(number >> (4 * digits) & 15);
    out += char(digit < 10 ? '0' + digit : ten + digit - 10);
  }
}

// "%0A": a byte as URIs have it, and GitHub's commands.
inline void append_percent(std::string& out, char byte) {
  out += '%';
  append_hex(out, std::uint8_t(byte), 2, 'A');
}

}  // namespace assay
