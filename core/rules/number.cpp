// number = "*" | units, least = x, most = y: a number, with one of the units after it ("30 s",
// "5k users") or, where the unit is a currency, before it ("$90k"). Of a range either end may fit.
#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "rules/amounts.h"
#include "rules/kinds.h"
#include "rules/wording.h"

namespace assay {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct FoundNumber {
  TokenRange range;
  double low;
  double high;
};

class NumberRule final : public Rule {
 public:
  NumberRule(std::optional<TermSet> units, double least, double most, StandingSet accepted,
             std::string source)
      : units_(units),
        least_(least),
        most_(most),
        accepted_(accepted),
        source_(std::move(source)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    for (const FoundNumber& number : numbers(reading)) {
      if (fits(number) && accepted_.has(reading.document().standing_of(number.range))) {
        out.push_back({number.range, {{number.range, this}}});
      }
    }
  }

  NearMiss near_miss(const Reading& reading) const override {
    const std::vector<FoundNumber> found = numbers(reading);
    std::vector<TokenRange> fitting;
    for (const FoundNumber& number : found) {
      if (fits(number)) fitting.push_back(number.range);
    }
    if (!fitting.empty()) return standing_miss(reading, fitting, accepted_);
    if (found.empty()) return {};
    const FoundNumber& first = found.front();
    return {0.4, first.range,
            quoted(reading.document(), first.range) + " is too " +
                (first.high < least_ ? "little" : "much")};
  }

  std::string describe() const override {
    std::string text = "a number";
    if (units_) text += " of " + source_;
    const auto bound = [](double value) {
      std::string digits = std::to_string(value);
      digits.erase(digits.find_last_not_of('0') + 1);
      if (digits.back() == '.') digits.pop_back();
      return digits;
    };
    if (least_ > -kInfinity) text += " from " + bound(least_);
    if (most_ < kInfinity) text += " up to " + bound(most_);
    return text;
  }

 private:
  bool fits(const FoundNumber& number) const {
    const auto within = [&](double value) { return value >= least_ && value <= most_; };
    return within(number.low) || within(number.high);
  }

  // All that have a unit, whatever their value, from left to right.
  std::vector<FoundNumber> numbers(const Reading& reading) const {
    const Document& document = reading.document();
    const std::span<const TokenRange> units =
        units_ ? reading.find(*units_) : std::span<const TokenRange>();
    std::vector<FoundNumber> found;
    if (units_ && units.empty()) return found;
    const auto is_unit = [&](std::uint32_t token) {
      return !beginning_in(units, {token, token + 1}).empty();
    };
    const auto size = std::uint32_t(document.tokens().size());
    for (std::uint32_t token = 0; token < size;) {
      const std::optional<Amount> amount = amount_at(document, token, is_unit);
      if (!amount) {
        ++token;
        continue;
      }
      token = amount->range.last;
      const TokenRange range = with_unit(document, *amount, units);
      if (!range.empty()) found.push_back({range, amount->low, amount->high});
    }
    return found;
  }

  // Empty where the amount has no unit of the rule's.
  TokenRange with_unit(const Document& document, const Amount& amount,
                       std::span<const TokenRange> units) const {
    if (!units_) return amount.bare ? TokenRange{} : amount.range;
    const auto tokens = document.tokens();
    std::uint32_t after = amount.range.last;
    // "10+ users"
    if (after < tokens.size() && tokens[after].gap <= Gap::space &&
        document.text(tokens[after]) == "+") {
      ++after;
    }
    if (after < tokens.size() &&
        (tokens[after].gap <= Gap::quote || tokens[after].gap == Gap::bracket)) {
      const auto here = beginning_in(units, {after, after + 1});
      if (!here.empty()) return cover(amount.range, here.back());
    }
    if (amount.range.first == 0) return {};
    const std::uint32_t before = amount.range.first - 1;
    if (!is_currency(document, before) || tokens[before + 1].gap > Gap::quote) return {};
    const auto here = beginning_in(units, {before, before + 1});
    if (here.empty() || here.front().size() != 1) return {};
    return cover(here.front(), amount.range);
  }

  std::optional<TermSet> units_;  // any number where there is none
  double least_;
  double most_;
  StandingSet accepted_;
  std::string source_;
};

std::unique_ptr<Rule> build_number(Arguments& arguments) {
  const std::string source = arguments.source("number");
  std::optional<TermSet> units;
  const bool any = source == "*" || source == "\"*\"" || source == "'*'";
  if (any) {
    arguments.text("number");
  } else {
    units = arguments.terms("number");
  }
  const double least = arguments.number("least", -1e300, 1e300, -kInfinity);
  const double most = arguments.number("most", -1e300, 1e300, kInfinity);
  const StandingSet accepted = arguments.standing();
  if (least > most) {
    arguments.refuse("least", "more than `most`; expected a number up to it");
    return nullptr;
  }
  if (!any && !units) return nullptr;
  return std::make_unique<NumberRule>(units, least, most, accepted, source);
}

}  // namespace

constinit const Kind kNumberKind{"number", "a number, with a unit and within bounds", build_number};

}  // namespace assay
