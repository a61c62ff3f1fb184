// The English of data flow: which words of an answer move data on, fetch it, work on it or keep it,
// and which little words say where from and where to.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "assay/rule.h"

namespace flow {

enum class Sense : std::uint32_t {
  moves = 1u << 0,      // "feeds", "writes", "is sent": on to what follows
  fetches = 1u << 1,    // "reads", "subscribes to": from what follows
  works = 1u << 2,      // "counts", "enriches"
  keeps = 1u << 3,      // "stores", "serves"
  fills = 1u << 4,      // "feeds", "populates": what is filled is a part of the design, not data
  to = 1u << 5,         // "to", "into", "in"
  from = 1u << 6,       // "from", "off"
  by = 1u << 7,         // "by"
  through = 1u << 8,    // "via", "with", "using"
  behind = 1u << 9,     // "downstream of": what follows comes first
  ahead = 1u << 10,     // "upstream of"
  then = 1u << 11,      // "then", "from there", "whose output"
  relative = 1u << 12,  // "which"
  anaphor = 1u << 13,   // "it", "the result"
  arrow = 1u << 14,     // "->", ">", "|"
  back = 1u << 15,      // "<-"
  between = 1u << 16,   // "between": from the first that follows to what stands before
};
using Senses = std::uint32_t;
constexpr Senses operator|(Sense a, Sense b) { return Senses(Senses(a) | Senses(b)); }
constexpr Senses operator|(Senses a, Sense b) { return Senses(a | Senses(b)); }
constexpr bool has(Senses set, Sense sense) { return (set & Senses(sense)) != 0; }

inline constexpr Senses kVerbs = Sense::moves | Sense::fetches | Sense::works | Sense::keeps;

// The senses of each token of one document. Those of a phrase stand at its first word.
class Cues {
 public:
  // `links` and `reverse` are an author's own words for moving on and for fetching. `names` are the
  // places where parts of the design are named, ordered.
  Cues(const assay::Reading& reading, std::span<const assay::TokenRange> names,
       std::optional<assay::TermSet> links, std::optional<assay::TermSet> reverse);

  Senses at(std::uint32_t token) const { return senses_[token]; }
  bool is(std::uint32_t token, Sense sense) const { return flow::has(senses_[token], sense); }
  // The token's phrase. REQUIRES: at(token) != 0.
  assay::TokenRange phrase(std::uint32_t token) const { return {token, token + lengths_[token]}; }

 private:
  void mark(std::span<const assay::TokenRange> places, Sense sense);

  std::vector<Senses> senses_;
  std::vector<std::uint8_t> lengths_;
};

}  // namespace flow
