#include "amounts.h"

#include <algorithm>
#include <cmath>

namespace quantity {
namespace {

using assay::Gap;
using assay::TokenRange;
using assay::WordClass;

constexpr std::uint32_t kLongestNoun = 5;  // words between a number and its "per second"

class Reader {
 public:
  explicit Reader(const Lexed& lexed) : lexed_(lexed) {}

  std::vector<Amount> all() {
    for (std::uint32_t at = 0; at < lexed_.size();) {
      const std::optional<Amount> amount = read(at);
      if (!amount) {
        ++at;
        continue;
      }
      at = std::max(amount->range.last, at + 1);
      if (continues(*amount)) {
        amounts_.back().low += amount->low;
        amounts_.back().high += amount->high;
        amounts_.back().range.last = amount->range.last;
      } else {
        amounts_.push_back(*amount);
        share_unit();
      }
    }
    return std::move(amounts_);
  }

 private:
  const Word* unit(std::uint32_t at) const {
    return lexed_.is(at, Role::unit) ? lexed_.word(at) : nullptr;
  }
  const Word* unit(std::uint32_t at, Dimension dimension) const {
    const Word* word = unit(at);
    return word != nullptr && word->dimension == dimension ? word : nullptr;
  }

  std::optional<Amount> read(std::uint32_t at) const {
    if (lexed_.is_number(at) && lexed_.barred(at)) return std::nullopt;
    if (const auto amount = money_first(at)) return amount;
    if (const auto amount = fraction(at)) return amount;
    if (const auto amount = hours_and_minutes(at)) return amount;
    if (const auto amount = part(at)) return amount;
    if (const auto number = numeral_at(lexed_, at)) return measured(*number);
    if (const auto amount = digits_named(at)) return amount;
    if (const auto amount = below_one(at)) return amount;
    if (const auto amount = interval(at)) return amount;
    if (const auto amount = single_unit(at)) return amount;
    if (lexed_.is(at, "halved") || lexed_.is(at, "halving")) {
      return made({at, at + 1}, Dimension::percent, 50);
    }
    if (lexed_.is(at, Role::fold)) {
      return made({at, at + 1}, Dimension::factor, lexed_.word(at)->value);
    }
    return bare_unit(at);
  }

  static Amount made(TokenRange range, Dimension dimension, double value) {
    Amount amount;
    amount.range = amount.number = range;
    amount.dimension = dimension;
    amount.low = amount.high = value;
    return amount;
  }

