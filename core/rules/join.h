// Joins the matches of several operands that stand near each other or follow one another.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "assay/rule.h"
#include "rules/matches.h"

namespace assay {

// How near. Units are counted from the first word of a combination to its last; words are those
// between one match and the next, in one block.
struct Scope {
  enum class Unit : std::uint8_t { words, clause, sentence, block, section, answer };
  Unit unit = Unit::sentence;
  std::uint32_t reach = 1;

  // "clause", "sentence", "3 sentences", "10 words", "block", "section".
  ASSAY_SDK static std::optional<Scope> parse(std::string_view text);
  // What is to be said of words that are not within it: "not in the same sentence".
  ASSAY_SDK std::string missed() const;
};
inline constexpr std::uint32_t kMostReach = 100;

// What a combination rests on is all that it covers: its unit or units, or as many words to both
// sides as may lie between its matches.
ASSAY_SDK TokenRange zone_of(const Document& document, Scope scope, TokenRange combination);

// The most operands that may be joined in any order: their subsets are counted.
inline constexpr std::size_t kMostUnordered = 6;

struct JoinOptions {
  Scope scope;
  bool ordered = false;  // each after the end of the one before
  // A combination with one of these in its zone is none. Ordered.
  std::span<const Match> without = {};
};

// Combinations of one match of each operand, from left to right: each as short as it can be where
// it ends, none overlapping another. Two operands never share the very same words; an operand that
// holds anywhere asks for no place, and where all do there is one combination without a place.
// REQUIRES: each operand's matches are ordered; options.ordered or operands <= kMostUnordered.
ASSAY_SDK std::vector<Match> join(const Document& document, std::span<const Matches> operands,
                                  const JoinOptions& options);

// The ranges in which `needed` different operands have a match, whatever stands between, chosen as
// join() does; operands may share words.
ASSAY_SDK std::vector<Match> gather(std::span<const Matches> operands, std::size_t needed);

}  // namespace assay
