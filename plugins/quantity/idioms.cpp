#include "idioms.h"

#include <algorithm>

#include "measure.h"

namespace quantity {
namespace {

using assay::Gap;
using assay::WordClass;

// "by half", "by a third"
std::optional<Amount> by_part(const Lexed& lexed, std::uint32_t at, std::uint32_t word,
                              double value) {
  if (at == 0 || value >= 1) return std::nullopt;
  // "by half a million"
  const bool article = lexed.is_article(word + 1);
  if (lexed.is(word + 1 + article, Role::magnitude)) return std::nullopt;
  const bool thirds = lexed.word(word)->plural && !lexed.is(word, "quarters") && word > at;
  if (!lexed.is(at - 1, "by") && !(lexed.is(at - 1, "in") && lexed.is(word, "half")) && !thirds) {
    return std::nullopt;
  }
  return made({at, word + 1}, Dimension::percent, 100 * value);
}

// "a quarter of a second", "two thousandths of a second", "half an hour", "a third of the cost"
std::optional<Amount> part(const Lexed& lexed, std::uint32_t at) {
  double times = 1;
  std::uint32_t word = at;
  const Word* first = lexed.word(at);
  if (lexed.is_article(at) && lexed.follows(at + 1)) {
    ++word;
  } else if (first != nullptr && first->role == Role::small && lexed.follows(at + 1)) {
    times = first->value;
    ++word;
  }
  if (!lexed.is(word, Role::part)) return std::nullopt;
  const double value = times * lexed.word(word)->value;
  std::uint32_t next = word + 1;
  if (!lexed.follows(next)) return by_part(lexed, at, word, value);
  if (lexed.is(next, "of")) ++next;
  if (lexed.is_article(next) || lexed.is(next, "one")) ++next;
  const Word* measure = unit_at(lexed, next);
  if (measure != nullptr && lexed.follows(next) &&
      (measure->dimension == Dimension::duration || measure->dimension == Dimension::bytes) &&
      measure->spelt && (lexed.is(word, "half") || next > word + 1)) {
    Amount amount = made({at, next + 1}, measure->dimension, value * measure->value);
    return with_per(lexed, amount);
  }
  if (value >= 1) return std::nullopt;
  constexpr std::string_view kBehind[] = {"of", "off", "less", "fewer", "cheaper", "lower", "more"};
  const std::string_view behind = lexed.text(word + 1);
  const bool share = std::find(std::begin(kBehind), std::end(kBehind), behind) != std::end(kBehind);
  const bool half_the = lexed.is(word, "half") && lexed.is(word + 1, "the");
  if ((share && (word > at || lexed.is(word, "half"))) || half_the) {
    if (lexed.is(next, Role::magnitude)) return std::nullopt;
    return made({at, word + 1}, Dimension::percent, 100 * value);
  }
  return by_part(lexed, at, word, value);
}

// "7/365 of the volume"
std::optional<Amount> fraction(const Lexed& lexed, std::uint32_t at) {
  if (!lexed.is_number(at) || !lexed.is_number(at + 1) || lexed.before(at + 1) != "/") {
    return std::nullopt;
  }
  const double whole = value_of(lexed.text(at + 1));
  const double part = value_of(lexed.text(at));
  if (!lexed.is(at + 2, "of") || part >= whole) return std::nullopt;
  return made({at, at + 2}, Dimension::percent, 100 * part / whole);
}

// "2h30m", of which "h30m" is one word
std::optional<Amount> hours_and_minutes(const Lexed& lexed, std::uint32_t at) {
  if (!lexed.is_number(at) || !lexed.glued(at + 1)) return std::nullopt;
  const std::string_view rest = lexed.text(at + 1);
  const double size = rest[0] == 'h' ? 3600 : rest[0] == 'm' ? 60 : 0;
  const std::size_t end = rest.find_first_not_of("0123456789", 1);
  if (size == 0 || end == 1 || end > 3) return std::nullopt;
  const std::string_view unit = rest.substr(end);
  const bool known = size == 3600 ? unit == "m" || unit == "min" : unit == "s" || unit == "sec";
  if (!known) return std::nullopt;
  return made({at, at + 2}, Dimension::duration,
              value_of(lexed.text(at)) * size + value_of(rest.substr(1, end - 1)) * size / 60);
}

// "single-digit milliseconds"
std::optional<Amount> digits_named(const Lexed& lexed, std::uint32_t at) {
  double low = 0;
  if (lexed.is(at, "single")) low = 1;
  if (lexed.is(at, "double") || lexed.is(at, "two")) low = 10;
  if (lexed.is(at, "triple") || lexed.is(at, "three")) low = 100;
  if (low == 0 || !lexed.follows(at + 1)) return std::nullopt;
  if (!lexed.is(at + 1, "digit") && !lexed.is(at + 1, "digits")) return std::nullopt;
  const Word* word = unit_at(lexed, at + 2);
  if (word == nullptr || !lexed.follows(at + 2)) return std::nullopt;
  Amount amount = made({at, at + 3}, word->dimension, low * word->value);
  amount.high = 10 * low * word->value - word->value;
  amount.vague = true;
  return amount;
}

// "sub-second", "submillisecond"
std::optional<Amount> below_one(const Lexed& lexed, std::uint32_t at) {
  if (lexed.is(at, "sub") && lexed.follows(at + 1)) {
    if (const Word* word = unit_at(lexed, at + 1, Dimension::duration)) {
      Amount amount = made({at, at + 2}, Dimension::duration, word->value);
      amount.low = 0;
      return amount;
    }
  }
  double value = 0;
  if (lexed.is(at, "subsecond")) value = 1;
  if (lexed.is(at, "submillisecond")) value = 1e-3;
  if (lexed.is(at, "subminute")) value = 60;
  if (value == 0) return std::nullopt;
  Amount amount = made({at, at + 1}, Dimension::duration, value);
  amount.low = 0;
  return amount;
}

// "nightly", "every hour", "each night", "once a day"
std::optional<Amount> interval(const Lexed& lexed, std::uint32_t at) {
  std::optional<Amount> amount;
  if (lexed.is(at, Role::often)) {
    if (lexed.is(at + 1, "active")) return std::nullopt;
    amount = made({at, at + 1}, Dimension::duration, lexed.word(at)->value);
  } else if (lexed.is(at, "every") || lexed.is(at, "each")) {
    const std::uint32_t next = lexed.is(at + 1, "other") ? at + 2 : at + 1;
    const Word* word = unit_at(lexed, next, Dimension::duration);
    if (word == nullptr || !lexed.follows(next)) return std::nullopt;
    if (lexed.is(next, "second") && lexed.follows(next + 1) && lexed.is_content(next + 1)) {
      return std::nullopt;
    }
    amount = made({at, next + 1}, Dimension::duration, word->value * (next - at));
  } else if (lexed.is(at, "once") || lexed.is(at, "twice")) {
    const auto per = per_at(lexed, at + 1, false);
    if (!per || per->per.kind != PerKind::time) return std::nullopt;
    amount =
        made({at, per->last}, Dimension::duration, per->per.size / (lexed.is(at, "twice") ? 2 : 1));
  }
  if (amount) amount->interval = true;
  return amount;
}

// "under a second", "takes an hour"
std::optional<Amount> single_unit(const Lexed& lexed, std::uint32_t at) {
  if (!lexed.is_article(at) || !lexed.follows(at + 1)) return std::nullopt;
  const Word* word = unit_at(lexed, at + 1);
  if (word == nullptr || !word->spelt || word->plural) return std::nullopt;
  if (word->dimension != Dimension::duration && word->dimension != Dimension::bytes) {
    return std::nullopt;
  }
  if (lexed.is(at + 1, "second") && lexed.follows(at + 2) && lexed.is_content(at + 2)) {
    return std::nullopt;
  }
  const bool opens = at == 0 || lexed.token(at).gap >= Gap::comma;
  if (!opens) {
    const auto classes = lexed.token(at - 1).classes;
    const bool leads = has(classes, WordClass::preposition) || has(classes, WordClass::verb) ||
                       has(classes, WordClass::auxiliary) || has(classes, WordClass::conjunction) ||
                       has(classes, WordClass::adverb) || lexed.is(at - 1, "<") ||
                       lexed.is(at - 1, "than") || lexed.is(at - 1, "under") ||
                       lexed.is(at - 1, "within") || lexed.is(at - 1, "below");
    if (!leads || lexed.is(at - 1, "once") || lexed.is(at - 1, "as")) return std::nullopt;
  }
  Numeral one{{at, at + 1}, 1, 1};
  return in_unit(lexed, one, at + 1);
}

// "in milliseconds", "minutes or hours", "millisecond latency"
std::optional<Amount> bare_unit(const Lexed& lexed, std::uint32_t at) {
  const Word* word = unit_at(lexed, at);
  if (word == nullptr || !word->spelt) return std::nullopt;
  if (word->dimension != Dimension::duration && word->dimension != Dimension::bytes) {
    return std::nullopt;
  }
  if (!word->plural) {
    if (!lexed.follows(at + 1)) return std::nullopt;
    const std::string_view next = lexed.text(at + 1);
    const bool level = next == "latency" || next == "latencies" || next == "level" ||
                       next == "scale" || next == "range" || next == "old";
    if (!level) return std::nullopt;
  }
  Amount amount = made({at, at + 1}, word->dimension, word->value);
  amount.high = word->value * (word->value < 1 ? 999 : word->value < 3600 ? 59.9 : 23.9);
  if (word->dimension == Dimension::bytes) amount.high = word->value * 999;
  amount.bare = true;
  return amount;
}

}  // namespace

std::optional<Amount> idiom_at(const Lexed& lexed, std::uint32_t at) {
  for (const auto read :
       {fraction, hours_and_minutes, part, digits_named, below_one, interval, single_unit}) {
    if (const auto amount = read(lexed, at)) return amount;
  }
  if (lexed.is(at, "halved") || lexed.is(at, "halving")) {
    return made({at, at + 1}, Dimension::percent, 50);
  }
  if (lexed.is(at, Role::fold)) {
    return made({at, at + 1}, Dimension::factor, lexed.word(at)->value);
  }
  return bare_unit(lexed, at);
}

}  // namespace quantity
