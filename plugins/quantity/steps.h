// Computations in an answer: amounts of which one is what the others come to.
#pragma once

#include <string>
#include <vector>

#include "amounts.h"

namespace quantity {

struct Step {
  std::size_t result;               // indexes of amounts
  std::vector<std::size_t> inputs;  // in text order
};

// What the figures do not come to: "60 % of $80k is $48k, not $58k".
struct Slip {
  std::size_t result;
  std::string why;
};

struct Steps {
  std::vector<Step> holding;  // by result, at most one each
  std::vector<Slip> slips;    // of results that nothing stated comes to
};

// Tries the few operations that a result's words suggest on the amounts near it; `tolerance` is the
// part by which a stated result may miss. Takes time in proportion to the number of amounts.
Steps steps_in(const Lexed& lexed, const std::vector<Amount>& amounts, double tolerance);

}  // namespace quantity
