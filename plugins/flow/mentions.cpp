#include "mentions.h"

#include <algorithm>
#include <tuple>

namespace flow {
namespace {

using assay::kNone;
using assay::TokenRange;

constexpr std::uint32_t kSpread = 8;  // a longer match of several words has no one place
constexpr std::uint32_t kName = 6;    // a longer match is no name that could hold another

// Of a match spread over a sentence, the word that completes it.
TokenRange place_of(const assay::Match& match) {
  if (match.range.size() <= kSpread || match.parts.size() < 2) return match.range;
  return match.parts.back().range;
}

}  // namespace

std::vector<Mention> mentions_of(const assay::Reading& reading,
                                 std::span<const std::unique_ptr<assay::Rule>> stages) {
  std::vector<Mention> all;
  for (std::uint32_t stage = 0; stage < stages.size(); ++stage) {
    for (const assay::Match& match : reading.matches(*stages[stage])) {
      if (match.range.empty()) continue;
      const TokenRange place = place_of(match);
      all.push_back({place, stage, reading.document().sentence_of(place.first), match.parts});
    }
  }
  std::ranges::stable_sort(all, [](const Mention& a, const Mention& b) {
    return std::tuple(a.range.first, b.range.last) < std::tuple(b.range.first, a.range.last);
  });
  std::vector<Mention> kept;
  TokenRange name;  // the last that reaches furthest
  std::uint32_t stage = kNone;
  for (Mention& mention : all) {
    const bool inside = !name.empty() && name.contains(mention.range.first) &&
                        mention.range.last <= name.last && mention.range != name;
    if (inside && name.size() <= kName && (mention.stage != stage)) continue;
    if (mention.range.last >= name.last) {
      name = mention.range;
      stage = mention.stage;
    }
    kept.push_back(std::move(mention));
  }
  return kept;
}

}  // namespace flow
