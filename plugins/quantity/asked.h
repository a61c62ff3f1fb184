// What a rule asks of an amount: its dimension, and bounds with units of their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "amounts.h"
#include "assay/kind.h"

namespace quantity {

// An amount as an author writes it: "10 ms", "1000/s", "5 TB/day", "$500k", "30 %".
struct Bound {
  Dimension dimension = Dimension::number;
  double value = 0;  // as in Amount
  Per per;
  std::string text;
};
std::optional<Bound> parse_bound(std::string_view text);

enum class Asking : std::uint8_t { duration, bytes, money, rate, percent, count, factor };
inline constexpr std::string_view kAskings[] = {"duration", "bytes", "money", "rate",
                                                "percent",  "count", "factor"};

class Asked {
 public:
  // Reads `dimension`, `least`, `most`, `intervals` and `bare`.
  static Asked read(assay::Arguments& arguments);

  bool is_of_dimension(const Amount& amount) const;
  bool above_least(const Amount& amount) const;
  bool below_most(const Amount& amount) const;
  bool fits(const Amount& amount) const {
    return is_of_dimension(amount) && above_least(amount) && below_most(amount);
  }
  // "more than 30 s" for an amount of the dimension that does not fit.
  std::string misfit(const Amount& amount) const;
  // "a duration from 1 s to 30 s"
  std::string describe() const;

 private:
  Asking asking_ = Asking::duration;
  std::optional<Bound> least_;
  std::optional<Bound> most_;
  bool intervals_ = false;
  bool bare_ = false;
};

// Whether an amount is what a rule may ask for by that name.
bool is_of(const Amount& amount, Asking asking);

}  // namespace quantity
