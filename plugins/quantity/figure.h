// An amount as a computation takes it: a value and what it is measured in.
#pragma once

#include "amounts.h"

namespace quantity {

// Powers of money, bytes and time; what is counted has none.
struct Powers {
  int money = 0, bytes = 0, time = 0;
  friend bool operator==(const Powers&, const Powers&) = default;
  friend Powers operator+(Powers a, Powers b) {
    return {a.money + b.money, a.bytes + b.bytes, a.time + b.time};
  }
  friend Powers operator-(Powers a, Powers b) {
    return {a.money - b.money, a.bytes - b.bytes, a.time - b.time};
  }
};

struct Figure {
  const Amount* amount;
  std::size_t index;  // of the amount
  double value;       // in seconds, bytes, money, per second or byte
  Powers powers;
  double stated;  // without the time that it is per
  Powers plain;   // of that
};
Figure figure_of(const Amount& amount, std::size_t index);

bool is_share(const Amount& amount);
bool is_bare_number(const Amount& amount);  // says not of what
bool is_counted(const Amount& amount);      // of things, or of nothing

// Whether both can be added: "$80k a month" and "$48k".
bool alike(const Figure& a, const Figure& b);

}  // namespace quantity
