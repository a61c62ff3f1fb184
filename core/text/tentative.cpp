// What may come to be, some day or perhaps: "a merge could be considered", "might one day flow into
// a lakehouse", "a single definition would be desirable". Nothing is claimed of the design itself.
// "could" and "might" alone are none: "a stale read could charge twice" says what happens.
#include "text/reading.h"

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
    return r.word_is(i - 1, literal("some")) && r.word_is(i - 2, literal("at"));
  }
  return r.word_is(i, literal("into")) && r.word_is(i - 1, literal("look")) &&
         (r.is(i - 2, WordClass::modal) || r.lex(i - 2) == Lexeme::to);
}

bool is_pondered(const Reading& r, std::uint32_t i) {
  if (r.word_is_any(i, kPondered)) {
    const std::uint32_t before = r.is(i - 1, WordClass::adverb) ? i - 2 : i - 1;
    if (r.word_is(before, literal("worth"))) return true;
    return r.lex(before) == Lexeme::be_bare && r.is(before - 1, WordClass::modal);
  }
  if (r.word_is_any(i, kPondering)) {
    const std::uint32_t before = r.is(i - 1, WordClass::adverb) ? i - 2 : i - 1;
    return r.is(before, WordClass::modal);
  }
  return false;
}

// The whole sentence up to what a colon or semicolon divides off: "A and B are on the roadmap".
void lay_around(Reading& r, std::uint32_t i) {
  std::uint32_t first = i;
  while (first > r.first() && r.gap(first) < Gap::colon) --first;
  std::uint32_t last = i + 1;
  while (last < r.last() && r.gap(last) < Gap::colon) ++last;
  r.lay(first, last, Standing::hypothetical, i);
}

}  // namespace

bool is_tentative_cue(std::uint64_t word) {
  return word == literal("roadmap") || word == literal("day") || word == literal("run") ||
         word == literal("point") || word == literal("into") || is_one_of(word, kPerhaps) ||
         is_one_of(word, kPondered) || is_one_of(word, kPondering);
}

void find_tentative(Reading& r) {
  if (!r.has(kTentativeCue)) return;
  for (std::uint32_t i = r.first() + 1; i < r.last(); ++i) {
    if (r.word_is(i, literal("roadmap")) && r.lex(i - 1) != Lexeme::of) lay_around(r, i);
  }
  for (const Part& part : r.parts) {
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      if (!r.is(i, kTentativeCue)) continue;
      if (!r.word_is_any(i, kPerhaps) && !is_some_time(r, i) && !is_pondered(r, i)) continue;
      r.lay(part.first, part.last, Standing::hypothetical, i);
      break;
    }
  }
}

}  // namespace assay
