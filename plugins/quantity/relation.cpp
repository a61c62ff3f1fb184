#include "relation.h"

#include <algorithm>

namespace quantity {

Relation turned(Relation r) {
  constexpr Relation kTurned[] = {Relation::less, Relation::at_most, Relation::more,
                                  Relation::at_least};
  return kTurned[std::size_t(r)];
}

bool holds(double a, Relation relation, double b) {
  switch (relation) {
    case Relation::more:
      return a > b;
    case Relation::at_least:
      return a >= b;
    case Relation::less:
      return a < b;
    case Relation::at_most:
      return a <= b;
  }
  return false;
}

bool implies(Relation stated, Relation asked) {
  return stated == asked || (asked == Relation::at_least && stated == Relation::more) ||
         (asked == Relation::at_most && stated == Relation::less);
}

std::optional<RelationAt> relation_at(const Lexed& lexed, std::uint32_t at) {
  const auto made = [&](std::uint32_t last, Relation relation) {
    return std::optional(RelationAt{{at, last}, relation});
  };
  const bool sign = lexed.is(at, ">") || lexed.is(at, "<");
  if (sign) {
    const bool more = lexed.is(at, ">");
    if (lexed.glued(at + 1) && lexed.is(at + 1, "=")) {
      return made(at + 2, more ? Relation::at_least : Relation::at_most);
    }
    return made(at + 1, more ? Relation::more : Relation::less);
  }
  constexpr std::string_view kMore[] = {"greater", "more", "larger", "bigger", "higher"};
  constexpr std::string_view kLess[] = {"less", "fewer", "smaller", "lower"};
  constexpr std::string_view kExceed[] = {"exceed", "exceeds", "exceeding",
                                          "above",  "over",    "outnumber"};
  constexpr std::string_view kBelow[] = {"below", "under"};
  const auto one_of = [&](const auto& words) {
    return std::find(std::begin(words), std::end(words), lexed.text(at)) != std::end(words);
  };
  if (lexed.is(at + 1, "than")) {
    const bool equal = lexed.is(at + 2, "or") && lexed.is(at + 3, "equal");
    if (one_of(kMore)) return made(at + 2, equal ? Relation::at_least : Relation::more);
    if (one_of(kLess)) return made(at + 2, equal ? Relation::at_most : Relation::less);
  }
  if (one_of(kExceed)) return made(at + 1, Relation::more);
  if (one_of(kBelow)) return made(at + 1, Relation::less);
  if (lexed.is(at, "at") && lexed.is(at + 1, "least")) return made(at + 2, Relation::at_least);
  if (lexed.is(at, "at") && lexed.is(at + 1, "most")) return made(at + 2, Relation::at_most);
  return std::nullopt;
}

}  // namespace quantity
