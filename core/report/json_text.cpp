#include "report/json_text.h"

#include <unicode/utf8.h>

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "report/obeyed.h"

namespace assay {
std::size_t valid_sequence(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xF5   ? 0
                           : lead >= 0xF0 ? 4
                           : lead >= 0xE0 ? 3
                           : lead >= 0xC2 ? 2
                                          : 0;
  if (size == 0 || bytes.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if (!U8_IS_TRAIL(std::uint8_t(bytes[i]))) return 0;
  }
  const auto second = static_cast<unsigned char>(bytes[1]);
  if (lead == 0xE0 && second < 0xA0) return 0;  // overlong
  if (lead == 0xED && second > 0x9F) return 0;  // a surrogate
  if (lead == 0xF0 && second < 0x90) return 0;  // overlong
  if (lead == 0xF4 && second > 0x8F) return 0;  // beyond U+10FFFF
  return size;
}

namespace {

// Of each byte, whether it is written as it is, whatever stands around it.
constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (int byte = 0x20; byte < 0x7F; ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}();

// As \uXXXX. REQUIRES: obeyed(character) == character.size().
void append_escaped(std::string& out, std::string_view character) {
  constexpr std::string_view kHex = "0123456789abcdef";
  UChar32 code;
  std::size_t at = 0;
  U8_NEXT_UNSAFE(character.data(), at, code);
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[std::size_t(code >> shift) & 15];
}

}  // namespace

void append_json_string(std::string& out, std::string_view bytes) {
  out += '"';
  std::size_t plain = 0;  // bytes from here on need no change and are not yet appended
  std::size_t at = 0;
  const auto flush = [&] { out += bytes.substr(plain, at - plain); };
  while (at < bytes.size()) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (kPlain[byte]) {
      ++at;
      continue;
    }
    if (byte >= 0x80) {
      if (const std::size_t size = valid_sequence(bytes.substr(at)); size > 0) {
        if (obeyed(bytes.substr(at)) > 0) {
          flush();
          append_escaped(out, bytes.substr(at, size));
          plain = at + size;
        }
        at += size;
        continue;
      }
      flush();
      out += "\xEF\xBF\xBD";
    } else {
      flush();
      switch (byte) {
        case '"':
          out += "\\\"";
          break;
        case '\\':
          out += "\\\\";
          break;
        case '\n':
          out += "\\n";
          break;
        case '\r':
          out += "\\r";
          break;
        case '\t':
          out += "\\t";
          break;
        default:
          append_escaped(out, bytes.substr(at, 1));
      }
    }
    plain = ++at;
  }
  flush();
  out += '"';
}

void append_json_number(std::string& out, double number) {
  std::array<char, 32> buffer;
  char* const last = buffer.data() + buffer.size();
  const double size = std::abs(number);
  if (size < 1e15 && double(std::int64_t(number)) == number) {  // nearly all; -0 as 0
    const auto whole = std::to_chars(buffer.data(), last, std::int64_t(number));
    out.append(buffer.data(), whole.ptr);
    return;
  }
  // Left to itself to_chars writes 100000 as 1e+05, which is shorter.
  const bool plain = size >= 1e-6 && size < 1e15;
  const auto result = plain ? std::to_chars(buffer.data(), last, number, std::chars_format::fixed)
                            : std::to_chars(buffer.data(), last, number);
  out.append(buffer.data(), result.ptr);
}

void append_json(std::string& out, std::string_view json) {
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t size = obeyed(json.substr(at));
    if (size > 0) {
      append_escaped(out, json.substr(at, size));
      at += size;
    } else {
      out += json[at++];
    }
  }
}

namespace {

std::string dumped(const nlohmann::ordered_json& json, int indent) {
  std::string out;
  append_json(out, json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  return out;
}

}  // namespace

std::string pretty_json(const nlohmann::ordered_json& json) { return dumped(json, 2) + "\n"; }

std::string json_line(const nlohmann::ordered_json& json) { return dumped(json, -1); }

}  // namespace assay
