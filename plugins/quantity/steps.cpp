#include "steps.h"

#include <algorithm>
#include <cmath>

#include "figure.h"
#include "ties.h"

namespace quantity {
namespace {

constexpr std::size_t kBefore = 10;      // amounts looked at before a result
constexpr std::size_t kBehind = 4;       // and behind it in its sentence
constexpr std::uint32_t kSentences = 4;  // how far the inputs may be spread
constexpr double kExact = 0.004;         // the part by which a figure that is not rounded may miss

class Finder {
 public:
  Finder(const Lexed& lexed, const std::vector<Amount>& amounts, double tolerance)
      : lexed_(lexed), amounts_(amounts), tolerance_(tolerance) {
    for (std::size_t i = 0; i < amounts.size(); ++i) figures_.push_back(figure_of(amounts[i], i));
  }

  Steps all() {
    Steps steps;
    for (std::size_t r = 0; r < amounts_.size(); ++r) {
      if (!may_result(r)) continue;
      result_ = r;
      slip_.clear();
      ties_ = ties_of(lexed_, amounts_, r);
      gather();
      if (const auto inputs = derive()) {
        Step step{r, *inputs};
        std::ranges::sort(step.inputs);
        steps.holding.push_back(std::move(step));
      } else if (!slip_.empty()) {
        steps.slips.push_back({r, slip_});
      }
    }
    return steps;
  }

 private:
  using Inputs = std::optional<std::vector<std::size_t>>;

  bool usable(std::size_t i) const {
    const Amount& a = amounts_[i];
    return !a.vague && !a.bare && !a.interval && a.high > 0 && a.high < 1e100;
  }
  bool may_result(std::size_t i) const {
    return usable(i) && amounts_[i].low > 0 && amounts_[i].range.first > 0;
  }

  std::uint32_t sentence(std::size_t i) const {
    return lexed_.document().sentence_of(amounts_[i].range.first);
  }

  // The amounts that may be its inputs, in text order.
  void gather() {
    near_.clear();
    const std::uint32_t here = sentence(result_);
    std::size_t first = result_;
    while (first > 0 && result_ - first < kBefore && here - sentence(first - 1) < kSentences)
      --first;
    for (std::size_t i = first; i < amounts_.size() && i <= result_ + kBehind; ++i) {
      if (i > result_ && sentence(i) != here) break;
      if (i != result_ && usable(i)) near_.push_back(i);
    }
  }

  Inputs derive() {
    if (const Inputs found = chain()) return found;
    if (const Inputs found = sum()) return found;
    Inputs best;
    double least = 2;
    const auto take = [&](std::vector<std::size_t> inputs) {
      // Of those as close the nearest.
      if (error_ > least - 1e-3) return;
      least = error_;
      best = std::move(inputs);
    };
    for (std::size_t b = near_.size(); b-- > 0;) {
      for (std::size_t a = b; a-- > 0;) {
        if (near_[a] > result_) continue;  // one input at least comes first
        const Figure& x = figures_[near_[a]];
        const Figure& y = figures_[near_[b]];
        if (part(x, y) || part(y, x) || difference(x, y) || difference(y, x) || change(x, y) ||
            product(x, y) || quotient(x, y)) {
          take({near_[a], near_[b]});
        }
      }
    }
    for (const std::size_t i : near_) {
      if (i < result_ && result_ - i <= 3 && conversion(figures_[i])) take({i});
    }
    return best;
  }

  const Figure& result() const { return figures_[result_]; }

  bool close(double value, double stated_low, double stated_high) {
    if (!(value > 0) || !std::isfinite(value)) return false;
    error_ = value < stated_low    ? 1 - value / stated_low
             : value > stated_high ? value / stated_high - 1
                                   : 0;
    return error_ <= tolerance_;
  }
  // Whether the result is `value`, given as its value (`per` time divided out) or as stated.
  bool comes_to(double value) {
    const double scale = result().value / result().amount->middle();
    return close(value, result().amount->low * scale, result().amount->high * scale);
  }
  bool comes_to_stated(double value) {
    const double scale = result().stated / result().amount->middle();
    return close(value, result().amount->low * scale, result().amount->high * scale);
  }

