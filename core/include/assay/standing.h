// What the writer does with a clause. A term counts only where the answer itself claims something,
// so every clause of a Document carries a standing and every rule says which standings it accepts.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "assay/export.h"

namespace assay {

enum class Standing : std::uint8_t {
  asserted,      // the answer says so
  conditional,   // an open condition and what follows from it: "if a region is cut off, it stops"
  hypothetical,  // contrary to fact: "if the bound were tighter, I would take Flink"
  negated,       // "never", "without", "no single", "rather than", "instead of", "avoid"
  rejected,      // named as wrong: "a common mistake is ...", "I don't buy the ritual of ..."
  attributed,    // an opinion that is not the writer's: "some would say ...", "it is not true that
                 // ...", "do you think that ...?"
  question,      // "Should we use Kafka?"
  quoted,        // inside quotation marks as speech, a block quote, or struck through
  unclaimed,     // terms with nothing said of them
  scrambled,     // words in an order that no text has
};
inline constexpr int kStandings = 10;

// The name authors write in a rubric, e.g. "asserted". Never empty.
ASSAY_SDK std::string_view name_of(Standing standing);
// Nothing where no standing has that name.
ASSAY_SDK std::optional<Standing> standing_named(std::string_view name);

// A set of standings; what a rule accepts.
class StandingSet {
 public:
  constexpr StandingSet() = default;
  constexpr StandingSet(std::initializer_list<Standing> standings) {
    for (Standing s : standings) add(s);
  }
  constexpr void add(Standing s) { bits_ |= std::uint16_t(1u << unsigned(s)); }
  constexpr bool has(Standing s) const { return (bits_ >> unsigned(s)) & 1u; }
  constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(StandingSet, StandingSet) = default;

  // All that a text can have: scrambled words count nowhere, unless they are asked for by name.
  static constexpr StandingSet all() {
    StandingSet set;
    set.bits_ = (1u << unsigned(Standing::scrambled)) - 1;
    return set;
  }
  // What a rule accepts where its author says nothing: the answer's own claims.
  static constexpr StandingSet claimed() { return {Standing::asserted, Standing::conditional}; }

 private:
  std::uint16_t bits_ = 0;
};

}  // namespace assay
