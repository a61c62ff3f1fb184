#include "numeral.h"

#include <algorithm>
#include <cmath>

namespace quantity {
namespace {

using assay::Gap;

// Beside these "5m" is five minutes.
bool is_of_time(std::string_view word) {
  constexpr std::string_view kWords[] = {"window", "windows", "ttl",   "interval", "timeout",
                                         "delay",  "lag",     "old",   "refresh",  "cadence",
                                         "bucket", "buckets", "batch", "slide",    "later"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

class NumeralReader {
 public:
  explicit NumeralReader(const Lexed& lexed) : lexed_(lexed) {}

  std::optional<Numeral> single(std::uint32_t at) const {
    if (at >= lexed_.size()) return std::nullopt;
    if (lexed_.is_number(at)) return digits(at);
    const Word* word = lexed_.word(at);
    if (lexed_.is_article(at)) {
      // "a hundred", "a dozen", "a few", "a couple of"
      if (!lexed_.follows(at + 1)) return std::nullopt;
      const Word* next = lexed_.word(at + 1);
      if (next == nullptr || next->plural || !next->spelt) return std::nullopt;
      if (next->role == Role::some) return some(at, at + 1);
      if (next->role != Role::magnitude) return std::nullopt;
      return multiplied({{at, at + 1}, 1, 1});
    }
    if (word == nullptr) return std::nullopt;
    switch (word->role) {
      case Role::small:
      case Role::tens:
        return spelt(at);
      case Role::some:
        return some(at, at);
      case Role::magnitude:
        return word->plural ? plural(at) : std::nullopt;
      case Role::part:
        return part(at);
      default:
        return std::nullopt;
    }
  }

  std::optional<Numeral> range(std::uint32_t at) const {
    const std::optional<Numeral> low = single(at);
    if (!low || low->vague) return low;
    std::uint32_t second = low->range.last;
    if (second >= lexed_.size() || lexed_.token(second).gap == Gap::stop) return low;
    const bool from = at > 0 && (lexed_.is(at - 1, "from") || lexed_.is(at - 2, "from"));
    if (lexed_.follows(second) && joins(at, second)) {
      if (from) return low;
      ++second;
      if (!lexed_.follows(second)) return low;
    } else if (lexed_.before(second) != "-" && lexed_.before(second) != " - ") {
      return low;
    }
    if (lexed_.word(second) != nullptr && lexed_.word(second)->dimension == Dimension::money &&
        lexed_.is_number(second + 1)) {
      ++second;
    }
    const std::optional<Numeral> high = single(second);
    if (!high || high->vague || (lexed_.is_number(second) && lexed_.barred(second))) return low;
    Numeral both{{at, high->range.last}, low->low, high->high};
    both.magnitude = low->magnitude || high->magnitude;
    // "2 to 5 k" is "2 k to 5 k".
    if (!low->magnitude && factor_ > 1 && low->low < high->high / factor_) {
      both.low *= factor_;
    }
    if (both.low >= both.high) return low;
    return both;
  }

 private:
  std::optional<Numeral> digits(std::uint32_t at) const {
    Numeral number{{at, at + 1}, value_of(lexed_.text(at)), 0};
    std::uint32_t next = at + 1;
    // "7,5 million"
    if (lexed_.is_number(next) && lexed_.before(next) == "," && lexed_.text(next).size() <= 2 &&
        !(at > 0 && lexed_.is_number(at - 1) && lexed_.before(at) == ",") &&
        lexed_.text(at).find_first_of(".,") == std::string_view::npos &&
        !(lexed_.is_number(next + 1) && lexed_.before(next + 1) == ",")) {
      const std::string_view fraction = lexed_.text(next);
      number.low += value_of(fraction) / std::pow(10.0, double(fraction.size()));
      number.range.last = ++next;
    } else if (lexed_.is_number(next) && lexed_.before(next) == "^" && number.low == 10) {
      number.low = std::pow(10.0, std::min(value_of(lexed_.text(next)), 300.0));
      number.magnitude = true;
      number.range.last = ++next;
    } else if (lexed_.glued(next) && lexed_.is(next, "s") && lexed_.is(next + 1, "of")) {
      number.range.last = next + 2;  // "10s of TB"
      number.vague = true;
      number.high = number.low * 9.9;
      return multiplied(number);
    }
    number.high = number.low;
    // "12,000", "1e9": a number that nobody gives to a room
    number.magnitude |= lexed_.text(at).find_first_of(", 'e") != std::string_view::npos;
    return multiplied(number);
  }

  // "twenty-five", "two hundred and fifty", "three and a half"
  std::optional<Numeral> spelt(std::uint32_t at) const {
    Numeral number{{at, at}, 0, 0};
    number.one = lexed_.word(at)->value == 1;
    double total = 0;
    std::uint32_t next = at;
    for (;;) {
      double current = lexed_.word(next)->value;
      const bool tens = lexed_.word(next)->role == Role::tens;
      ++next;
      if (tens && lexed_.follows(next) && lexed_.is(next, Role::small) &&
          lexed_.word(next)->value >= 1 && lexed_.word(next)->value < 10) {
        current += lexed_.word(next)->value;
        ++next;
      }
      if (lexed_.follows(next) && lexed_.is(next, "hundred")) {
        current *= 100;
        number.magnitude = true;
        ++next;
        const std::uint32_t rest = lexed_.is(next, "and") ? next + 1 : next;
        if (lexed_.follows(rest) && (lexed_.is(rest, Role::small) || lexed_.is(rest, Role::tens)) &&
            rest < next + 2) {
          total += current;
          next = rest;
          continue;
        }
      }
      total += current;
      break;
    }
    number.one = number.one && next == at + 1;
    number.low = number.high = total;
    number.range.last = next;
    if (lexed_.is(next, "and") && lexed_.is(next + 1, "a") && lexed_.is(next + 2, "half")) {
      number.low = number.high = total + 0.5;
      number.range.last = next + 3;
    }
    return multiplied(number);
  }

  // "a few", "several hundred", "a couple of"
  std::optional<Numeral> some(std::uint32_t first, std::uint32_t at) const {
    const Word& word = *lexed_.word(at);
    Numeral number{{first, at + 1}, word.value, word.more};
    number.vague = true;
    if (lexed_.is(at + 1, "of")) ++number.range.last;
    return multiplied(number);
  }

  // "tens of", "hundreds of thousands"
  std::optional<Numeral> plural(std::uint32_t at) const {
    Numeral number{{at, at}, 1, 9.9};
    number.vague = number.magnitude = true;
    std::uint32_t next = at;
    while (lexed_.is(next, Role::magnitude) && lexed_.word(next)->spelt &&
           (next == at || lexed_.follows(next))) {
      number.low *= lexed_.word(next)->value;
      number.high *= lexed_.word(next)->value;
      ++next;
      if (lexed_.follows(next) && lexed_.is(next, "of")) ++next;
    }
    number.range.last = next;
    return number;
  }

  // "half a million", "a quarter of a million" is left at "a quarter".
  std::optional<Numeral> part(std::uint32_t at) const {
    if (lexed_.word(at)->plural) return std::nullopt;
    const bool article = lexed_.follows(at + 1) && lexed_.is_article(at + 1);
    if (!article || !lexed_.is(at + 2, Role::magnitude) || !lexed_.follows(at + 2)) {
      return std::nullopt;
    }
    Numeral number{{at, at + 2}, lexed_.word(at)->value, lexed_.word(at)->value};
    return multiplied(number);
  }

  Numeral multiplied(Numeral number) const {
    factor_ = 1;
    for (;;) {
      const std::uint32_t next = number.range.last;
      if (!lexed_.follows(next) || !lexed_.is(next, Role::magnitude)) break;
      const Word& word = *lexed_.word(next);
      if (!word.spelt && !multiplies(number, next)) break;
      factor_ *= word.value;
      number.one = false;
      number.magnitude = true;
      ++number.range.last;
    }
    number.low = std::min(number.low * factor_, 1e308);
    number.high = std::min(number.high * factor_, 1e308);
    return number;
  }

  // Whether an abbreviation multiplies, where "m" can be minutes or metres and "b" bytes.
  bool multiplies(const Numeral& number, std::uint32_t at) const {
    const std::string_view text = lexed_.text(at);
    if (text == "k" || text.size() > 1) return true;
    const std::uint32_t first = number.range.first;
    const bool money = first > 0 && lexed_.follows(first) && lexed_.word(first - 1) != nullptr &&
                       lexed_.word(first - 1)->dimension == Dimension::money;
    const std::uint32_t next = at + 1;
    const bool noun = lexed_.follows(next) && lexed_.token(next).gap != Gap::hyphen &&
                      lexed_.is_content(next) && !lexed_.is(next, "x");
    if (text == "m") {
      if (lexed_.follows(next) && is_of_length(lexed_.text(next))) return false;
      if (noun && is_of_time(lexed_.text(next))) return false;
      return money || lexed_.is_capital(at) || noun || starts_per_time(lexed_, next) ||
             number.low >= 120;
    }
    // "500 b payload" is bytes, "500 b payloads" billions.
    if (money) return true;
    if (starts_per_time(lexed_, next)) return lexed_.glued(at);
    return noun && lexed_.text(next).ends_with("s");
  }

  // "5 to 10", "5 or 10", "between 5 and 10"
  bool joins(std::uint32_t first, std::uint32_t at) const {
    const bool between = first > 0 && (lexed_.is(first - 1, "between") ||
                                       (first > 1 && lexed_.is(first - 2, "between")));
    return lexed_.is(at, "to") || lexed_.is(at, "or") || lexed_.is(at, "through") ||
           (lexed_.is(at, "and") && between);
  }

  const Lexed& lexed_;
  mutable double factor_ = 1;  // of the number read last
};

}  // namespace

bool is_of_length(std::string_view word) {
  constexpr std::string_view kWords[] = {"away", "tall", "long", "wide", "deep", "high"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

std::optional<Numeral> numeral_at(const Lexed& lexed, std::uint32_t at) {
  return NumeralReader(lexed).range(at);
}

std::optional<Numeral> single_at(const Lexed& lexed, std::uint32_t at) {
  return NumeralReader(lexed).single(at);
}

}  // namespace quantity
