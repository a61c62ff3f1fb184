#include "measure.h"

#include <algorithm>
#include <cmath>

namespace quantity {

using assay::Gap;
using assay::TokenRange;
using assay::WordClass;

const Word* unit_at(const Lexed& lexed, std::uint32_t at) {
  return lexed.is(at, Role::unit) ? lexed.word(at) : nullptr;
}

const Word* unit_at(const Lexed& lexed, std::uint32_t at, Dimension dimension) {
  const Word* word = unit_at(lexed, at);
  return word != nullptr && word->dimension == dimension ? word : nullptr;
}

Amount made(TokenRange range, Dimension dimension, double value) {
  Amount amount;
  amount.range = amount.number = range;
  amount.dimension = dimension;
  amount.low = amount.high = value;
  return amount;
}

Amount made(const Numeral& number, std::uint32_t last, Dimension dimension, double size) {
  Amount amount;
  amount.number = number.range;
  amount.range = {number.range.first, last};
  amount.dimension = dimension;
  amount.unit = size;
  amount.low = std::min(number.low * size, 1e308);
  amount.high = std::min(number.high * size, 1e308);
  amount.vague = number.vague;
  amount.magnitude = number.magnitude;
  return amount;
}

namespace {

constexpr std::uint32_t kLongestNoun = 5;  // words between a number and its "per second"

// "100 events per user per day"
Amount and_per_time(const Lexed& lexed, Amount amount) {
  if (amount.per.kind != PerKind::thing) return amount;
  const auto per = per_at(lexed, amount.range.last, false);
  if (per && per->per.kind == PerKind::time) {
    amount.per = per->per;
    amount.range.last = per->last;
  }
  return amount;
}

Amount per_time(const Numeral& number, const PerAt& per) {
  Amount rate = made(number, per.last, Dimension::count, 1);
  rate.per = per.per;
  return rate;
}

// Whether the unit's word is one there: no "us" of people, no second place.
bool is_unit(const Lexed& lexed, const Numeral& number, std::uint32_t at) {
  if (lexed.is(at, "us")) return lexed.glued(at);
  const bool short_letter = lexed.text(at).size() == 1 && !lexed.word(at)->spelt;
  if (short_letter && lexed.token(at).kind == assay::TokenKind::word) {
    return lexed.is_number(number.range.last - 1) && lexed.token(at).gap <= Gap::space;
  }
  return lexed.token(at).gap != Gap::quote;
}

std::optional<Amount> minutes_or_metres(const Lexed& lexed, const Numeral& number,
                                        std::uint32_t at) {
  const bool length = at + 1 < lexed.size() && (is_of_length(lexed.text(at + 1)) ||
                                                (!lexed.glued(at) && lexed.is(at + 1, "of")));
  if (length || !lexed.is_number(number.range.last - 1)) return std::nullopt;
  return with_per(lexed, made(number, at + 1, Dimension::duration, 60));
}

std::optional<Amount> plain(const Numeral& number) {
  if (number.one || (number.vague && !number.magnitude)) return std::nullopt;
  return made(number, number.range.last, Dimension::number, 1);
}

// A number of things, with what they are per, if that stands within a few words.
std::optional<Amount> of_things(const Lexed& lexed, const Numeral& number, std::uint32_t at) {
  std::uint32_t noun = at;
  bool comma = false;  // "inserts, updates and deletes a second"
  for (std::uint32_t last = at; last <= at + kLongestNoun && last < lexed.size(); ++last) {
    if (const auto per = per_at(lexed, last, false); per && !comma) {
      Amount amount = made(number, per->last, Dimension::count, 1);
      amount.per = per->per;
      amount.named = noun > at;
      return and_per_time(lexed, amount);
    }
    comma |= last > at && lexed.token(last).gap == Gap::comma && lexed.is_content(last);
    if ((!lexed.follows(last) && !comma) || lexed.is_number(last)) break;
    if (lexed.is(last, Role::small) || lexed.is(last, Role::tens)) break;
    if (last > at && (lexed.is(last, "and") || lexed.is(last, "or"))) {
      comma = false;
      continue;
    }
    const auto classes = lexed.token(last).classes;
    if (has(classes, WordClass::conjunction) || has(classes, WordClass::auxiliary) ||
        has(classes, WordClass::modal) || has(classes, WordClass::pronoun) ||
        has(classes, WordClass::negator)) {
      break;
    }
    if (lexed.token(last).kind != assay::TokenKind::word) break;
    if (noun == last && lexed.is_content(last)) noun = last + 1;
  }
  const bool named = noun > at && lexed.token(at).gap != Gap::joiner && !lexed.is(at, "x");
  if (!named) return plain(number);
  if (number.one) return std::nullopt;
  Amount amount = made(number, at + 1, Dimension::count, 1);
  amount.named = true;
  return amount;
}

}  // namespace

Amount with_per(const Lexed& lexed, Amount amount) {
  std::uint32_t at = amount.range.last;
  auto per = per_at(lexed, at, true);
  // "$6.25 scanned per TB" is left, "500 b payload each" is not.
  if (!per && lexed.follows(at) && lexed.is_content(at)) {
    per = per_at(lexed, at + 1, false);
    if (per && (lexed.is(at + 1, Role::often) || lexed.word(at) != nullptr)) per.reset();
  }
  if (per) {
    amount.per = per->per;
    amount.range.last = per->last;
  }
  return and_per_time(lexed, amount);
}

std::optional<Amount> in_unit(const Lexed& lexed, const Numeral& number, std::uint32_t at) {
  const Word& word = *lexed.word(at);
  Amount amount = made(number, at + 1, word.dimension, word.value);
  if (word.dimension == Dimension::percent) return amount;
  if (word.dimension == Dimension::duration) {
    // "an hour and a half"
    if (lexed.is(at + 1, "and") && lexed.is(at + 2, "a") && lexed.is(at + 3, "half")) {
      amount.low += word.value / 2;
      amount.high += word.value / 2;
      amount.range.last = at + 4;
      return amount;
    }
  }
  return with_per(lexed, amount);
}

std::optional<Amount> money_first(const Lexed& lexed, std::uint32_t at) {
  const Word* sign = unit_at(lexed, at, Dimension::money);
  if (sign == nullptr || !lexed.follows(at + 1) || !lexed.is_number(at + 1)) {
    return std::nullopt;
  }
  const std::optional<Numeral> number = numeral_at(lexed, at + 1);
  if (!number) return std::nullopt;
  std::uint32_t last = number->range.last;
  if (unit_at(lexed, last, Dimension::money) != nullptr && lexed.follows(last) &&
      !lexed.is_number(last + 1)) {
    ++last;  // "$5 usd"
  }
  Amount amount = made(*number, last, Dimension::money, sign->value);
  amount.range.first = at;
  return with_per(lexed, amount);
}

std::optional<Amount> measured(const Lexed& lexed, const Numeral& number) {
  std::uint32_t at = number.range.last;
  const bool plus =
      lexed.is(at, "+") && lexed.token(at).gap == Gap::none && !lexed.is_number(at + 1);
  if (plus) ++at;  // "10+ users"
  const bool bracket = at < lexed.size() && lexed.token(at).gap == Gap::bracket;
  const bool goes_on = lexed.follows(at) || (bracket && unit_at(lexed, at) != nullptr);
  if (!goes_on) return plain(number);
  const Word* word = lexed.word(at);
  if (lexed.has_slash(at)) return of_things(lexed, number, at);
  if (word != nullptr && word->role == Role::rate) {
    Amount rate = made(number, at + 1, word->dimension, word->value);
    rate.per = {PerKind::time, word->more};
    return rate;
  }
  if (word != nullptr && word->role == Role::unit && is_unit(lexed, number, at)) {
    return in_unit(lexed, number, at);
  }
  if (lexed.is(at, "m") && !word->spelt) return minutes_or_metres(lexed, number, at);
  if (lexed.is(at, "b") && lexed.is_number(number.range.first)) {
    return with_per(lexed, made(number, at + 1, Dimension::bytes, 1));
  }
  if (lexed.is(at, "per") && lexed.is(at + 1, "cent")) {
    return made(number, at + 2, Dimension::percent, 1);
  }
  if (lexed.is(at, "percentage") && lexed.is(at + 1, "points")) {
    return made(number, at + 2, Dimension::percent, 1);
  }
  if (lexed.is(at, "nines")) {
    const double nines = 100 - 100 * std::pow(10.0, -std::min(number.low, 15.0));
    return made({number.range.first, at + 1}, Dimension::percent, nines);
  }
  const bool x = lexed.is(at, "x") && lexed.glued(at) && !lexed.is(at + 1, "$") &&
                 !(lexed.follows(at + 1) && lexed.is_number(at + 1));
  if (lexed.is(at, "fold") || x) {
    // "1x per day"
    if (const auto per = per_at(lexed, at + 1, false); per && x) {
      return per_time(number, *per);
    }
    return made(number, at + 1, Dimension::factor, 1);
  }
  if (lexed.is(at, "times")) {
    if (const auto per = per_at(lexed, at + 1, false)) return per_time(number, *per);
    if (lexed.is_number(at + 1)) return plain(number);
    return made(number, at + 1, Dimension::factor, 1);
  }
  return of_things(lexed, number, at);
}

}  // namespace quantity
