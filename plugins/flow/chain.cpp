#include "chain.h"

#include <algorithm>
#include <tuple>

namespace flow {
namespace {

std::uint32_t distance(std::span<const Mention> mentions, const Link& link) {
  const std::uint32_t a = mentions[link.from].range.first;
  const std::uint32_t b = mentions[link.to].range.first;
  return a < b ? b - a : a - b;
}

}  // namespace

LinkTable::LinkTable(std::span<const Mention> mentions, std::span<const Link> links) {
  for (const Link& link : links) {
    std::optional<Link>& best = best_[mentions[link.from].stage][mentions[link.to].stage];
    if (!best || std::tuple(!link.told, distance(mentions, link)) <
                     std::tuple(!best->told, distance(mentions, *best))) {
      best = link;
    }
  }
}

std::optional<Link> LinkTable::link(std::uint32_t from, std::uint32_t to) const {
  const std::optional<Link>& best = best_[from][to];
  const std::optional<Link>& opposite = best_[to][from];
  if (best && !best->told && opposite && opposite->told) return std::nullopt;
  return best;
}

std::vector<std::uint32_t> longest_chain(const LinkTable& table, std::uint32_t stages) {
  struct Chain {
    std::uint32_t length = 1;
    std::uint32_t told = 0;
    std::uint32_t previous = assay::kNone;
  };
  std::vector<Chain> ending(stages);
  for (std::uint32_t to = 0; to < stages; ++to) {
    for (std::uint32_t from = 0; from < to; ++from) {
      const std::optional<Link> link = table.link(from, to);
      if (!link) continue;
      const Chain longer{ending[from].length + 1, ending[from].told + (link->told ? 1 : 0), from};
      if (std::tie(longer.length, longer.told) > std::tie(ending[to].length, ending[to].told)) {
        ending[to] = longer;
      }
    }
  }
  const auto last = std::ranges::max_element(ending, [](const Chain& a, const Chain& b) {
    return std::tie(a.length, a.told) < std::tie(b.length, b.told);
  });
  std::vector<std::uint32_t> chain;
  if (last == ending.end() || last->length < 2) return chain;
  for (auto stage = std::uint32_t(last - ending.begin()); stage != assay::kNone;
       stage = ending[stage].previous) {
    chain.push_back(stage);
  }
  std::ranges::reverse(chain);
  return chain;
}

}  // namespace flow
