// What may come to be, some day or perhaps: "a merge could be considered", "might one day flow into
// a lakehouse", "a single definition would be desirable". Nothing is claimed of the design itself.
// "could" and "might" alone are none: "a stale read could charge twice" says what happens.
#include "text/postponed.h"

namespace assay {
namespace {

constexpr std::uint64_t kPerhaps[] = {literal("perhaps"), literal("maybe"), literal("possibly"),
                                      literal("someday"), literal("conceivably")};
// After a modal and "be", or after "worth".
constexpr std::uint64_t kPondered[] = {
    literal("considered"),  literal("explored"),     literal("evaluated"),   literal("discussed"),
    literal("examined"),    literal("investigated"), literal("desirable"),   literal("beneficial"),
    literal("considering"), literal("exploring"),    literal("conceivable"), literal("thinkable"),
    literal("thinking"),    literal("discussing"),   literal("evaluating")};
// After a modal: "could look into".
constexpr std::uint64_t kPondering[] = {literal("consider"), literal("explore"),
                                        literal("evaluate"), literal("investigate"),
                                        literal("ponder"),   literal("imagine")};
// What a machine does with a rule or a condition.
constexpr std::uint64_t kComputed[] = {literal("evaluate"),    literal("evaluated"),
                                       literal("explore"),     literal("examined"),
                                       literal("investigate"), literal("investigated")};
// What is done to a design that grows.
constexpr std::uint64_t kExtending[] = {
    literal("add"),        literal("added"),    literal("move"),    literal("moved"),
    literal("migrate"),    literal("migrated"), literal("replace"), literal("replaced"),
    literal("switch"),     literal("switched"), literal("adopt"),   literal("adopted"),
    literal("extend"),     literal("extended"), literal("upgrade"), literal("upgraded"),
    literal("build"),      literal("built"),    literal("split"),   literal("revisit"),
    literal("swap"),       literal("swapped"),  literal("grow"),    literal("introduce"),
    literal("introduced"), literal("offer"),    literal("offered"), literal("revisited")};
// With more of it, more would be done.
constexpr std::uint64_t kWanting[] = {literal("time"),      literal("money"), literal("budget"),
                                      literal("resources"), literal("hands"), literal("people")};
constexpr std::uint64_t kSomeDay[] = {literal("later"), literal("eventually"), literal("someday")};

// "one day", "some day", "in the long run", "at some point", "on the roadmap", "look into"
bool is_some_time(const Reading& r, std::uint32_t i) {
  if (r.word_is(i, literal("day")) &&
      (r.word_is(i - 1, literal("some")) ||
       (r.word_is(i - 1, literal("one")) && r.is(i - 2, WordClass::modal)))) {
    return true;
  }
  if (r.word_is(i, literal("run")) && r.word_is(i - 1, literal("long"))) {
    return r.word_is(i - 2, literal("the")) && r.word_is(i - 3, literal("in"));
  }
  if (r.word_is(i, literal("point"))) {
    // "a password will leak at some point": it will, and not perhaps.
    constexpr std::uint32_t kToWill = 8;
    for (std::uint32_t at = i; at-- > r.first() && i - at <= kToWill;) {
      const bool writer = r.lex(at - 1) == Lexeme::i || r.lex(at - 1) == Lexeme::we;
      if (r.word_is(at, literal("will")) && !writer) return false;
    }
    return r.word_is(i - 1, literal("some")) && r.word_is(i - 2, literal("at"));
  }
  return r.word_is(i, literal("into")) && r.word_is(i - 1, literal("look")) &&
         (r.is(i - 2, WordClass::modal) || r.lex(i - 2) == Lexeme::to);
}

// "can evaluate the rule", "must be evaluated per tenant": the work of a part of the design, unless
// the writer does it, it only might be done, or nobody says when or on what.
bool is_computed(const Reading& r, std::uint32_t i, std::uint32_t modal) {
  constexpr std::uint64_t kOnlyPerhaps[] = {literal("could"), literal("might"), literal("may"),
                                            literal("should"), literal("would")};
  if (!r.word_is_any(i, kComputed) || r.word_is_any(modal, kOnlyPerhaps)) return false;
  if (r.is_anybody(modal - 1)) return false;
  return i == modal + 1 || (r.gap(i + 1) == Gap::space && r.is(i + 1, WordClass::preposition));
}

bool is_open_modal(const Reading& r, std::uint32_t i) {
  return r.word_is(i, literal("could")) || r.word_is(i, literal("might")) ||
         r.word_is(i, literal("may"));
}

// "could later be moved", "might eventually add", "later we may switch": an extension that nobody
// has decided on. What rows and readers may do later is how the design behaves.
bool is_later_extension(const Reading& r, const Part& part, std::uint32_t i) {
  if (!r.word_is_any(i, kSomeDay) || r.lex(i + 1) == Lexeme::than) return false;
  constexpr std::uint32_t kNear = 3;
  constexpr std::uint32_t kToModal = 6;
  const std::uint32_t end = std::min(part.last, i + kToModal);
  for (std::uint32_t modal = std::max(part.body + kToModal, i) - kToModal; modal < end; ++modal) {
    if (!is_open_modal(r, modal)) continue;
    for (std::uint32_t at = modal + 1; at < std::min(part.last, modal + 1 + kNear); ++at) {
      if (!r.word_is_any(at, kExtending)) continue;
      const bool passive = r.lex(at - 1) == Lexeme::be_bare;
      return passive || r.is_anybody(modal - 1);
    }
    return false;
  }
  return false;
}

// "in an ideal world", "with more time I would": what the writer would do elsewhere.
bool is_elsewhere(const Reading& r, const Part& part, std::uint32_t i) {
  if (i > part.body + 4) return false;
  if (r.word_is(i, literal("world"))) {
    if (!r.word_is(i - 1, literal("ideal")) && !r.word_is(i - 1, literal("perfect"))) return false;
  } else if (!r.word_is_any(i, kWanting) || i != part.body + 2 ||
             !r.word_is(i - 1, literal("more")) ||
             (!r.word_is(i - 2, literal("with")) && !r.word_is(i - 2, literal("given")))) {
    return false;
  }
  for (std::uint32_t at = i + 1; at < part.last; ++at) {
    if (r.lex(at) == Lexeme::would) return true;
  }
  return false;
}

// "perhaps twenty seconds", "maybe half": about so much, and not perhaps.
bool is_amount(const Reading& r, std::uint32_t i) {
  constexpr std::uint64_t kNumbers[] = {literal("two"),    literal("three"),   literal("four"),
                                        literal("five"),   literal("six"),     literal("seven"),
                                        literal("eight"),  literal("nine"),    literal("ten"),
                                        literal("twelve"), literal("fifteen"), literal("twenty"),
                                        literal("thirty"), literal("forty"),   literal("fifty"),
                                        literal("half"),   literal("hundred"), literal("thousand")};
  constexpr std::uint64_t kCounted[] = {literal("hundred"), literal("thousand"),
                                        literal("dozen"),   literal("million"),
                                        literal("third"),   literal("quarter")};
  if (i >= r.last() || r.gap(i) >= Gap::comma) return false;
  if (r.kind(i) == TokenKind::number || r.word_is_any(i, kNumbers)) return true;
  if (r.word_is(i, literal("twice")) || r.word_is(i, literal("once")) ||
      r.word_is(i, literal("yearly")) || r.lex(i) == Lexeme::time_unit) {
    return true;
  }
  return r.word_is(i, literal("a")) &&
         (r.word_is_any(i + 1, kCounted) || r.lex(i + 1) == Lexeme::time_unit);
}

// "that's not a maybe" promises, "it is a maybe" does not.
bool is_perhaps(const Reading& r, std::uint32_t i) {
  if (!r.word_is_any(i, kPerhaps) || is_amount(r, i + 1)) return false;
  const std::uint32_t before = r.is(i - 1, WordClass::determiner) ? i - 2 : i - 1;
  return !r.is(i - 1, WordClass::negator) && !r.is(before, WordClass::negator);
}

bool is_pondered(const Reading& r, std::uint32_t i) {
  if (r.word_is_any(i, kPondered)) {
    const std::uint32_t before = r.is(i - 1, WordClass::adverb) ? i - 2 : i - 1;
    if (r.word_is(before, literal("worth"))) return true;
    return r.lex(before) == Lexeme::be_bare && r.is(before - 1, WordClass::modal) &&
           !is_computed(r, i, before - 1);
  }
  if (r.word_is_any(i, kPondering)) {
    const std::uint32_t before = r.is(i - 1, WordClass::adverb) ? i - 2 : i - 1;
    return r.is(before, WordClass::modal) && !is_computed(r, i, before);
  }
  return false;
}

// The whole sentence up to what a colon or semicolon divides off: "A and B are on the roadmap". The
// token behind it.
std::uint32_t lay_around(Reading& r, std::uint32_t i) {
  std::uint32_t first = i;
  while (first > r.first() && r.gap(first) < Gap::colon) --first;
  std::uint32_t last = i + 1;
  while (last < r.last() && r.gap(last) < Gap::colon) ++last;
  r.lay(first, last, Standing::hypothetical, i);
  return last;
}

// "One could append, but a rerun doubles the rows": named only to be turned down.
void find_turned_down(Reading& r) {
  for (std::size_t p = 0; p + 1 < r.parts.size(); ++p) {
    const Part& part = r.parts[p];
    const Part& next = r.parts[p + 1];
    if (next.opener != Lexeme::but || r.lex(next.body) == Lexeme::even) continue;
    const std::uint32_t modal = part.body + 1;
    if (!r.is_anybody(part.body) ||
        (!r.word_is(modal, literal("could")) && !r.word_is(modal, literal("might")))) {
      continue;
    }
    bool claims = true;
    for (std::uint32_t i = part.body; i < part.last; ++i) {
      claims &= r.standing(i) == Standing::asserted;
    }
    if (claims) r.lay(part.body, part.last, Standing::hypothetical, modal);
  }
}

}  // namespace

bool is_tentative_cue(std::uint64_t word) {
  return word == literal("roadmap") || word == literal("day") || word == literal("run") ||
         word == literal("point") || word == literal("into") || is_one_of(word, kPerhaps) ||
         is_one_of(word, kSomeDay) || is_one_of(word, kWanting) || word == literal("world") ||
         is_one_of(word, kPondered) || is_one_of(word, kPondering) || is_postponing_cue(word);
}

void find_tentative(Reading& r) {
  find_turned_down(r);
  if (!r.has(kTentativeCue)) return;
  for (std::uint32_t i = r.first() + 1; i < r.last(); ++i) {
    if (r.word_is(i, literal("roadmap")) && r.lex(i - 1) != Lexeme::of) i = lay_around(r, i) - 1;
  }
  for (const Part& part : r.parts) {
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      if (!r.is(i, kTentativeCue)) continue;
      if (const std::uint32_t from = postponed_from(r, part, i); from != kNone) {
        r.lay(from, part.last, Standing::hypothetical, i);
        break;
      }
      if (!is_perhaps(r, i) && !is_some_time(r, i) && !is_pondered(r, i) &&
          !is_later_extension(r, part, i) && !is_elsewhere(r, part, i)) {
        continue;
      }
      r.lay(part.first, part.last, Standing::hypothetical, i);
      break;
    }
  }
}

}  // namespace assay
