// The stages of a flow, joined by the best link between any two of them. What an answer names twice
// is one part of its design, so links between different mentions of a stage join.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "links.h"

namespace flow {

class LinkTable {
 public:
  LinkTable(std::span<const Mention> mentions, std::span<const Link> links);

  // The best link from one stage to another: told ones before others, then the nearest. A link that
  // is not told does not count where the answer tells the opposite.
  std::optional<Link> link(std::uint32_t from, std::uint32_t to) const;

 private:
  std::array<std::array<std::optional<Link>, kMostStages>, kMostStages> best_;
};

// The stages, in order, of the longest chain of links among `stages`; of two equally long the one
// with more told links. Empty where no two are linked.
std::vector<std::uint32_t> longest_chain(const LinkTable& table, std::uint32_t stages);

}  // namespace flow
