// "more than", "at least" and their signs.
#pragma once

#include <optional>
#include <string_view>

#include "lexed.h"

namespace quantity {

enum class Relation : std::uint8_t { more, at_least, less, at_most };
inline constexpr std::string_view kRelations[] = {">", ">=", "<", "<="};

// What b is to a where a is `relation` b.
Relation turned(Relation relation);
bool holds(double a, Relation relation, double b);
// Whether "a `stated` b" makes "a `asked` b" true.
bool implies(Relation stated, Relation asked);

struct RelationAt {
  assay::TokenRange range;
  Relation relation;
};
// The sign or words of a relation that begin at `at`.
std::optional<RelationAt> relation_at(const Lexed& lexed, std::uint32_t at);

}  // namespace quantity