  // p % of x, what is left of x, what x grows to.
  bool part(const Figure& share, const Figure& x) {
    double p = share.amount->middle() / 100;
    if (!is_share(*share.amount)) return false;
    if (!alike(x, result()) || p > 1 || p <= 0) return false;
    if (!ties_.tied() && !ties_.beside) return false;
    const bool behind = share.index > result_;
    if (behind && x.index < result_) return false;
    constexpr std::size_t kApart = 3;  // amounts between the share and its whole
    if (std::max(share.index, x.index) - std::min(share.index, x.index) > kApart) return false;
    const bool adjoins = behind || std::max(share.index, x.index) + 1 == result_;
    if (is_bare_number(*result().amount) && !adjoins) return false;
    if (comes_to_stated(p * x.stated)) return true;
    if (!behind && !ties_.saves_only && comes_to_stated((1 - p) * x.stated)) return true;
    if (!behind && ties_.grows && comes_to_stated((1 + p) * x.stated)) return true;
    const bool together = sentence(share.index) == sentence(result_) &&
                          sentence(x.index) == sentence(result_) && (ties_.equals || ties_.saves);
    const std::size_t apart = std::max(share.index, x.index) - std::min(share.index, x.index);
    if (together && x.amount->low == x.amount->high && apart == 1 && adjoins && !behind &&
        !x.amount->named && slip_.empty()) {
      slip_ = shown(lexed_, *share.amount) + " of " + shown(lexed_, *x.amount) + " is " +
              rewritten(lexed_, *result().amount, p * x.stated / result().stated) + ", not " +
              shown(lexed_, *result().amount);
    }
    return false;
  }

  bool difference(const Figure& x, const Figure& y) {
    if (!alike(x, y) || !alike(x, result()) || !alike(y, result())) return false;
    if (x.stated <= y.stated) return false;
    const bool cue = ties_.saves || ties_.less || joint(x, y) == '-';
    const double rest = x.stated - y.stated;
    if (!cue || !(ties_.tied() || ties_.beside) || !comes_to_stated(rest)) return false;
    // "30 TB less 2 kB" is 30 TB.
    if (std::min(y.stated, rest) >= 2 * tolerance_ * x.stated) return true;
    return error_ < kExact && std::abs(result().stated / x.stated - 1) > kExact;
  }

  // From x to y: the share of it, or how many times.
  bool change(const Figure& x, const Figure& y) {
    if (!alike(x, y) || x.amount->dimension == Dimension::number) {
      if (!is_bare_number(*x.amount) || !is_bare_number(*y.amount)) return false;
    }
    if (x.stated <= 0 || y.stated <= 0 || x.stated == y.stated) return false;
    if (!ties_.tied() && !ties_.beside) return false;
    if (x.index + 1 != y.index || !linked(lexed_, *x.amount, *y.amount)) return false;
    if (x.index > result_ ? x.index > result_ + 1 : result_ > y.index + 2) return false;
    const double large = std::max(x.stated, y.stated), small = std::min(x.stated, y.stated);
    const Amount& r = *result().amount;
    if (is_share(r)) {
      const bool of = of_between(lexed_, *x.amount, *y.amount);
      const double lost = 100 * (large - small) / large;
      if (close(lost, r.low, r.high)) return true;
      if (of && close(100 * small / large, r.low, r.high)) return true;
      return ties_.grows && close(100 * (large - small) / small, r.low, r.high);
    }
    if (r.dimension == Dimension::factor) return close(large / small, r.low, r.high);
    return false;
  }

