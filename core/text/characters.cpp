#include "text/characters.h"

#include <algorithm>
#include <iterator>

namespace assay {
namespace {

struct NamedCharacter {
  std::string_view name;
  char32_t character;
};

// What editors and learning platforms write; sorted by name.
constexpr NamedCharacter kNamed[] = {
    {"AMP", '&'},       {"GT", '>'},       {"LT", '<'},        {"QUOT", '"'},     {"amp", '&'},
    {"apos", '\''},     {"asymp", 0x2248}, {"bdquo", 0x201e},  {"bull", 0x2022},  {"cent", 0xa2},
    {"copy", 0xa9},     {"darr", 0x2193},  {"deg", 0xb0},      {"emsp", 0x2003},  {"ensp", 0x2002},
    {"euro", 0x20ac},   {"frac12", 0xbd},  {"frac14", 0xbc},   {"frac34", 0xbe},  {"ge", 0x2265},
    {"gt", '>'},        {"harr", 0x2194},  {"hellip", 0x2026}, {"laquo", 0xab},   {"larr", 0x2190},
    {"ldquo", 0x201c},  {"le", 0x2264},    {"lsaquo", 0x2039}, {"lsquo", 0x2018}, {"lt", '<'},
    {"mdash", 0x2014},  {"micro", 0xb5},   {"middot", 0xb7},   {"minus", 0x2212}, {"nbsp", 0xa0},
    {"ndash", 0x2013},  {"ne", 0x2260},    {"plusmn", 0xb1},   {"pound", 0xa3},   {"quot", '"'},
    {"rArr", 0x21d2},   {"raquo", 0xbb},   {"rarr", 0x2192},   {"rdquo", 0x201d}, {"reg", 0xae},
    {"rsaquo", 0x203a}, {"rsquo", 0x2019}, {"sbquo", 0x201a},  {"sect", 0xa7},    {"shy", 0xad},
    {"thinsp", 0x2009}, {"times", 0xd7},   {"trade", 0x2122},  {"yen", 0xa5},     {"zwj", 0x200d},
    {"zwnj", 0x200c},
};
static_assert(std::is_sorted(std::begin(kNamed), std::end(kNamed),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

char32_t numbered_character(std::string_view digits) {
  int base = 10;
  if (!digits.empty() && (digits[0] == 'x' || digits[0] == 'X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  if (digits.empty() || digits.size() > 7) return 0;
  char32_t value = 0;
  for (const char c : digits) {
    const int digit = digit_of(c);
    if (digit >= base) return 0;
    value = value * char32_t(base) + char32_t(digit);
  }
  if (value == 0 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return 0xfffd;
  return value;
}

char32_t named(std::string_view name) {
  const auto* found = std::lower_bound(std::begin(kNamed), std::end(kNamed), name,
                                       [](const auto& n, auto key) { return n.name < key; });
  return found != std::end(kNamed) && found->name == name ? found->character : 0;
}

}  // namespace

CharacterFolding folding_of(char32_t c) {
  constexpr CharacterFolding blank{Folding::blank}, hidden{Folding::hidden}, drop{Folding::drop};
  if (c >= 0x2000 && c <= 0x206f) {
    if (c <= 0x200a) return blank;
    if (c <= 0x200f) return hidden;
    switch (c) {
      case 0x2010:
      case 0x2011:
      case 0x2012:
      case 0x2013:
        return {Folding::text, "-"};
      case 0x2014:
      case 0x2015:
        return {Folding::dash};
      case 0x2018:
      case 0x2019:
      case 0x201a:
      case 0x201b:
      case 0x2032:
      case 0x2035:
      case 0x2039:
      case 0x203a:
        return {Folding::text, "'"};
      case 0x201c:
      case 0x201d:
      case 0x201e:
      case 0x201f:
      case 0x2033:
      case 0x2036:
        return {Folding::text, "\""};
      case 0x2028:
      case 0x2029:
      case 0x202f:
      case 0x205f:
        return blank;
      case 0x2044:
        return {Folding::text, "/"};
      default:
        break;
    }
    const bool invisible = (c >= 0x202a && c <= 0x202e) || c >= 0x2060;
    return invisible ? hidden : CharacterFolding{};
  }
  if (c >= 0x80 && c <= 0x9f) return c == 0x85 ? blank : hidden;
  switch (c) {
    case 0xa0:
    case 0x1680:
    case 0x3000:
      return blank;
    case 0xa9:
    case 0xad:
    case 0xae:
    case 0x2120:
    case 0x2122:
      return drop;
    case 0xab:
    case 0xbb:
    case 0x301d:
    case 0x301e:
    case 0x301f:
      return {Folding::text, "\""};
    case 0xb4:
      return {Folding::accent};
    case 0xbc:
      return {Folding::text, "0.25"};
    case 0xbd:
      return {Folding::text, "0.5"};
    case 0xbe:
      return {Folding::text, "0.75"};
    case 0xd7:
      return {Folding::text, "x"};
    case 0x2bc:
    case 0xff07:
      return {Folding::text, "'"};
    case 0x2d7:
    case 0x2212:
    case 0xfe63:
    case 0xff0d:
      return {Folding::text, "-"};
    case 0x2e3a:
    case 0x2e3b:
      return {Folding::dash};
    case 0x2190:
    case 0x21d0:
    case 0x27f5:
      return {Folding::text, "<-"};
    case 0x2192:
    case 0x21a6:
    case 0x21d2:
    case 0x21e8:
    case 0x2794:
    case 0x2799:
    case 0x279b:
    case 0x279c:
    case 0x279d:
    case 0x279e:
    case 0x27a1:
    case 0x27f6:
    case 0x27f9:
    case 0x2b95:
      return {Folding::text, "->"};
    case 0x2194:
    case 0x21d4:
    case 0x27f7:
      return {Folding::text, "<->"};
    case 0x2260:
      return {Folding::text, "!="};
    case 0x2264:
    case 0x2a7d:
      return {Folding::text, "<="};
    case 0x2265:
    case 0x2a7e:
      return {Folding::text, ">="};
    case 0x180e:
    case 0xfeff:
      return hidden;
    default:
      return {};
  }
}

char32_t windows_punctuation(unsigned char byte) {
  switch (byte) {
    case 0x85:
      return 0x2026;
    case 0x91:
      return 0x2018;
    case 0x92:
      return 0x2019;
    case 0x93:
      return 0x201c;
    case 0x94:
      return 0x201d;
    case 0x95:
      return 0x2022;
    case 0x96:
      return 0x2013;
    case 0x97:
      return 0x2014;
    case 0xa0:
      return 0xa0;
    default:
      return 0;
  }
}

CharacterReference character_reference(std::string_view text) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view name = text.substr(1, end - 1);
  const char32_t character = name[0] == '#' ? numbered_character(name.substr(1)) : named(name);
  return character == 0 ? CharacterReference{}
                        : CharacterReference{character, std::uint32_t(end + 1)};
}

}  // namespace assay
