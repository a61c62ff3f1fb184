#include "rules/amounts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "text/numbers.h"

namespace assay {
namespace {

enum class Role : std::uint8_t { small, tens, multiplier, half };

struct NumberWord {
  std::string_view text;
  Role role;
  double value;
};
constexpr NumberWord kNumberWords[] = {
    {"zero", Role::small, 0},
    {"one", Role::small, 1},
    {"two", Role::small, 2},
    {"three", Role::small, 3},
    {"four", Role::small, 4},
    {"five", Role::small, 5},
    {"six", Role::small, 6},
    {"seven", Role::small, 7},
    {"eight", Role::small, 8},
    {"nine", Role::small, 9},
    {"ten", Role::small, 10},
    {"eleven", Role::small, 11},
    {"twelve", Role::small, 12},
    {"fifteen", Role::small, 15},
    {"twenty", Role::tens, 20},
    {"thirty", Role::tens, 30},
    {"forty", Role::tens, 40},
    {"fifty", Role::tens, 50},
    {"sixty", Role::tens, 60},
    {"seventy", Role::tens, 70},
    {"eighty", Role::tens, 80},
    {"ninety", Role::tens, 90},
    {"half", Role::half, 0.5},
    {"dozen", Role::multiplier, 12},
    {"hundred", Role::multiplier, 100},
    {"k", Role::multiplier, 1e3},
    {"thousand", Role::multiplier, 1e3},
    {"m", Role::multiplier, 1e6},
    {"mio", Role::multiplier, 1e6},
    {"million", Role::multiplier, 1e6},
    {"bn", Role::multiplier, 1e9},
    {"billion", Role::multiplier, 1e9},
    {"trillion", Role::multiplier, 1e12},
};

struct Known {
  std::uint64_t word;
  Role role;
  bool spelt_out;  // "million", not "m"
  double value;
};

const Known* known(const Token& token) {
  static const std::vector<Known> words = [] {
    std::vector<Known> list;
    for (const NumberWord& word : kNumberWords) {
      list.push_back({identity_of(word.text), word.role, word.text.size() > 3, word.value});
    }
    std::sort(list.begin(), list.end(),
              [](const Known& a, const Known& b) { return a.word < b.word; });
    return list;
  }();
  if (token.kind != TokenKind::word) return nullptr;
  const auto word = std::lower_bound(words.begin(), words.end(), token.word,
                                     [](const Known& k, std::uint64_t w) { return k.word < w; });
  return word != words.end() && word->word == token.word ? &*word : nullptr;
}

class Reader {
 public:
  Reader(const Document& document, const std::function<bool(std::uint32_t)>& is_unit)
      : document_(document), tokens_(document.tokens()), is_unit_(is_unit) {}

  struct Single {
    std::uint32_t end;
    double value;
    double factor;  // of that, from multipliers
    bool bare_one = false;
  };

  std::optional<Single> single(std::uint32_t at) const {
    Single number{at + 1, 0, 1};
    const Known* word = known(tokens_[at]);
    if (tokens_[at].kind == TokenKind::number) {
      number.value = number_value(document_.text(tokens_[at]));
    } else if (is_article(at)) {
      // "a hundred"
      if (!follows(at + 1) || !spelt_multiplier(at + 1)) return std::nullopt;
      number.value = 1;
    } else if (word == nullptr || word->role == Role::multiplier) {
      return std::nullopt;
    } else {
      number.value = word->value;
      number.bare_one = word->value == 1;
      if (word->role == Role::tens && follows(at + 1)) {  // "twenty-five"
        const Known* unit = known(tokens_[at + 1]);
        if (unit != nullptr && unit->role == Role::small && unit->value >= 1 && unit->value < 10) {
          number.value += unit->value;
          ++number.end;
        }
      } else if (word->role == Role::half && follows(at + 1) && is_article(at + 1) &&
                 at + 2 < tokens_.size() && spelt_multiplier(at + 2)) {
        ++number.end;  // "half a million"
      }
    }
    while (follows(number.end) && !is_unit_(number.end)) {
      const Known* multiplier = known(tokens_[number.end]);
      if (multiplier == nullptr || multiplier->role != Role::multiplier) break;
      number.value *= multiplier->value;
      number.factor *= multiplier->value;
      number.bare_one = false;
      ++number.end;
    }
    return number;
  }

  std::optional<Amount> amount(std::uint32_t at) const {
    const std::optional<Single> low = single(at);
    if (!low) return std::nullopt;
    Amount amount{{at, low->end}, low->value, low->value, low->bare_one};
    std::uint32_t second = low->end;
    if (!follows(second)) return amount;
    if (joins(at, second)) {
      ++second;
    } else if (tokens_[second].gap != Gap::hyphen) {
      return amount;
    }
    if (follows(second) && is_currency(document_, second)) ++second;
    if (!follows(second)) return amount;
    const std::optional<Single> high = single(second);
    if (!high) return amount;
    // "2 to 5 k" is "2 k to 5 k".
    const bool shared =
        low->factor == 1 && high->factor > 1 && low->value < high->value / high->factor;
    amount.low = shared ? low->value * high->factor : low->value;
    amount.high = high->value;
    amount.range.last = high->end;
    amount.bare = false;
    return amount;
  }

 private:
  bool follows(std::uint32_t at) const {
    return at < tokens_.size() && tokens_[at].gap <= Gap::quote;
  }
  bool is(std::uint32_t at, std::string_view text) const {
    return document_.text(tokens_[at]) == text;
  }
  bool is_article(std::uint32_t at) const { return is(at, "a") || is(at, "an"); }
  bool spelt_multiplier(std::uint32_t at) const {
    const Known* word = known(tokens_[at]);
    return word != nullptr && word->role == Role::multiplier && word->spelt_out;
  }
  // "5 to 10", "5 or 10", "between 5 and 10".
  bool joins(std::uint32_t first, std::uint32_t at) const {
    return is(at, "to") || is(at, "or") || (is(at, "and") && first > 0 && is(first - 1, "between"));
  }

  const Document& document_;
  std::span<const Token> tokens_;
  const std::function<bool(std::uint32_t)>& is_unit_;
};

}  // namespace

std::optional<Amount> amount_at(const Document& document, std::uint32_t token,
                                const std::function<bool(std::uint32_t)>& is_unit) {
  const Token& first = document.tokens()[token];
  if (first.kind == TokenKind::symbol) return std::nullopt;
  return Reader(document, is_unit).amount(token);
}

bool is_currency(const Document& document, std::uint32_t token) {
  constexpr std::array<std::string_view, 7> kCurrencies = {"$",   "\u20ac", "\u00a3", "usd",
                                                           "eur", "gbp",    "chf"};
  const std::string_view text = document.text(document.tokens()[token]);
  return std::find(kCurrencies.begin(), kCurrencies.end(), text) != kCurrencies.end();
}

}  // namespace assay
