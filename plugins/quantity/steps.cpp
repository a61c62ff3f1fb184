#include "steps.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace quantity {
namespace {

using assay::Gap;
using assay::TokenRange;

constexpr std::size_t kBefore = 10;      // amounts looked at before a result
constexpr std::size_t kBehind = 4;       // and behind it in its sentence
constexpr std::uint32_t kSentences = 4;  // how far the inputs may be spread
constexpr double kExact = 0.004;         // the part by which a figure that is not rounded may miss
constexpr std::uint32_t kLead = 10;      // words before a result that may tie it
constexpr std::uint32_t kTrail = 4;      // and behind it

constexpr std::string_view kEquals[] = {
    "=",         "->",      "is",      "are",      "was",    "makes",  "make",    "so",
    "thus",      "hence",   "equals",  "gives",    "give",   "leaves", "leaving", "comes",
    "therefore", "becomes", "means",   "yields",   "costs",  "cost",   "total",   "totals",
    "call",      "roughly", "about",   "around",   "ca",     "approx", "works",   "work",
    "or",        "to",      "pay",     "down",     "that's", "it's",   "namely",  "which",
    "that",      "i.e",     "reaches", "produces", "need",   "needs",  "meaning", "approximately",
    "some",      "nearly",  "almost",  "just",     "now",    "good",   "ie"};
constexpr std::string_view kSaves[] = {"save",      "saves",   "saved", "saving",   "savings",
                                       "reduction", "cheaper", "less",  "off",      "lower",
                                       "fewer",     "gain",    "spare", "spared",   "difference",
                                       "cut",       "drop",    "by",    "discount", "reduces"};
// Of these what is tied is the saving and not what remains.
constexpr std::string_view kSavesOnly[] = {"save",    "saves",     "saved",      "saving",
                                           "savings", "reduction", "difference", "gain",
                                           "spare",   "spared",    "discount"};
constexpr std::string_view kLess[] = {
    "minus",   "less", "difference", "leaves",  "leaving", "left", "remain", "remains",
    "instead", "from", "down",       "rest",    "drops",   "drop", "falls",  "cut",
    "cuts",    "net",  "after",      "against", "without", "was",  "before"};
constexpr std::string_view kTotals[] = {"total",  "sum",        "together", "adds", "add",
                                        "adding", "altogether", "overall",  "sums", "totals",
                                        "end",    "all",        "worst",    "call", "combined"};
constexpr std::string_view kEach[] = {"at",   "each", "apiece", "per", "times", "x",       "every",
                                      "with", "for",  "@",      "of",  "a",     "everyone"};
constexpr std::string_view kGrows[] = {"more", "growth", "increase", "up",       "extra",
                                       "rise", "grows",  "plus",     "overhead", "headroom"};
constexpr std::string_view kDivides[] = {"divided", "over", "split", "among", "across", "between"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Powers of money, bytes and time; what is counted has none.
struct Powers {
  int money = 0, bytes = 0, time = 0;
  friend bool operator==(const Powers&, const Powers&) = default;
};
Powers operator+(Powers a, Powers b) {
  return {a.money + b.money, a.bytes + b.bytes, a.time + b.time};
}
Powers operator-(Powers a, Powers b) {
  return {a.money - b.money, a.bytes - b.bytes, a.time - b.time};
}

struct Figure {
  const Amount* amount;
  std::size_t index;
  double value;  // in seconds, bytes, money, per second or byte
  Powers powers;
  double stated;  // without the time that it is per
  Powers plain;   // of that
};

Figure figure(const Amount& amount, std::size_t index) {
  Figure f{&amount, index, amount.middle(), {}, amount.middle(), {}};
  if (amount.dimension == Dimension::money) f.plain.money = 1;
  if (amount.dimension == Dimension::bytes) f.plain.bytes = 1;
  if (amount.dimension == Dimension::duration) f.plain.time = 1;
  if (amount.per.kind == PerKind::bytes) {
    f.plain.bytes -= 1;
    f.stated /= amount.per.size;
  }
  f.powers = f.plain;
  f.value = f.stated;
  if (amount.per.kind == PerKind::time) {
    f.powers.time -= 1;
    f.value /= amount.per.size;
  }
  return f;
}

bool is_share(const Amount& a) { return a.dimension == Dimension::percent; }
bool is_bare_number(const Amount& a) {
  return a.dimension == Dimension::number || (a.dimension == Dimension::count && !a.named);
}
bool is_counted(const Amount& a) {
  return a.dimension == Dimension::number || a.dimension == Dimension::count ||
         a.dimension == Dimension::factor;
}

class Finder {
 public:
  Finder(const Lexed& lexed, const std::vector<Amount>& amounts, double tolerance)
      : lexed_(lexed), amounts_(amounts), tolerance_(tolerance) {
    for (std::size_t i = 0; i < amounts.size(); ++i) figures_.push_back(figure(amounts[i], i));
  }

  Steps all() {
    Steps steps;
    for (std::size_t r = 0; r < amounts_.size(); ++r) {
      if (!may_result(r)) continue;
      result_ = r;
      slip_.clear();
      read_cues();
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

  // What stands around the result.
  void read_cues() {
    equals_ = saves_ = saves_only_ = less_ = totals_ = grows_ = false;
    const TokenRange range = amounts_[result_].range;
    const TokenRange whole = lexed_.document().sentences()[sentence(result_)].tokens;
    std::uint32_t first = range.first - std::min(kLead, range.first - whole.first);
    if (result_ > 0) first = std::max(first, amounts_[result_ - 1].range.last);
    std::uint32_t last = range.last;
    while (last < whole.last && last < range.last + kTrail && lexed_.token(last).gap < Gap::comma &&
           !(result_ + 1 < amounts_.size() && amounts_[result_ + 1].range.first == last)) {
      ++last;
    }
    for (std::uint32_t at = first; at < last; ++at) {
      if (range.contains(at)) continue;
      const std::string_view word = lexed_.text(at);
      const bool before = at < range.first;
      if (before && is_one_of(word, kEquals)) equals_ = true;
      if (is_one_of(word, kSaves)) saves_ = true;
      if (is_one_of(word, kSavesOnly)) saves_only_ = true;
      if (is_one_of(word, kLess)) less_ = true;
      const bool bounds = lexed_.glued(at) && (lexed_.is(at - 1, "<") || lexed_.is(at - 1, ">"));
      if (before && (word == "->" || (word == "=" && !bounds))) totals_ = true;
      if (is_one_of(word, kTotals)) totals_ = true;
      if (is_one_of(word, kGrows)) grows_ = true;
    }
    // A colon, a dash, an arrow's like: "40 runs a day: $2,400".
    const Gap gap = lexed_.token(range.first).gap;
    if (gap == Gap::colon) equals_ = true;
    const std::string_view written = lexed_.before(range.first);
    if (written.find('~') != written.npos || written.find("\u2248") != written.npos) equals_ = true;
    beside_ = result_ > 0 && amounts_[result_ - 1].range.last + 3 >= range.first &&
              sentence(result_ - 1) == sentence(result_) && gap >= Gap::comma;
    // "$60 | $2,400" in a table
    cell_ = gap == Gap::bracket && written.find('|') != written.npos;
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

  // "save" and "is" both tie a result; beside what was computed a comma does.
  bool tied() const { return equals_ || saves_ || totals_ || cell_; }

  // Whether both are of one kind: "$80k a month" and "$48k".
  static bool alike(const Figure& a, const Figure& b) {
    if (is_share(*a.amount) || is_share(*b.amount)) return false;
    if (a.amount->dimension == Dimension::factor || b.amount->dimension == Dimension::factor) {
      return false;
    }
    const bool same_per = a.amount->per == b.amount->per || a.amount->per.kind == PerKind::none ||
                          b.amount->per.kind == PerKind::none;
    if (!same_per) return false;
    // "from 10k we save $3k": a bare number is of the other's unit.
    if (is_bare_number(*a.amount) && is_bare_number(*b.amount)) return true;
    return a.plain == b.plain && (a.amount->dimension == b.amount->dimension ||
                                  (is_counted(*a.amount) && is_counted(*b.amount)));
  }

  // p % of x, what is left of x, what x grows to.
  bool part(const Figure& share, const Figure& x) {
    double p = share.amount->middle() / 100;
    if (!is_share(*share.amount)) return false;
    if (!alike(x, result()) || p > 1 || p <= 0) return false;
    if (!tied() && !beside_) return false;
    const bool behind = share.index > result_;
    if (behind && x.index < result_) return false;
    constexpr std::size_t kApart = 3;  // amounts between the share and its whole
    if (std::max(share.index, x.index) - std::min(share.index, x.index) > kApart) return false;
    const bool adjoins = behind || std::max(share.index, x.index) + 1 == result_;
    if (is_bare_number(*result().amount) && !adjoins) return false;
    if (comes_to_stated(p * x.stated)) return true;
    if (!behind && !saves_only_ && comes_to_stated((1 - p) * x.stated)) return true;
    if (!behind && grows_ && comes_to_stated((1 + p) * x.stated)) return true;
    const bool together = sentence(share.index) == sentence(result_) &&
                          sentence(x.index) == sentence(result_) && (equals_ || saves_);
    const std::size_t apart = std::max(share.index, x.index) - std::min(share.index, x.index);
    if (together && x.amount->low == x.amount->high && apart == 1 && adjoins && !behind &&
        !x.amount->named && slip_.empty()) {
      slip_ = shown(*share.amount) + " of " + shown(*x.amount) + " is " +
              written(p * x.stated / result().stated) + ", not " + shown(*result().amount);
    }
    return false;
  }

  bool difference(const Figure& x, const Figure& y) {
    if (!alike(x, y) || !alike(x, result()) || !alike(y, result())) return false;
    if (x.stated <= y.stated) return false;
    const bool cue = saves_ || less_ || sign_between(x, y) == '-';
    const double rest = x.stated - y.stated;
    if (!cue || !(tied() || beside_) || !comes_to_stated(rest)) return false;
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
    if (!tied() && !beside_) return false;
    if (x.index + 1 != y.index || !linked(x, y)) return false;
    if (x.index > result_ ? x.index > result_ + 1 : result_ > y.index + 2) return false;
    const double large = std::max(x.stated, y.stated), small = std::min(x.stated, y.stated);
    const Amount& r = *result().amount;
    if (is_share(r)) {
      const bool of = of_between(x, y);
      const double lost = 100 * (large - small) / large;
      if (close(lost, r.low, r.high)) return true;
      if (of && close(100 * small / large, r.low, r.high)) return true;
      return grows_ && close(100 * (large - small) / small, r.low, r.high);
    }
    if (r.dimension == Dimension::factor) return close(large / small, r.low, r.high);
    return false;
  }

  bool product(const Figure& x, const Figure& y) {
    if (is_share(*x.amount) || is_share(*y.amount) || is_share(*result().amount)) return false;
    if (result().amount->dimension == Dimension::factor) return false;
    const char sign = sign_between(x, y);
    const bool rated = x.amount->per.kind == PerKind::bytes ||
                       y.amount->per.kind == PerKind::bytes ||
                       x.amount->per.kind == PerKind::thing || y.amount->per.kind == PerKind::thing;
    const bool mixed = is_counted(*x.amount) != is_counted(*y.amount);
    const bool spoken = each_between(x, y);
    if (sign != '*' && !rated && !spoken && !mixed) return false;
    if (sign != '*' && sign != 0) return false;
    // Two of a kind are multiplied only with a sign.
    if (sign != '*' && !rated && is_bare_number(*x.amount) && is_bare_number(*y.amount))
      return false;
    if (!tied() && !(beside_ && (sign == '*' || rated || spoken))) return false;
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
    const bool sign = sign_between(x, y) == '/';
    const Powers powers = x.powers - y.powers;
    // "12 TB at 200 MB/s take 17 hours"
    const bool paced = y.amount->per.kind == PerKind::time && result().powers == Powers{0, 0, 1} &&
                       x.plain == y.plain && !is_bare_number(*x.amount);
    if (!sign && !paced) return false;
    if (!tied() && !beside_ && !paced) return false;
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
    if (a.size == r.size || !(tied() || beside_)) return false;
    if (comes_to(x.value)) return true;
    if (result_ - x.index == 1 && equals_ && sentence(x.index) == sentence(result_) &&
        slip_.empty() && is_bare_number(*result().amount)) {
      slip_ = shown(*x.amount) + " is " + written(x.value / result().value) + ", not " +
              shown(*result().amount);
    }
    return false;
  }

  // "1,000/s x 1 KB x 86,400 s = 86 GB": all that signs join before the result.
  Inputs chain() {
    if (result_ == 0 || !(equals_ || beside_)) return std::nullopt;
    std::size_t first = result_ - 1;
    std::size_t length = 1;
    if (!usable(first)) return std::nullopt;
    while (first > 0 && length < kBefore && usable(first - 1) &&
           sign_between(figures_[first - 1], figures_[first]) == '*') {
      --first;
      ++length;
    }
    if (length < 2) return std::nullopt;
    double value = 1, stated = 1;
    Powers powers, plain;
    bool shares = false;
    std::vector<std::size_t> inputs;
    for (std::size_t i = first; i < result_; ++i) {
      const Figure& f = figures_[i];
      const double scale = is_share(*f.amount) ? 0.01 : 1;
      shares |= is_share(*f.amount);
      value *= f.value * scale;
      stated *= f.stated * scale;
      powers = powers + f.powers;
      plain = plain + f.plain;
      inputs.push_back(i);
    }
    if (powers == result().powers && comes_to(value)) return inputs;
    if (plain == result().plain && comes_to_stated(stated)) return inputs;
    if (sentence(first) == sentence(result_) && plain == result().plain && equals_) {
      slip_ = "the product is " + written(stated / result().stated) + ", not " +
              shown(*result().amount);
    }
    return std::nullopt;
  }

  // The last few amounts of its kind before the result, or right behind it, add up to it.
  Inputs sum() {
    if (result_ == 0) return std::nullopt;
    const auto plus = [&](std::size_t i) {
      return i + 1 < amounts_.size() && sign_between(figures_[i], figures_[i + 1]) == '+';
    };
    const bool signs = result_ > 1 && plus(result_ - 2);
    if ((!totals_ && !signs) || plus(result_ - 1)) return std::nullopt;
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
    if (signs && inputs.size() >= 2 && equals_ && sentence(inputs.back()) == sentence(result_)) {
      slip_ = "the sum is " + written(total / result().stated) + ", not " + shown(*result().amount);
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

  // The sign between two neighbouring amounts: one of "*/+-", or 0.
  char sign_between(const Figure& x, const Figure& y) const {
    if (x.index + 1 != y.index) return 0;
    const std::uint32_t first = x.amount->range.last;
    const std::uint32_t last = y.amount->range.first;
    constexpr std::uint32_t kLongest = 12;  // words with a remark in brackets
    if (last < first || last - first > kLongest) return 0;
    bool inside = false;
    std::uint32_t words = 0;
    for (std::uint32_t at = first; at < last; ++at) {
      const std::string_view gap = lexed_.before(at);
      if (gap.find('(') != gap.npos) inside = true;
      if (gap.find(')') != gap.npos) inside = false;
      if (inside) continue;
      if (lexed_.token(at).gap >= Gap::comma && lexed_.token(at).gap != Gap::bracket) return 0;
      if (++words > 4) return 0;
      if (lexed_.is(at, "x") || lexed_.is(at, "times")) return '*';
      if (lexed_.is(at, "+") || lexed_.is(at, "plus")) return '+';
      if (lexed_.is(at, "minus")) return '-';
      if (is_one_of(lexed_.text(at), kDivides)) return '/';
    }
    if (last - first > 4) return 0;
    for (std::uint32_t at = first; at <= last; ++at) {
      const std::string_view written = lexed_.before(at);
      if (written.find('*') != written.npos) return '*';
      if (written == " - ") return '-';
      if (written.find('/') != written.npos) return '/';
    }
    return 0;
  }
  bool each_between(const Figure& x, const Figure& y) const {
    std::uint32_t first = x.amount->range.last;
    std::uint32_t last = y.amount->range.last;
    if (last - std::min(first, last) > 16) return false;
    for (std::uint32_t at = first; at < last + 3 && at < lexed_.size(); ++at) {
      if (is_one_of(lexed_.text(at), kEach)) return true;
    }
    return false;
  }
  // "from 40k to 28k", "10 s instead of 40 s", "was 20k, now 40k"
  bool linked(const Figure& x, const Figure& y) const {
    constexpr std::string_view kLinks[] = {
        "to",       "->", "of",   "instead", "against", "vs",  "versus", "from", "now",
        "compared", "is", "than", "becomes", "before",  "not", "was",    "down"};
    for (std::uint32_t at = x.amount->range.last; at < y.amount->range.first; ++at) {
      if (is_one_of(lexed_.text(at), kLinks))
        return y.amount->range.first - x.amount->range.last <= 8;
    }
    return false;
  }
  bool of_between(const Figure& x, const Figure& y) const {
    for (std::uint32_t at = x.amount->range.last; at < y.amount->range.first; ++at) {
      if (lexed_.is(at, "of")) return y.amount->range.first - x.amount->range.last <= 6;
    }
    return false;
  }

  std::string shown(const Amount& amount) const {
    const std::uint32_t begin = lexed_.token(amount.range.first).text_begin;
    const std::uint32_t end = lexed_.token(amount.range.last - 1).text_end;
    return std::string(lexed_.document().text().substr(begin, end - begin));
  }

  // The result's words with another number: `times` what is stated.
  std::string written(double times) const {
    const Amount& r = *result().amount;
    const std::uint32_t digits = r.number.first;
    if (!lexed_.is_number(digits) || r.low != r.high) return "something else";
    const double number = value_of(lexed_.text(digits)) * times;
    std::array<char, 32> text{};
    const int precision = std::clamp(3, 1 + int(std::floor(std::log10(std::max(number, 1.0)))), 9);
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number,
                                   std::chars_format::general, precision);
    const std::uint32_t begin = lexed_.token(r.range.first).text_begin;
    const auto& token = lexed_.token(digits);
    const std::string_view all = lexed_.document().text();
    return std::string(all.substr(begin, token.text_begin - begin)) +
           std::string(text.data(), end.ptr) +
           std::string(all.substr(token.text_end,
                                  lexed_.token(r.range.last - 1).text_end - token.text_end));
  }

  const Lexed& lexed_;
  const std::vector<Amount>& amounts_;
  double tolerance_;
  std::vector<Figure> figures_;
  std::size_t result_ = 0;
  std::vector<std::size_t> near_;
  std::string slip_;
  double error_ = 0;  // of what close() compared last
  bool equals_ = false, saves_ = false, saves_only_ = false, less_ = false, totals_ = false,
       grows_ = false, beside_ = false, cell_ = false;
};

}  // namespace

Steps steps_in(const Lexed& lexed, const std::vector<Amount>& amounts, double tolerance) {
  return Finder(lexed, amounts, tolerance).all();
}

}  // namespace quantity