  bool product(const Figure& x, const Figure& y) {
    if (is_share(*x.amount) || is_share(*y.amount) || is_share(*result().amount)) return false;
    if (result().amount->dimension == Dimension::factor) return false;
    const char sign = joint(x, y);
    const bool rated = x.amount->per.kind == PerKind::bytes ||
                       y.amount->per.kind == PerKind::bytes ||
                       x.amount->per.kind == PerKind::thing || y.amount->per.kind == PerKind::thing;
    const bool mixed = is_counted(*x.amount) != is_counted(*y.amount);
    const bool spoken = each_between(lexed_, *x.amount, *y.amount);
    if (sign != '*' && !rated && !spoken && !mixed) return false;
    if (sign != '*' && sign != 0) return false;
    // Two of a kind are multiplied only with a sign.
    if (sign != '*' && !rated && is_bare_number(*x.amount) && is_bare_number(*y.amount))
      return false;
    if (!ties_.tied() && !(ties_.beside && (sign == '*' || rated || spoken))) return false;
    if (x.stated == 1 || y.stated == 1) return false;
    if (x.powers + y.powers == result().powers && comes_to(x.value * y.value) && unit_like(x, y)) {
      return true;
    }
    return x.plain + y.plain == result().plain && times_agree(x, y) && unit_like(x, y) &&
           comes_to_stated(x.stated * y.stated);
  }

  // A product is of what one of its factors is of: bytes of bytes, and things of things.
  bool unit_like(const Figure& x, const Figure& y) const {
    if (is_counted(*result().amount)) return is_counted(*x.amount) || is_counted(*y.amount);
    return true;
  }
  // Whether the result's time is one of theirs, or is left out, or is the first to be named.
  bool times_agree(const Figure& x, const Figure& y) const {
    const Per& r = result().amount->per;
    if (r.kind != PerKind::time) return true;
    const bool x_timed = x.amount->per.kind == PerKind::time;
    const bool y_timed = y.amount->per.kind == PerKind::time;
    if (!x_timed && !y_timed) return true;
    return (x_timed && x.amount->per == r) || (y_timed && y.amount->per == r);
  }

  bool quotient(const Figure& x, const Figure& y) {
    if (is_share(*x.amount) || is_share(*y.amount) || is_share(*result().amount)) return false;
    const bool sign = joint(x, y) == '/';
    const Powers powers = x.powers - y.powers;
    // "12 TB at 200 MB/s take 17 hours"
    const bool paced = y.amount->per.kind == PerKind::time && result().powers == Powers{0, 0, 1} &&
                       x.plain == y.plain && !is_bare_number(*x.amount);
    if (!sign && !paced) return false;
    if (!ties_.tied() && !ties_.beside && !paced) return false;
    if (y.value <= 0 || y.stated <= 0) return false;
    if (powers == result().powers && comes_to(x.value / y.value)) return true;
    return sign && comes_to_stated(x.stated / y.stated);
  }

  // "500 million a day is about 5,800 a second"
  bool conversion(const Figure& x) {
    const Per& a = x.amount->per;
    const Per& r = result().amount->per;
    if (a.kind != PerKind::time || r.kind != PerKind::time || x.powers != result().powers)
      return false;
    if (is_counted(*x.amount) != is_counted(*result().amount)) return false;
    if (a.size == r.size || !(ties_.tied() || ties_.beside)) return false;
    if (comes_to(x.value)) return true;
    if (result_ - x.index == 1 && ties_.equals && sentence(x.index) == sentence(result_) &&
        slip_.empty() && is_bare_number(*result().amount)) {
      slip_ = shown(lexed_, *x.amount) + " is " +
              rewritten(lexed_, *result().amount, x.value / result().value) + ", not " +
              shown(lexed_, *result().amount);
    }
    return false;
  }

