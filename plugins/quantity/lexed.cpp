#include "lexed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace quantity {

using assay::Gap;
using assay::Token;
using assay::TokenKind;
using assay::WordClass;

namespace {

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

double value_of(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (c != ',' && c != ' ' && c != '_' && c != '\'') digits += c;
  }
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec == std::errc::result_out_of_range) {
    return digits.find("e-") == std::string::npos ? 1e308 : 0;
  }
  return result.ec == std::errc() ? value : 0;
}

Lexed::Lexed(const assay::Document& document) : document_(document), tokens_(document.tokens()) {
  words_.reserve(tokens_.size());
  for (const Token& token : tokens_) {
    // A symbol of several bytes, as the euro's, has the identity of an arrow.
    words_.push_back(token.kind == TokenKind::number ? nullptr
                     : token.kind == TokenKind::symbol
                         ? word_named(assay::identity_of(document.text(token)))
                         : word_named(token.word));
  }
  barred_.resize(tokens_.size());
  bar_names();
}

bool Lexed::is_content(std::uint32_t at) const {
  constexpr auto kFunctionWords =
      std::uint32_t(WordClass::determiner) | std::uint32_t(WordClass::pronoun) |
      std::uint32_t(WordClass::preposition) | std::uint32_t(WordClass::conjunction) |
      std::uint32_t(WordClass::auxiliary) | std::uint32_t(WordClass::modal) |
      std::uint32_t(WordClass::negator) | std::uint32_t(WordClass::interrogative);
  return at < words_.size() && tokens_[at].kind == TokenKind::word &&
         (tokens_[at].classes & kFunctionWords) == 0;
}

std::string_view Lexed::before(std::uint32_t at) const {
  if (at == 0) return document_.text().substr(0, tokens_[0].text_begin);
  const std::uint32_t end = tokens_[at - 1].text_end;
  return document_.text().substr(end, tokens_[at].text_begin - end);
}

bool Lexed::is_capital(std::uint32_t at) const {
  const std::string_view written = document_.original(tokens_[at].span);
  return !written.empty() && written[0] >= 'A' && written[0] <= 'Z';
}

bool Lexed::has_slash(std::uint32_t at) const {
  return at < words_.size() && at > 0 && tokens_[at].gap <= Gap::space &&
         before(at).find('/') != std::string_view::npos;
}

// Whether a unit or a magnitude stands behind the number, or money's sign before it.
bool Lexed::measured(std::uint32_t at) const {
  if (at > 0 && follows(at) && word(at - 1) != nullptr &&
      word(at - 1)->dimension == Dimension::money) {
    return true;
  }
  const Word* next = follows(at + 1) ? word(at + 1) : nullptr;
  if (next == nullptr) return false;
  return next->role == Role::unit || next->role == Role::magnitude || next->role == Role::rate;
}

bool Lexed::is_year(std::uint32_t at) const {
  const std::string_view digits = text(at);
  if (digits.size() != 4) return false;
  const double value = value_of(digits);
  if (value < 1900 || value > 2099) return false;
  if (measured(at)) {
    // "the 1990s"
    return glued(at + 1) && is(at + 1, "s") && int(value) % 10 == 0;
  }
  const bool round = int(value) % 100 == 0 || value == 2048;
  if (!round || !follows(at + 1) || !is_content(at + 1)) return true;
  return at > 0 && one_of(text(at - 1), {"in", "since", "until", "by", "during"});
}

bool Lexed::names_something(std::uint32_t at) const {
  const Token& token = tokens_[at];
  const std::string_view next = at + 1 < words_.size() ? before(at + 1) : std::string_view();
  const bool opens = token.gap == Gap::stop || at == 0;
  if (is_year(at)) return true;
  if (follows(at + 1) && is(at + 1, Role::clock)) return true;
  if (follows(at + 1) && (is(at + 1, Role::month) || (is(at + 1, "may") && is_capital(at + 1)))) {
    return true;
  }
  if (glued(at + 1) && is(at + 1, "s") && at > 0 && is(at - 1, "the") && text(at).ends_with("0")) {
    return true;  // "the 90s"
  }
  if (glued(at + 1) && is(at + 1, "xx")) return true;  // "5xx"
  if (measured(at)) return false;
  // "1. Use a key", "2) Merge"
  if (opens && text(at).size() <= 2 && (next.starts_with(". ") || next.starts_with(") "))) {
    return true;
  }
  if (opens) return false;
  const std::string_view gap = before(at);
  const bool bracketed = gap.ends_with("(") || gap.ends_with("[");
  if (bracketed && text(at).size() <= 2 && (next.starts_with(")") || next.starts_with("]"))) {
    return true;  // "(1)"
  }
  if (is(at - 1, "#")) return true;
  if (gap == "/" || gap.ends_with(" /"))
    return !is_number(at - 1) && !(follows(at + 1) && is_content(at + 1));
  if (token.gap > Gap::quote) return false;
  if (is(at - 1, Role::ordinal_of)) return true;
  if (is(at - 1, Role::month) && !is_content(at + 1)) return true;
  if (tokens_[at - 1].kind != TokenKind::word || !is_content(at - 1)) return false;
  if (is(at - 1, "sub") || is(at - 1, Role::tens) || is(at - 1, Role::magnitude)) return false;
  if (token.gap == Gap::hyphen || token.gap == Gap::joiner) return true;  // "utf-8"
  // "Spark 3.5", "Redis 7"
  const bool inside = tokens_[at - 1].gap != Gap::stop && tokens_[at - 1].gap != Gap::colon;
  return is_capital(at - 1) && value_of(text(at)) < 100 && (inside || !tokens_[at - 1].known) &&
         !is_content(at + 1);
}

void Lexed::bar_names() {
  for (std::uint32_t at = 0; at < size(); ++at) {
    if (tokens_[at].kind != TokenKind::number) continue;
    barred_[at] = names_something(at);
    if (at == 0 || !is_number(at - 1)) continue;
    const std::string_view gap = before(at);
    // "10:30", "24/7", and "2024-05-12", of which three or more hang together.
    const bool ratio = gap == ":" || (gap == "/" && !is(at + 1, "of"));
    const bool date = gap == "-" &&
                      ((at > 1 && is_number(at - 2) && before(at - 1) == "-") ||
                       text(at - 1).size() + text(at).size() == 6) &&
                      (at > 1 && is_number(at - 2) && before(at - 1) == "-"
                           ? true
                           : value_of(text(at - 1)) >= 1900 && value_of(text(at - 1)) < 2100 &&
                                 text(at - 1).size() == 4);
    if (ratio || date) {
      barred_[at] = barred_[at - 1] = true;
      if (date && at > 1 && is_number(at - 2) && before(at - 1) == "-") barred_[at - 2] = true;
    }
  }
}

}  // namespace quantity
