#include "owners.h"

#include <algorithm>
#include <optional>

#include "place.h"

namespace quantity {
namespace {

using assay::BlockKind;
using assay::TokenRange;

constexpr std::uint32_t kFar = 1u << 20;  // more words than an answer has
constexpr std::size_t kMost = 64;         // amounts that one thing is tried with

struct Candidate {
  std::uint32_t distance;
  std::size_t amount;  // index into the window
  TokenRange thing;
};

// The nearest of a thing's places to the amount, where it can be the amount's.
std::optional<Candidate> candidate(const assay::Reading& reading, TokenRange amount,
                                   const std::vector<TokenRange>& places) {
  const assay::Document& document = reading.document();
  const assay::Block& block = document.blocks()[document.block_of(amount.first)];
  const bool whole = block.kind == BlockKind::list_item || block.kind == BlockKind::table_row;
  const Reach reach{whole ? Reach::Unit::block : Reach::Unit::sentence, 0};
  const TokenRange thing = beside(reading, amount, places, reach);
  if (!thing.empty()) {
    const bool here = document.block_of(thing.first) == document.block_of(amount.first);
    const std::uint32_t distance =
        thing.first < amount.first ? amount.first - thing.first : thing.first - amount.first;
    return Candidate{here ? distance : kFar, 0, thing};
  }
  const std::uint32_t sentence = document.sentence_of(amount.first);
  if (whole || sentence == block.sentences.first) return std::nullopt;
  const auto before = assay::beginning_in(places, document.sentences()[sentence - 1].tokens);
  if (before.empty()) return std::nullopt;
  return Candidate{kFar / 2, 0, before.back()};
}

// A matching of things and amounts by augmenting paths.
class Matching {
 public:
  Matching(std::vector<std::vector<Candidate>> candidates, std::size_t amounts)
      : candidates_(std::move(candidates)), owner_(amounts, candidates_.size()), thing_(amounts) {
    for (std::size_t thing = 0; thing < candidates_.size(); ++thing) {
      std::vector<std::size_t> tried;
      assign(thing, tried);
    }
  }

  bool has_owner(std::size_t amount) const { return owner_[amount] < candidates_.size(); }
  TokenRange thing(std::size_t amount) const { return thing_[amount]; }

 private:
  bool assign(std::size_t thing, std::vector<std::size_t>& tried) {
    for (const Candidate& candidate : candidates_[thing]) {
      const std::size_t amount = candidate.amount;
      if (std::ranges::find(tried, amount) != tried.end()) continue;
      tried.push_back(amount);
      if (has_owner(amount) && !assign(owner_[amount], tried)) continue;
      owner_[amount] = thing;
      thing_[amount] = candidate.thing;
      return true;
    }
    return false;
  }

  std::vector<std::vector<Candidate>> candidates_;  // of each thing, the nearest first
  std::vector<std::size_t> owner_;
  std::vector<TokenRange> thing_;
};

}  // namespace

std::vector<Owned> owned(const assay::Reading& reading, const std::vector<Amount>& amounts,
                         const std::vector<std::size_t>& window,
                         const std::vector<std::vector<TokenRange>>& places) {
  std::vector<std::vector<Candidate>> candidates;
  for (const std::vector<TokenRange>& of_one : places) {
    candidates.emplace_back();
    for (std::size_t i = 0; i < window.size(); ++i) {
      auto found = candidate(reading, amounts[window[i]].range, of_one);
      if (!found) continue;
      found->amount = i;
      candidates.back().push_back(*found);
    }
    std::ranges::stable_sort(candidates.back(), {}, &Candidate::distance);
    if (candidates.back().size() > kMost) candidates.back().resize(kMost);
  }
  const Matching matching(std::move(candidates), window.size());
  std::vector<Owned> result;
  for (std::size_t i = 0; i < window.size(); ++i) {
    if (matching.has_owner(i)) result.push_back({window[i], matching.thing(i)});
  }
  return result;
}

}  // namespace quantity
