// Amounts in running text: a number with what it is a number of, in one base unit a dimension.
#pragma once

#include <vector>

#include "assay/rule.h"
#include "numeral.h"
#include "per.h"

namespace quantity {

struct Amount {
  assay::TokenRange range;  // the number, its unit and what it is per
  assay::TokenRange number;
  Dimension dimension = Dimension::number;
  Per per;
  double low = 0;         // in seconds, bytes, whole money, percent or things; not divided by `per`
  double high = 0;        // low, where it is not a range
  double unit = 1;        // what its number was multiplied with
  bool vague = false;     // "tens of", "a few"
  bool bare = false;      // a unit without a number: "in milliseconds"
  bool interval = false;  // "nightly", "every hour"
  bool magnitude = false;  // "5 million", "12,000"
  bool named = false;      // a word says what is counted

  double middle() const { return (low + high) / 2; }
};

// All of them, from left to right, none overlapping another. Takes time in proportion to the
// answer's length.
std::vector<Amount> amounts_in(const Lexed& lexed);

// An answer's tokens and the amounts in them, worked out once for all rules that read it.
struct Figures {
  explicit Figures(const assay::Document& document) : lexed(document), amounts(amounts_in(lexed)) {}

  Lexed lexed;
  std::vector<Amount> amounts;
};
const Figures& figures_of(const assay::Reading& reading);

}  // namespace quantity
