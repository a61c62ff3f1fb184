// Which mentions stand in earlier items of the row that a place is in.
#pragma once

#include <array>
#include <cstdint>

#include "mentions.h"
#include "outline.h"

namespace flow {

// Remembers the latest mention of each stage, and that in an item before its own. Mentions are
// added in their order.
class Rows {
 public:
  void add(std::uint32_t stage, std::uint32_t mention, Place place) {
    Seen& seen = seen_[stage];
    if (seen.place != place) seen.earlier = seen.latest, seen.earlier_place = seen.place;
    seen.latest = mention;
    seen.place = place;
  }

  std::uint32_t before(std::uint32_t stage, Place place) const {
    const Seen& seen = seen_[stage];
    if (precedes(seen.place, place)) return seen.latest;
    if (precedes(seen.earlier_place, place)) return seen.earlier;
    return assay::kNone;
  }

 private:
  struct Seen {
    std::uint32_t latest = assay::kNone;
    std::uint32_t earlier = assay::kNone;
    Place place;
    Place earlier_place;
  };

  static bool precedes(Place a, Place b) {
    return b.row != assay::kNone && a.row == b.row && a.item < b.item && a.counted && b.counted;
  }

  std::array<Seen, kMostStages> seen_;
};

}  // namespace flow
