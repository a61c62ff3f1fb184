#include "text/bullets.h"

#include "text/ascii.h"
#include "text/utf8.h"

namespace assay {
namespace {

// Characters that are bullets whatever follows.
bool is_bullet(std::int32_t c) {
  switch (c) {
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x2219:
    case 0x25a0:
    case 0x25a1:
    case 0x25aa:
    case 0x25ab:
    case 0x25ba:
    case 0x25b6:
    case 0x25b8:
    case 0x25c6:
    case 0x25c7:
    case 0x25cb:
    case 0x25cf:
    case 0x25e6:
    case 0x2713:
    case 0x2714:
    case 0x2717:
    case 0x2718:
    case 0x27a2:
    case 0x27a4:
    case 0xf0b7:
      return true;
    default:
      return false;
  }
}

// Characters that are bullets before a blank only.
bool is_dash(std::int32_t c) { return c == 0xb7 || (c >= 0x2012 && c <= 0x2015) || c == 0x2212; }

Bullet numbered_bullet(std::string_view line) {
  std::uint32_t i = line[0] == '(' ? 1 : 0;
  std::uint32_t ordinal = 0;
  const std::uint32_t begin = i;
  while (i < line.size() && i - begin < 2 && is_ascii_digit(line[i])) {
    ordinal = ordinal * 10 + std::uint32_t(line[i++] - '0');
  }
  if (i == begin && i < line.size() && is_ascii_letter(line[i])) {
    ordinal = std::uint32_t((line[i++] | 0x20) - 'a' + 1);
  }
  if (i == begin || i + 1 >= line.size() || line[i] != ')' || !is_ascii_blank(line[i + 1]))
    return {};
  return {i + 1, ordinal, 0};
}

}  // namespace

Bullet bullet_at(std::string_view line) {
  if (line.size() < 2) return {};
  Bullet bullet;
  const char c = line[0];
  if ((c & 0x80) != 0) {
    const Decoded decoded = decode(line, 0);
    const bool blank = decoded.length < line.size() && is_ascii_blank(line[decoded.length]);
    if (is_bullet(decoded.character) || (is_dash(decoded.character) && blank)) {
      bullet.length = decoded.length;
    }
  } else if ((c == '-' || c == '+') && (is_ascii_letter(line[1]) || (is_ascii_blank(line[1])))) {
    bullet = {1, 0, c};
  } else if (c == '(' || is_ascii_digit(c) || is_ascii_letter(c)) {
    bullet = numbered_bullet(line);
  }
  if (bullet.length == 0) return {};
  while (bullet.length < line.size() && is_ascii_blank(line[bullet.length])) ++bullet.length;
  return bullet.length < line.size() ? bullet : Bullet{};
}

}  // namespace assay
