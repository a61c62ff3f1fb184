// Bytes of ASCII. The library's own ask the locale.
#pragma once

namespace assay {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
// Within a line.
constexpr bool is_ascii_blank(char c) { return c == ' ' || c == '\t'; }
// A blank or the end of a line.
constexpr bool is_ascii_space(char c) { return is_ascii_blank(c) || c == '\n' || c == '\r'; }

}  // namespace assay
