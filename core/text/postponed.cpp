// What is put off: "we postpone sharding", "masks are left for a next release".
#include "text/postponed.h"

namespace assay {
namespace {

// What work is planned in.
constexpr std::uint64_t kStages[] = {literal("iteration"), literal("release"),   literal("phase"),
                                     literal("version"),   literal("milestone"), literal("sprint")};
constexpr std::uint64_t kComing[] = {literal("next"), literal("second"), literal("subsequent")};
constexpr std::uint64_t kLeft[] = {literal("left"),    literal("deferred"), literal("postponed"),
                                   literal("planned"), literal("reserved"), literal("pushed"),
                                   literal("delayed"), literal("parked")};

// "what is for later", "masks that are left for later": names the things, and puts nothing off.
bool is_of_a_relative(const Reading& r, const Part& part) {
  return r.is(part.body, WordClass::interrogative) || part.opener == Lexeme::who ||
         r.lex(part.body) == Lexeme::that;
}

// Whether the "for" or "to" at `to` stands behind "is", "is left", "we leave sharding".
bool is_left(const Reading& r, const Part& part, std::uint32_t to) {
  if (to <= part.body + 1 || r.gap(to) != Gap::space) return false;
  const bool left = r.word_is_any(to - 1, kLeft);
  const std::uint32_t be = left ? to - 2 : to - 1;
  if (r.is_copula(be) && be > part.body && (left || r.lex(to) == Lexeme::for_)) {
    return !is_of_a_relative(r, part);
  }
  if (r.lex(to) != Lexeme::for_) return false;
  const std::uint32_t verb = r.is_anybody(part.body) ? r.skip_adverbs(part.body + 1) : part.body;
  const std::uint32_t bare = r.is(verb, WordClass::modal) ? verb + 1 : verb;
  return r.word_is(bare, literal("leave"));
}

// "a next iteration", "phase two", "the second release"
bool is_stage_to_come(const Reading& r, std::uint32_t i) {
  if (!r.word_is_any(i, kStages) || r.lex(i + 1) == Lexeme::of || r.lex(i + 2) == Lexeme::of) {
    return false;  // "the second phase of the commit" is a step of the design
  }
  // "the next release drops the old column": decided, and only later.
  const bool released = r.word_is(i, literal("release")) || r.word_is(i, literal("version"));
  if (r.word_is(i - 1, literal("later")) || r.word_is(i - 1, literal("future"))) return true;
  return !released && (r.word_is_any(i - 1, kComing) || r.word_is(i + 1, literal("two")) ||
                       r.is_ordinal(i + 1, 2));
}

// "We postpone the close until all files are in": a wait within the design.
bool waits(const Reading& r, std::uint32_t i) {
  constexpr std::uint64_t kUntil[] = {literal("until"), literal("till"), literal("before"),
                                      literal("after")};
  constexpr std::uint32_t kWithin = 24;
  const std::uint32_t end = std::min(r.last(), i + kWithin);
  for (std::uint32_t at = i + 1; at < end && r.gap(at) < Gap::colon; ++at) {
    const Lexeme l = r.lex(at);
    if (r.word_is_any(at, kUntil) || l == Lexeme::if_ || l == Lexeme::when || l == Lexeme::once ||
        l == Lexeme::to || r.word_is(at, literal("by"))) {
      return !is_stage_to_come(r, at + 2) && !is_stage_to_come(r, at + 3) &&
             !is_stage_to_come(r, at + 1);
    }
  }
  return false;
}

// Where the subject of a part begins: "row filters and | regions are for later" is one.
// REQUIRES: `part` is one of r.parts.
std::uint32_t subject_from(const Reading& r, const Part& part) {
  if (part.opener != Lexeme::and_ || part.gap >= Gap::comma || &part == r.parts.data()) {
    return part.first;
  }
  const Part& before = *(&part - 1);
  for (std::uint32_t i = before.first; i < before.last; ++i) {
    if (r.is_finite(i) || r.is_plural_predicate(i) || r.is_subject(i)) return part.first;
  }
  return before.first;
}

}  // namespace

bool is_postponing_cue(std::uint64_t word) {
  return word == literal("postpone") || word == literal("postponed") || word == literal("future") ||
         is_one_of(word, kStages);
}

std::uint32_t postponed_from(const Reading& r, const Part& part, std::uint32_t i) {
  if (r.standing(i) != Standing::asserted) return kNone;
  if (r.word_is(i, literal("later"))) {
    const bool ends = i + 1 >= part.last || r.gap(i + 1) >= Gap::comma;
    return ends && r.lex(i - 1) == Lexeme::for_ && is_left(r, part, i - 1) ? subject_from(r, part)
                                                                           : kNone;
  }
  if (r.word_is(i, literal("future"))) {
    return r.word_is(i + 1, literal("work")) && i > part.body + 1 &&
                   (r.is_copula(i - 1) || r.lex(i - 1) == Lexeme::be_bare) &&
                   !is_of_a_relative(r, part)
               ? subject_from(r, part)
               : kNone;
  }
  if (r.word_is(i, literal("postpone"))) {
    const std::uint32_t before = r.is(i - 1, WordClass::modal) ? i - 2 : i - 1;
    const bool writer = i == part.body || r.is_anybody(before);
    return writer && i + 1 < part.last && !waits(r, i) ? i : kNone;
  }
  if (r.word_is(i, literal("postponed"))) {
    return r.is_copula(i - 1) && i > part.body + 1 && !is_of_a_relative(r, part) && !waits(r, i)
               ? subject_from(r, part)
               : kNone;
  }
  if (!is_stage_to_come(r, i)) return kNone;
  for (std::uint32_t to = i; to-- > part.body && i - to <= 3;) {
    if (r.lex(to) == Lexeme::for_ || r.lex(to) == Lexeme::to) {
      return is_left(r, part, to) ? subject_from(r, part) : kNone;
    }
  }
  return kNone;
}

}  // namespace assay
