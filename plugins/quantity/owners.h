// Whose an amount is: for as many things as possible an amount of their own.
#pragma once

#include <vector>

#include "amounts.h"
#include "assay/rule.h"

namespace quantity {

struct Owned {
  std::size_t amount;       // its index
  assay::TokenRange thing;  // empty where none is asked for
};

// Of the amounts with the indexes `window` those that can be given to different things, in text
// order. `places` are for each thing where it stands. A thing may have an amount of its sentence,
// list item or table row, of the sentence behind it, or under a heading with it; it has the nearest
// that leaves the others theirs.
std::vector<Owned> owned(const assay::Reading& reading, const std::vector<Amount>& amounts,
                         const std::vector<std::size_t>& window,
                         const std::vector<std::vector<assay::TokenRange>>& places);

}  // namespace quantity
