// UTF-8, one character at a time.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

struct Decoded {
  std::int32_t character;  // negative where the bytes are not UTF-8
  std::uint32_t length;    // of the character, or of the bytes to replace together; at least 1
};

// REQUIRES: at < text.size().
constexpr Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return std::uint32_t(std::uint8_t(text[i])); };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) return {std::int32_t(lead), 1};
  const std::uint32_t length = lead < 0xc2   ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
  if (length == 0) return {-1, 1};
  // The second byte's range is what excludes overlong forms, surrogates and what is past U+10FFFF.
  const std::uint32_t low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  const std::uint32_t high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  std::uint32_t character = lead & (0x7fu >> length);
  for (std::uint32_t i = 1; i < length; ++i) {
    if (at + i >= text.size()) return {-1, i};
    const std::uint32_t next = byte(at + i);
    if (next < (i == 1 ? low : 0x80) || next > (i == 1 ? high : 0xbf)) return {-1, i};
    character = character << 6 | (next & 0x3f);
  }
  return {std::int32_t(character), length};
}

}  // namespace assay
