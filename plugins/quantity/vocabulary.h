// The words that numbers and units are written with.
#pragma once

#include <cstdint>

namespace quantity {

enum class Dimension : std::uint8_t {
  number,    // nothing is counted: "5"
  count,     // things: "5 million users"
  duration,  // in seconds
  bytes,     // in bytes; bits are eighths
  money,     // in whole units of whatever currency
  percent,   // 30 for "30 %" and 33.3 for "a third"
  factor,    // 10 for "10x" and "tenfold"
};

enum class Role : std::uint8_t {
  small,       // one to nineteen
  tens,        // twenty to ninety
  magnitude,   // k, thousand, million, dozen
  some,        // few, several: from `value` to `more`
  part,        // half, third, tenth
  unit,        // `dimension`, of `value` seconds, bytes, ...
  rate,        // qps: `value` things in `per` seconds
  often,       // nightly: every `value` seconds
  fold,        // tenfold, twice
  ordinal_of,  // step, port, version: the number behind it is a name
  month,
  clock,   // am, pm, o'clock
  opener,  // a, sub, every: where an amount may begin
};

struct Word {
  Role role;
  double value;
  Dimension dimension = Dimension::number;
  double more = 0;    // of `some`: the most; of `rate`: seconds
  bool spelt = true;  // not an abbreviation
  bool plural = false;
};

// Null for a word that has no part in amounts. `word` is a token's identity.
const Word* word_named(std::uint64_t word);

}  // namespace quantity
