// The order in which an answer says that things are done. It is that of the words, but for the
// sentences that turn it round: "the old one goes only after all readers have moved", "before we
// drop it, readers are moved".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mentions.h"

namespace flow {

// When a mention's step is done. Compared by `at`; steps with the same are not one after the other.
struct Moment {
  std::uint64_t at;
  assay::TokenRange by;  // the words that put it elsewhere than it stands; empty where none do
  bool counts;           // false for a bare name in a row of names that is not called an order
};

// One a mention, in their order.

std::vector<Moment> moments_of(const assay::Document& document, std::span<const Mention> mentions);

}  // namespace flow
