// Which feature each word of an answer is about. An answer on CAP treats two features in turn,
// often naming each once ("Billing: ...", a table's row, a paragraph) and going on with "it" or
// nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "assay/kind.h"
#include "assay/rule.h"

namespace cap {

enum class Topic : std::uint8_t { none, feature, rival };

// The terms that name the one feature, the other, and (if given) what is neither: the platform as
// a whole, a theorem's systems in general.
struct Names {
  assay::TermSet feature;
  assay::TermSet rival;
  std::optional<assay::TermSet> neither;

  static std::optional<Names> read(assay::Arguments& arguments);
};

// The topic of every token, in token order.
// - A sentence that names one of the two is about it, but for what stands before a "but", "while"
//   or semicolon that leads to the name.
// - A sentence that names both is divided by its clauses, and a clause that names both at the
//   names: before them where they follow a preposition ("CP for billing and AP for the
//   dashboard"), else after them.
// - A sentence that names neither goes on with the topic before it, within its section; a section
//   begins with the topic of its title.
// - A table's row is about what its first cell names; where the header names both, its columns are
//   about them.
// - "The former", "the latter" and "the other one" are names; "than billing", "unlike billing" and
//   the like are none. "That is billing" names what was told before it.
std::vector<Topic> topics_of(const assay::Reading& reading, const Names& names);

// Whether all of `range` is about `topic`. REQUIRES: !range.empty().
bool is_about(std::span<const Topic> topics, assay::TokenRange range, Topic topic);

}  // namespace cap
