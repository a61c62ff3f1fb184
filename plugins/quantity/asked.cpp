#include "asked.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace quantity {
namespace {

constexpr double kSlack = 1e-9;  // of what binary fractions lose

class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  void blanks() {
    while (!text_.empty() && text_[0] == ' ') text_.remove_prefix(1);
  }
  bool take(std::string_view prefix) {
    if (!text_.starts_with(prefix)) return false;
    text_.remove_prefix(prefix.size());
    return true;
  }
  std::optional<double> number() {
    std::string digits;
    std::size_t used = 0;
    while (used < text_.size() && (std::isdigit(static_cast<unsigned char>(text_[used])) != 0 ||
                                   text_[used] == '.' || text_[used] == ',')) {
      if (text_[used] != ',') digits += text_[used];
      ++used;
    }
    double value = 0;
    const auto end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
    text_.remove_prefix(used);
    return value;
  }
  std::string word() {
    std::size_t used = 0;
    while (used < text_.size() && text_[used] != ' ' && text_[used] != '/') ++used;
    std::string word(text_.substr(0, used));
    text_.remove_prefix(used);
    return word;
  }
  bool at_end() const { return text_.empty(); }

 private:
  std::string_view text_;
};

const Word* word_for(std::string text) {
  for (char& c : text) c = char(std::tolower(static_cast<unsigned char>(c)));
  return word_named(assay::identity_of(text));
}

}  // namespace

std::optional<Bound> parse_bound(std::string_view text) {
  Bound bound;
  bound.text = text;
  Cursor cursor(text);
  cursor.blanks();
  for (const std::string_view sign : {"$", "\u20ac", "\u00a3"}) {
    if (cursor.take(sign)) bound.dimension = Dimension::money;
  }
  cursor.blanks();
  const std::optional<double> number = cursor.number();
  if (!number) return std::nullopt;
  bound.value = *number;
  cursor.blanks();
  while (!cursor.at_end() && !cursor.take("/")) {
    const std::string name = cursor.word();
    cursor.blanks();
    if (name == "per") break;
    // Of "m" and "b" only capitals multiply.
    const Word* word = name == "M"   ? word_for("million")
                       : name == "m" ? word_for("min")
                                     : word_for(name);
    if (word == nullptr) return std::nullopt;
    if (word->role == Role::magnitude) {
      bound.value *= word->value;
    } else if (word->role == Role::rate) {
      bound.value *= word->value;
      bound.dimension = word->dimension;
      bound.per = {PerKind::time, word->more};
      return cursor.at_end() ? std::optional(bound) : std::nullopt;
    } else if (word->role == Role::unit && bound.dimension == Dimension::number) {
      bound.value *= word->value;
      bound.dimension = word->dimension;
    } else {
      return std::nullopt;
    }
    if (cursor.at_end()) return bound;
  }
  if (cursor.at_end()) return bound;
  cursor.blanks();
  const Word* per = word_for(cursor.word());
  if (per == nullptr || per->role != Role::unit || !cursor.at_end()) return std::nullopt;
  if (per->dimension != Dimension::duration && per->dimension != Dimension::bytes) {
    return std::nullopt;
  }
  bound.per = {per->dimension == Dimension::duration ? PerKind::time : PerKind::bytes, per->value};
  return bound;
}

bool is_of(const Amount& amount, Asking asking) {
  const bool counted =
      amount.dimension == Dimension::count || amount.dimension == Dimension::number;
  const bool timed = amount.per.kind == PerKind::time;
  switch (asking) {
    case Asking::duration:
      return amount.dimension == Dimension::duration && !timed;
    case Asking::bytes:
      return amount.dimension == Dimension::bytes;
    case Asking::money:
      return amount.dimension == Dimension::money;
    case Asking::rate:
      return timed && (counted || amount.dimension == Dimension::bytes);
    case Asking::percent:
      return amount.dimension == Dimension::percent;
    case Asking::count:
      return !timed && (amount.dimension == Dimension::count ||
                        (amount.dimension == Dimension::number && amount.magnitude));
    case Asking::factor:
      return amount.dimension == Dimension::factor;
  }
  return false;
}

namespace {

// A bound's dimension where a rule asks for `asking`.
bool suits(const Bound& bound, Asking asking) {
  Amount amount;
  amount.dimension = bound.dimension == Dimension::number && asking != Asking::rate
                         ? Dimension::count
                         : bound.dimension;
  amount.per = bound.per;
  if (asking == Asking::percent || asking == Asking::factor || asking == Asking::money) {
    if (bound.dimension == Dimension::number) return true;
  }
  return is_of(amount, asking);
}

std::optional<Bound> read_bound(assay::Arguments& arguments, std::string_view key, Asking asking) {
  if (!arguments.has(key)) return std::nullopt;
  const std::string text = arguments.text(key);
  const std::optional<Bound> bound = parse_bound(text);
  if (!bound || !suits(*bound, asking)) {
    constexpr std::string_view kExamples[] = {"\"10 ms\"", "\"1 TB\"", "\"$500\"", "\"1000/s\"",
                                              "\"30 %\"",  "\"5000\"", "\"10\""};
    arguments.refuse(key, "no amount of this dimension; expected one such as " +
                              std::string(kExamples[std::size_t(asking)]));
    return std::nullopt;
  }
  return bound;
}

bool comparable(const Amount& amount, const Bound& bound) {
  if (bound.per.kind == PerKind::none) return true;
  if (bound.per.kind != amount.per.kind) return false;
  const auto numerator = [](Dimension d) { return d == Dimension::number ? Dimension::count : d; };
  return numerator(amount.dimension) == numerator(bound.dimension);
}

double of_bound(double value, const Per& per, const Bound& bound) {
  return bound.per.kind == PerKind::none ? value : value / per.size;
}

}  // namespace

Asked Asked::read(assay::Arguments& arguments) {
  Asked asked;
  asked.asking_ = Asking(arguments.choice("dimension", kAskings));
  asked.least_ = read_bound(arguments, "least", asked.asking_);
  asked.most_ = read_bound(arguments, "most", asked.asking_);
  asked.intervals_ = arguments.flag("intervals", false);
  asked.bare_ = arguments.flag("bare", false);
  if (asked.least_ && asked.most_ &&
      asked.least_->value / asked.least_->per.size > asked.most_->value / asked.most_->per.size) {
    arguments.refuse("least", "more than `most`; expected an amount up to it");
  }
  return asked;
}

bool Asked::is_of_dimension(const Amount& amount) const {
  if (amount.interval && !intervals_) return false;
  if (amount.bare && !bare_) return false;
  return is_of(amount, asking_);
}

bool Asked::above_least(const Amount& amount) const {
  if (!least_) return true;
  return comparable(amount, *least_) && of_bound(amount.high, amount.per, *least_) >=
                                            least_->value / least_->per.size * (1 - kSlack);
}

bool Asked::below_most(const Amount& amount) const {
  if (!most_) return true;
  return comparable(amount, *most_) &&
         of_bound(amount.low, amount.per, *most_) <= most_->value / most_->per.size * (1 + kSlack);
}

std::string Asked::misfit(const Amount& amount) const {
  if (!above_least(amount)) return "less than " + least_->text;
  return "more than " + (most_ ? most_->text : std::string());
}

std::string Asked::describe() const {
  std::string text = "a " + std::string(kAskings[std::size_t(asking_)]);
  if (least_) text += " from " + least_->text;
  if (most_) text += " up to " + most_->text;
  return text;
}

}  // namespace quantity