  // "1,000/s x 1 KB x 86,400 s = 86 GB": all that signs join before the result.
  Inputs chain() {
    if (result_ == 0 || !(ties_.equals || ties_.beside)) return std::nullopt;
    std::size_t first = result_ - 1;
    std::size_t length = 1;
    if (!usable(first)) return std::nullopt;
    while (first > 0 && length < kBefore && usable(first - 1) &&
           joint(figures_[first - 1], figures_[first]) == '*') {
      --first;
      ++length;
    }
    if (length < 2) return std::nullopt;
    double value = 1, stated = 1;
    Powers powers, plain;
    std::vector<std::size_t> inputs;
    for (std::size_t i = first; i < result_; ++i) {
      const Figure& f = figures_[i];
      const double scale = is_share(*f.amount) ? 0.01 : 1;
      value *= f.value * scale;
      stated *= f.stated * scale;
      powers = powers + f.powers;
      plain = plain + f.plain;
      inputs.push_back(i);
    }
    if (powers == result().powers && comes_to(value)) return inputs;
    if (plain == result().plain && comes_to_stated(stated)) return inputs;
    if (sentence(first) == sentence(result_) && plain == result().plain && ties_.equals) {
      slip_ = "the product is " + rewritten(lexed_, *result().amount, stated / result().stated) +
              ", not " + shown(lexed_, *result().amount);
    }
    return std::nullopt;
  }

  // The last few amounts of its kind before the result, or right behind it, add up to it.
  Inputs sum() {
    if (result_ == 0) return std::nullopt;
    const auto plus = [&](std::size_t i) {
      return i + 1 < amounts_.size() && joint(figures_[i], figures_[i + 1]) == '+';
    };
    const bool signs = result_ > 1 && plus(result_ - 2);
    if ((!ties_.totals && !signs) || plus(result_ - 1)) return std::nullopt;
    double total = 0;
    double most = 0;
    bool unit = false;
    std::vector<std::size_t> inputs;
    for (std::size_t n = near_.size(); n-- > 0;) {
      const std::size_t i = near_[n];
      if (i > result_) continue;
      if (!summand(i)) break;
      const double value = in_unit_of_result(i);
      total += value;
      most = std::max(most, value);
      unit |= !is_bare_number(amounts_[i]);
      inputs.push_back(i);
      if (signs && i > 0 && plus(i - 1)) continue;
      const bool real = unit || signs || is_bare_number(*result().amount);
      const bool more_than_one = total - most > (inputs.size() > 2 ? kExact : tolerance_) * total;
      if (inputs.size() >= 2 && real && more_than_one && comes_to_stated(total)) return inputs;
      // Signs say where a sum begins.
      if (signs && inputs.size() >= 2 && !unit) break;
    }
    if (signs && inputs.size() >= 2 && ties_.equals &&
        sentence(inputs.back()) == sentence(result_)) {
      slip_ = "the sum is " + rewritten(lexed_, *result().amount, total / result().stated) +
              ", not " + shown(lexed_, *result().amount);
    }
    return std::nullopt;
  }
  bool summand(std::size_t i) const {
    const Amount& a = amounts_[i];
    const Amount& r = *result().amount;
    if (is_bare_number(a) || is_bare_number(r)) return !is_share(a);
    return a.dimension == r.dimension;
  }
  // A bare number among durations is of the unit the result is written in.
  double in_unit_of_result(std::size_t i) const {
    const Amount& a = amounts_[i];
    const Amount& r = *result().amount;
    if (!is_bare_number(a) || is_bare_number(r) || r.dimension == Dimension::money) {
      return figures_[i].stated;
    }
    return figures_[i].stated * r.unit;
  }

  // The sign between neighbours; 0 between others.
  char joint(const Figure& x, const Figure& y) const {
    return x.index + 1 == y.index ? sign_between(lexed_, *x.amount, *y.amount) : char(0);
  }

  const Lexed& lexed_;
  const std::vector<Amount>& amounts_;
  double tolerance_;
  std::vector<Figure> figures_;
  std::size_t result_ = 0;
  std::vector<std::size_t> near_;
  Ties ties_;
  std::string slip_;
  double error_ = 0;  // of what close() compared last
};

}  // namespace

Steps steps_in(const Lexed& lexed, const std::vector<Amount>& amounts, double tolerance) {
  return Finder(lexed, amounts, tolerance).all();
}

}  // namespace quantity
