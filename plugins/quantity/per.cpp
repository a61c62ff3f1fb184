#include "per.h"

#include "numeral.h"

namespace quantity {
namespace {

constexpr double kQuarter = 365 * 86400.0 / 4;

// The unit at `at` as a denominator.
std::optional<Per> denominator(const Lexed& lexed, std::uint32_t at) {
  const Word* word = lexed.word(at);
  if (word == nullptr) return std::nullopt;
  if (word->role == Role::part && lexed.is(at, "quarter")) return Per{PerKind::time, kQuarter};
  if (word->role != Role::unit) return std::nullopt;
  if (word->dimension == Dimension::duration) return Per{PerKind::time, word->value};
  if (word->dimension == Dimension::bytes) return Per{PerKind::bytes, word->value};
  return std::nullopt;
}

}  // namespace

std::optional<PerAt> per_at(const Lexed& lexed, std::uint32_t at, bool of_things) {
  if (at >= lexed.size()) return std::nullopt;
  if (lexed.has_slash(at)) {
    if (const auto per = denominator(lexed, at)) return PerAt{*per, at + 1};
    if (lexed.is_content(at)) return PerAt{{PerKind::thing, 1}, at + 1};
    return std::nullopt;
  }
  if (!lexed.follows(at)) return std::nullopt;
  if (lexed.is(at, Role::often) && !lexed.is(at + 1, "active")) {
    return PerAt{{PerKind::time, lexed.word(at)->value}, at + 1};
  }
  if (lexed.is(at, "p") && lexed.is(at + 1, "a")) {
    return PerAt{{PerKind::time, 365 * 86400.0}, at + 2};
  }
  const bool per = lexed.is(at, "per");
  const bool every = lexed.is(at, "each") || lexed.is(at, "every");
  if (!per && !every && !lexed.is_article(at)) {
    if (of_things && lexed.is(at, "apiece")) return PerAt{{PerKind::thing, 1}, at + 1};
    return std::nullopt;
  }
  const std::uint32_t unit = at + 1;
  if (!lexed.follows(unit)) {
    // "500 bytes each"
    if (every && of_things) return PerAt{{PerKind::thing, 1}, at + 1};
    return std::nullopt;
  }
  if (const auto found = denominator(lexed, unit)) {
    if (found->kind == PerKind::time || of_things || per) return PerAt{*found, unit + 1};
  }
  if (per || every) {
    if (const auto number = single_at(lexed, unit)) {
      if (!lexed.follows(number->range.last)) return std::nullopt;
      auto found = denominator(lexed, number->range.last);
      if (!found) return std::nullopt;
      found->size *= number->low > 0 ? number->low : 1;
      return PerAt{*found, number->range.last + 1};
    }
  }
  if ((per || of_things) && lexed.is_content(unit)) {
    return PerAt{{PerKind::thing, 1}, unit + 1};
  }
  return std::nullopt;
}

bool starts_per_time(const Lexed& lexed, std::uint32_t at) {
  const std::optional<PerAt> per = per_at(lexed, at, false);
  return per && per->per.kind == PerKind::time;
}

}  // namespace quantity
