#include "report/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "report/obeyed.h"
#include "text/hex.h"
#include "text/utf8.h"

namespace assay {

std::size_t valid_sequence(std::string_view bytes) {
  const Decoded decoded = decode(bytes, 0);
  return decoded.character < 0 ? 0 : decoded.length;
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
  out += "\\u";
  append_hex(out, std::uint32_t(decode(character, 0).character), 4);
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
