#include "text/numbers.h"

#include <charconv>
#include <string>

#include "text/ascii.h"
#include "text/identity.h"

namespace assay {
namespace {

bool is_letter_or_digit(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c & 0x80) != 0 || c == '_';
}
bool is_group_mark(char c) { return c == ',' || c == ' ' || c == '_' || c == '\''; }

char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

std::size_t digits_from(std::string_view text, std::size_t i) {
  std::size_t n = 0;
  while (is_ascii_digit(at(text, i + n))) ++n;
  return n;
}

constexpr std::size_t kMostGroups = 12;  // more are a list

// Where the groups of three that begin with `mark` at `i` end; `i` itself where there are none.
std::size_t groups_from(std::string_view text, std::size_t i, char mark) {
  std::size_t end = i;
  while (at(text, end) == mark && digits_from(text, end + 1) == 3) {
    end += 4;
    if (end - i > 4 * kMostGroups) return i;
  }
  return end;
}

// Blanks divide other things too ("status 404 500"), so what they group has to look round.
bool looks_round(std::string_view digits, std::size_t leading) {
  return digits.ends_with("000") || (leading <= 2 && digits.ends_with("00"));
}

std::string without_marks(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (!is_group_mark(c)) digits += c;
  }
  return digits;
}

}  // namespace

NumberExtent number_extent(std::string_view text) {
  std::size_t end = digits_from(text, 0);
  if (end == 0) {
    if (at(text, 0) != '.' || !is_ascii_digit(at(text, 1))) return {};
  } else if (end <= 3 && is_group_mark(at(text, end))) {
    const char mark = text[end];
    const std::size_t groups = groups_from(text, end, mark);
    const bool clean = !is_letter_or_digit(at(text, groups)) || mark == ',' || mark == '\'';
    if (groups > end && clean && (mark != ' ' || looks_round(text.substr(0, groups), end))) {
      end = groups;
    }
  }
  int fractions = 0;
  while (at(text, end) == '.' && is_ascii_digit(at(text, end + 1))) {
    end += 1 + digits_from(text, end + 1);
    ++fractions;
  }
  if (fractions > 1) return {std::uint32_t(end), false};
  if (at(text, end) == 'e') {
    const std::size_t sign = at(text, end + 1) == '-' || at(text, end + 1) == '+' ? 1 : 0;
    const std::size_t digits = digits_from(text, end + 1 + sign);
    const std::size_t after = end + 1 + sign + digits;
    if (digits > 0 && !is_letter_or_digit(at(text, after))) end = after;
  }
  return {std::uint32_t(end), true};
}

double number_value(std::string_view token_text) {
  const std::string digits = without_marks(token_text);
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec == std::errc::result_out_of_range) {
    return digits.find("e-") == std::string::npos ? 1e308 : 0;
  }
  return result.ec == std::errc() ? value : 0;
}

std::uint64_t number_identity(std::string_view token_text) {
  for (const char c : token_text) {
    if (is_group_mark(c)) return hash_word(without_marks(token_text));
  }
  return hash_word(token_text);
}

}  // namespace assay