  static Amount made(const Numeral& number, std::uint32_t last, Dimension dimension, double size) {
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

  Amount with_per(Amount amount, bool of_things = true) const {
    std::uint32_t at = amount.range.last;
    auto per = per_at(lexed_, at, of_things);
    // "$6.25 scanned per TB" is left, "500 b payload each" is not.
    if (!per && of_things && lexed_.follows(at) && lexed_.is_content(at)) {
      per = per_at(lexed_, at + 1, false);
      if (per && (lexed_.is(at + 1, Role::often) || lexed_.word(at) != nullptr)) per.reset();
    }
    if (per) {
      amount.per = per->per;
      amount.range.last = per->last;
    }
    return and_per_time(amount);
  }

  // "$500k", "eur 3 a day"
  std::optional<Amount> money_first(std::uint32_t at) const {
    const Word* sign = unit(at, Dimension::money);
    if (sign == nullptr || !lexed_.follows(at + 1) || !lexed_.is_number(at + 1)) {
      return std::nullopt;
    }
    const std::optional<Numeral> number = numeral_at(lexed_, at + 1);
    if (!number) return std::nullopt;
    std::uint32_t last = number->range.last;
    if (unit(last, Dimension::money) != nullptr && lexed_.follows(last) &&
        !lexed_.is_number(last + 1)) {
      ++last;  // "$5 usd"
    }
    Amount amount = made(*number, last, Dimension::money, sign->value);
    amount.range.first = at;
    return with_per(amount);
  }

  std::optional<Amount> measured(const Numeral& number) const {
    std::uint32_t at = number.range.last;
    const bool plus =
        lexed_.is(at, "+") && lexed_.token(at).gap == Gap::none && !lexed_.is_number(at + 1);
    if (plus) ++at;  // "10+ users"
    const bool bracket = at < lexed_.size() && lexed_.token(at).gap == Gap::bracket;
    const bool goes_on = lexed_.follows(at) || (bracket && unit(at) != nullptr);
    if (!goes_on) return plain(number);
    const Word* word = lexed_.word(at);
    if (lexed_.has_slash(at)) return of_things(number, at);
    if (word != nullptr && word->role == Role::rate) {
      Amount rate = made(number, at + 1, word->dimension, word->value);
      rate.per = {PerKind::time, word->more};
      return rate;
    }
    if (word != nullptr && word->role == Role::unit && is_unit(number, at)) {
      return in_unit(number, at);
    }
    if (lexed_.is(at, "m") && !word->spelt) return minutes_or_metres(number, at);
    if (lexed_.is(at, "b") && lexed_.is_number(number.range.first)) {
      return with_per(made(number, at + 1, Dimension::bytes, 1));
    }
    if (lexed_.is(at, "per") && lexed_.is(at + 1, "cent")) {
      return made(number, at + 2, Dimension::percent, 1);
    }
    if (lexed_.is(at, "percentage") && lexed_.is(at + 1, "points")) {
      return made(number, at + 2, Dimension::percent, 1);
    }
    if (lexed_.is(at, "nines")) {
      const double nines = 100 - 100 * std::pow(10.0, -std::min(number.low, 15.0));
      return made({number.range.first, at + 1}, Dimension::percent, nines);
    }
    const bool x = lexed_.is(at, "x") && lexed_.glued(at) && !lexed_.is(at + 1, "$") &&
                   !(lexed_.follows(at + 1) && lexed_.is_number(at + 1));
    if (lexed_.is(at, "fold") || x) {
      // "1x per day"
      if (const auto per = per_at(lexed_, at + 1, false); per && x) {
        return per_time(number, *per);
      }
      return made(number, at + 1, Dimension::factor, 1);
    }
    if (lexed_.is(at, "times")) {
      if (const auto per = per_at(lexed_, at + 1, false)) return per_time(number, *per);
      if (lexed_.is_number(at + 1)) return plain(number);
      return made(number, at + 1, Dimension::factor, 1);
    }
    return of_things(number, at);
  }

  static Amount per_time(const Numeral& number, const PerAt& per) {
    Amount rate = made(number, per.last, Dimension::count, 1);
    rate.per = per.per;
    return rate;
  }

  // Whether the unit's word is one there: no "us" of people, no second place.
  bool is_unit(const Numeral& number, std::uint32_t at) const {
    if (lexed_.is(at, "us")) return lexed_.glued(at);
    const bool short_letter = lexed_.text(at).size() == 1 && !lexed_.word(at)->spelt;
    if (short_letter && lexed_.token(at).kind == assay::TokenKind::word) {
      return lexed_.is_number(number.range.last - 1) && lexed_.token(at).gap <= Gap::space;
    }
    return lexed_.token(at).gap != Gap::quote;
  }

  std::optional<Amount> in_unit(const Numeral& number, std::uint32_t at) const {
    const Word& word = *lexed_.word(at);
    Amount amount = made(number, at + 1, word.dimension, word.value);
    if (word.dimension == Dimension::percent) return amount;
    if (word.dimension == Dimension::duration) {
      // "an hour and a half"
      if (lexed_.is(at + 1, "and") && lexed_.is(at + 2, "a") && lexed_.is(at + 3, "half")) {
        amount.low += word.value / 2;
        amount.high += word.value / 2;
        amount.range.last = at + 4;
        return amount;
      }
    }
    return with_per(amount);
  }

  std::optional<Amount> minutes_or_metres(const Numeral& number, std::uint32_t at) const {
    const bool length = at + 1 < lexed_.size() && (is_of_length(lexed_.text(at + 1)) ||
                                                   (!lexed_.glued(at) && lexed_.is(at + 1, "of")));
    if (length || !lexed_.is_number(number.range.last - 1)) return std::nullopt;
    return with_per(made(number, at + 1, Dimension::duration, 60));
  }

  // A number of things, with what they are per, if that stands within a few words.
  std::optional<Amount> of_things(const Numeral& number, std::uint32_t at) const {
    std::uint32_t noun = at;
    bool comma = false;  // "inserts, updates and deletes a second"
    for (std::uint32_t last = at; last <= at + kLongestNoun && last < lexed_.size(); ++last) {
      if (const auto per = per_at(lexed_, last, false); per && !comma) {
        Amount amount = made(number, per->last, Dimension::count, 1);
        amount.per = per->per;
        amount.named = noun > at;
        return and_per_time(amount);
      }
      comma |= last > at && lexed_.token(last).gap == Gap::comma && lexed_.is_content(last);
      if ((!lexed_.follows(last) && !comma) || lexed_.is_number(last)) break;
      if (lexed_.is(last, Role::small) || lexed_.is(last, Role::tens)) break;
      if (last > at && (lexed_.is(last, "and") || lexed_.is(last, "or"))) {
        comma = false;
        continue;
      }
      const auto classes = lexed_.token(last).classes;
      if (has(classes, WordClass::conjunction) || has(classes, WordClass::auxiliary) ||
          has(classes, WordClass::modal) || has(classes, WordClass::pronoun) ||
          has(classes, WordClass::negator)) {
        break;
      }
      if (lexed_.token(last).kind != assay::TokenKind::word) break;
      if (noun == last && lexed_.is_content(last)) noun = last + 1;
    }
    const bool named = noun > at && lexed_.token(at).gap != Gap::joiner && !lexed_.is(at, "x");
    if (!named) return plain(number);
    if (number.one) return std::nullopt;
    Amount amount = made(number, at + 1, Dimension::count, 1);
    amount.named = true;
    return amount;
  }

  // "100 events per user per day"
  Amount and_per_time(Amount amount) const {
    if (amount.per.kind != PerKind::thing) return amount;
    const auto per = per_at(lexed_, amount.range.last, false);
    if (per && per->per.kind == PerKind::time) {
      amount.per = per->per;
      amount.range.last = per->last;
    }
    return amount;
  }

  std::optional<Amount> plain(const Numeral& number) const {
    if (number.one || (number.vague && !number.magnitude)) return std::nullopt;
    return made(number, number.range.last, Dimension::number, 1);
  }

  // "a quarter of a second", "two thousandths of a second", "half an hour", "a third of the cost"
  std::optional<Amount> part(std::uint32_t at) const {
    double times = 1;
    std::uint32_t word = at;
    const Word* first = lexed_.word(at);
    if (lexed_.is_article(at) && lexed_.follows(at + 1)) {
      ++word;
    } else if (first != nullptr && first->role == Role::small && lexed_.follows(at + 1)) {
      times = first->value;
      ++word;
    }
    if (!lexed_.is(word, Role::part)) return std::nullopt;
    const double value = times * lexed_.word(word)->value;
    std::uint32_t next = word + 1;
    if (!lexed_.follows(next)) return by_part(at, word, value);
    if (lexed_.is(next, "of")) ++next;
    if (lexed_.is_article(next) || lexed_.is(next, "one")) ++next;
    const Word* measure = unit(next);
    if (measure != nullptr && lexed_.follows(next) &&
        (measure->dimension == Dimension::duration || measure->dimension == Dimension::bytes) &&
        measure->spelt && (lexed_.is(word, "half") || next > word + 1)) {
      Amount amount = made({at, next + 1}, measure->dimension, value * measure->value);
      return with_per(amount);
    }
    if (value >= 1) return std::nullopt;
    constexpr std::string_view kBehind[] = {"of",      "off",   "less", "fewer",
                                            "cheaper", "lower", "more"};
    const std::string_view behind = lexed_.text(word + 1);
    const bool share =
        std::find(std::begin(kBehind), std::end(kBehind), behind) != std::end(kBehind);
    const bool half_the = lexed_.is(word, "half") && lexed_.is(word + 1, "the");
    if ((share && (word > at || lexed_.is(word, "half"))) || half_the) {
      if (lexed_.is(next, Role::magnitude)) return std::nullopt;
      return made({at, word + 1}, Dimension::percent, 100 * value);
    }
    return by_part(at, word, value);
  }

  // "by half", "by a third"
  std::optional<Amount> by_part(std::uint32_t at, std::uint32_t word, double value) const {
    if (at == 0 || value >= 1) return std::nullopt;
    const bool thirds = lexed_.word(word)->plural && !lexed_.is(word, "quarters") && word > at;
    if (!lexed_.is(at - 1, "by") && !(lexed_.is(at - 1, "in") && lexed_.is(word, "half")) &&
        !thirds) {
      return std::nullopt;
    }
    return made({at, word + 1}, Dimension::percent, 100 * value);
  }

  // "7/365 of the volume"
  std::optional<Amount> fraction(std::uint32_t at) const {
    if (!lexed_.is_number(at) || !lexed_.is_number(at + 1) || lexed_.before(at + 1) != "/") {
      return std::nullopt;
    }
    const double whole = value_of(lexed_.text(at + 1));
    const double part = value_of(lexed_.text(at));
    if (!lexed_.is(at + 2, "of") || part >= whole) return std::nullopt;
    return made({at, at + 2}, Dimension::percent, 100 * part / whole);
  }

  // "2h30m", of which "h30m" is one word
  std::optional<Amount> hours_and_minutes(std::uint32_t at) const {
    if (!lexed_.is_number(at) || !lexed_.glued(at + 1)) return std::nullopt;
    const std::string_view rest = lexed_.text(at + 1);
    const double size = rest[0] == 'h' ? 3600 : rest[0] == 'm' ? 60 : 0;
    const std::size_t end = rest.find_first_not_of("0123456789", 1);
    if (size == 0 || end == 1 || end > 3) return std::nullopt;
    const std::string_view unit = rest.substr(end);
    const bool known = size == 3600 ? unit == "m" || unit == "min" : unit == "s" || unit == "sec";
    if (!known) return std::nullopt;
    return made({at, at + 2}, Dimension::duration,
                value_of(lexed_.text(at)) * size + value_of(rest.substr(1, end - 1)) * size / 60);
  }

  // "single-digit milliseconds"
  std::optional<Amount> digits_named(std::uint32_t at) const {
    double low = 0;
    if (lexed_.is(at, "single")) low = 1;
    if (lexed_.is(at, "double") || lexed_.is(at, "two")) low = 10;
    if (lexed_.is(at, "triple") || lexed_.is(at, "three")) low = 100;
    if (low == 0 || !lexed_.follows(at + 1)) return std::nullopt;
    if (!lexed_.is(at + 1, "digit") && !lexed_.is(at + 1, "digits")) return std::nullopt;
    const Word* word = unit(at + 2);
    if (word == nullptr || !lexed_.follows(at + 2)) return std::nullopt;
    Amount amount = made({at, at + 3}, word->dimension, low * word->value);
    amount.high = 10 * low * word->value - word->value;
    amount.vague = true;
    return amount;
  }

  // "sub-second", "submillisecond"
  std::optional<Amount> below_one(std::uint32_t at) const {
    if (lexed_.is(at, "sub") && lexed_.follows(at + 1)) {
      if (const Word* word = unit(at + 1, Dimension::duration)) {
        Amount amount = made({at, at + 2}, Dimension::duration, word->value);
        amount.low = 0;
        return amount;
      }
    }
    double value = 0;
    if (lexed_.is(at, "subsecond")) value = 1;
    if (lexed_.is(at, "submillisecond")) value = 1e-3;
    if (lexed_.is(at, "subminute")) value = 60;
    if (value == 0) return std::nullopt;
    Amount amount = made({at, at + 1}, Dimension::duration, value);
    amount.low = 0;
    return amount;
  }

  // "nightly", "every hour", "each night", "once a day"
  std::optional<Amount> interval(std::uint32_t at) const {
    std::optional<Amount> amount;
    if (lexed_.is(at, Role::often)) {
      if (lexed_.is(at + 1, "active")) return std::nullopt;
      amount = made({at, at + 1}, Dimension::duration, lexed_.word(at)->value);
    } else if (lexed_.is(at, "every") || lexed_.is(at, "each")) {
      const std::uint32_t next = lexed_.is(at + 1, "other") ? at + 2 : at + 1;
      const Word* word = unit(next, Dimension::duration);
      if (word == nullptr || !lexed_.follows(next)) return std::nullopt;
      if (lexed_.is(next, "second") && lexed_.follows(next + 1) && lexed_.is_content(next + 1)) {
        return std::nullopt;
      }
      amount = made({at, next + 1}, Dimension::duration, word->value * (next - at));
    } else if (lexed_.is(at, "once") || lexed_.is(at, "twice")) {
      const auto per = per_at(lexed_, at + 1, false);
      if (!per || per->per.kind != PerKind::time) return std::nullopt;
      amount = made({at, per->last}, Dimension::duration,
                    per->per.size / (lexed_.is(at, "twice") ? 2 : 1));
    }
    if (amount) amount->interval = true;
    return amount;
  }

  // "under a second", "takes an hour"
  std::optional<Amount> single_unit(std::uint32_t at) const {
    if (!lexed_.is_article(at) || !lexed_.follows(at + 1)) return std::nullopt;
    const Word* word = unit(at + 1);
    if (word == nullptr || !word->spelt || word->plural) return std::nullopt;
    if (word->dimension != Dimension::duration && word->dimension != Dimension::bytes) {
      return std::nullopt;
    }
    if (lexed_.is(at + 1, "second") && lexed_.follows(at + 2) && lexed_.is_content(at + 2)) {
      return std::nullopt;
    }
    const bool opens = at == 0 || lexed_.token(at).gap >= Gap::comma;
    if (!opens) {
      const auto classes = lexed_.token(at - 1).classes;
      const bool leads =
          has(classes, WordClass::preposition) || has(classes, WordClass::verb) ||
          has(classes, WordClass::auxiliary) || has(classes, WordClass::conjunction) ||
          has(classes, WordClass::adverb) || lexed_.is(at - 1, "<") || lexed_.is(at - 1, "than") ||
          lexed_.is(at - 1, "under") || lexed_.is(at - 1, "within") || lexed_.is(at - 1, "below");
      if (!leads || lexed_.is(at - 1, "once") || lexed_.is(at - 1, "as")) return std::nullopt;
    }
    Numeral one{{at, at + 1}, 1, 1};
    return in_unit(one, at + 1);
  }

  // "in milliseconds", "minutes or hours", "millisecond latency"
  std::optional<Amount> bare_unit(std::uint32_t at) const {
    const Word* word = unit(at);
    if (word == nullptr || !word->spelt) return std::nullopt;
    if (word->dimension != Dimension::duration && word->dimension != Dimension::bytes) {
      return std::nullopt;
    }
    if (!word->plural) {
      if (!lexed_.follows(at + 1)) return std::nullopt;
      const std::string_view next = lexed_.text(at + 1);
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

  // "2h30m", "5 minutes and 30 seconds"
  bool continues(const Amount& next) const {
    if (amounts_.empty()) return false;
    const Amount& last = amounts_.back();
    if (last.dimension != Dimension::duration || next.dimension != Dimension::duration)
      return false;
    if (last.per != Per{} || last.bare || next.bare || last.interval || next.interval) return false;
    if (last.low != last.high || next.low != next.high) return false;
    if (!lexed_.is_number(next.range.first) && last.range.last == next.range.first) return false;
    const bool side_by_side =
        last.range.last == next.range.first && lexed_.token(next.range.first).gap <= Gap::space;
    const bool joined = last.range.last + 1 == next.range.first &&
                        lexed_.is(last.range.last, "and") && lexed_.follows(last.range.last) &&
                        lexed_.follows(next.range.first);
    if (!side_by_side && !joined) return false;
    const Word* larger = unit(last.range.last - 1);
    const Word* smaller = unit(next.range.last - 1);
    const double size = larger == nullptr ? 60 : larger->value;
    const double part = smaller == nullptr ? 60 : smaller->value;
    return part < size && next.high < size;
  }

  // "from 40k to 28k a month", "10 -> 5 ms": the first is of the second's unit.
  void share_unit() {
    if (amounts_.size() < 2) return;
    Amount& first = amounts_[amounts_.size() - 2];
    const Amount& second = amounts_.back();
    if (second.range.first != first.range.last + 1) return;
    const bool listed = lexed_.is(first.range.last, "and");
    if (!lexed_.is(first.range.last, "to") && !lexed_.is(first.range.last, "->") && !listed) return;
    // "1,000 writes and 5,000 reads per second"
    if (listed) {
      const bool counts = first.dimension == Dimension::count && first.named && second.named;
      if (counts && first.per == Per{} && second.per.kind == PerKind::time) first.per = second.per;
      return;
    }
    if (first.dimension == Dimension::number && second.dimension != Dimension::number) {
      const double size = second.unit;
      first.unit = size;
      first.dimension = second.dimension;
      first.low *= size;
      first.high *= size;
    }
    if (first.dimension == second.dimension && first.per == Per{} && !first.named) {
      first.per = second.per;
    }
  }

  const Lexed& lexed_;
  std::vector<Amount> amounts_;
};

}  // namespace

std::vector<Amount> amounts_in(const Lexed& lexed) { return Reader(lexed).all(); }

std::vector<Amount> amounts_in(const assay::Document& document) {
  return amounts_in(Lexed(document));
}

}  // namespace quantity
