// What its own sentence takes back: "we append, or rather merge", "by user, no, by day". Where what
// is right is of the same make as a phrase before it, only that phrase is taken back.
#include "text/reading.h"

namespace assay {
namespace {

// What has to stand before a correction for it to be one.
enum class Asks : std::uint8_t {
  nothing,      // where nothing is of its make, all before it is taken back
  like,         // a phrase of its make
  preposition,  // a phrase with its very preposition
};

struct Correction {
  std::uint32_t last = kNone;  // behind what is taken back; kNone where nothing is
  std::uint32_t right = 0;     // the first token of what is right
  Asks asks = Asks::nothing;
};

bool is_set_off(const Reading& r, std::uint32_t i) {
  return r.gap(i) >= Gap::comma && r.gap(i) != Gap::stop &&
         r.between(i).find_first_of(":;|") == std::string_view::npos;
}

// ", no, wait, sorry, actually"
std::uint32_t skip_interjections(const Reading& r, std::uint32_t i) {
  constexpr std::uint64_t kInterjections[] = {literal("no"),    literal("wait"),
                                              literal("sorry"), literal("actually"),
                                              literal("er"),    literal("rather")};
  for (int n = 0; n < 3 && r.word_is_any(i, kInterjections); ++n) ++i;
  return i;
}

// "you don't"
bool denies(const Reading& r, std::uint32_t i) {
  return r.lex(i + 1) == Lexeme::not_ || r.lex(i + 2) == Lexeme::not_ ||
         r.lex(i + 1) == Lexeme::never;
}

Correction correction_at(const Reading& r, std::uint32_t i) {
  if (r.word_is(i, literal("rather"))) {
    if (r.lex(i - 1) != Lexeme::or_ || r.lex(i + 1) == Lexeme::than) return {};
    return {i - 1, i + 1, r.gap(i - 1) >= Gap::comma ? Asks::nothing : Asks::preposition};
  }
  if (r.word_is(i, literal("scratch")) || r.word_is(i, literal("strike"))) {
    const bool back =
        r.gap(i) >= Gap::comma && r.lex(i + 1) == Lexeme::that && r.gap(i + 2) >= Gap::comma;
    return back ? Correction{i, i + 2, Asks::nothing} : Correction{};
  }
  if (r.word_is(i, literal("meant")) || r.word_is(i, literal("mean"))) {
    if (r.lex(i - 1) != Lexeme::i || r.gap(i) >= Gap::comma) return {};
    const bool meant = r.word_is(i, literal("meant")) && is_set_off(r, i - 1);
    return {i - 1, i + 1, meant ? Asks::like : Asks::preposition};
  }
  // "no", "sorry"
  if (!is_set_off(r, i)) return {};
  const std::uint32_t right = skip_interjections(r, i);
  // "sorry, you don't", "no, never": manners and stress.
  if (right >= r.last() || r.is(right, WordClass::negator) || denies(r, right)) return {};
  const Asks asks = r.gap(right) >= Gap::comma ? Asks::like : Asks::preposition;
  const bool no = r.word_is(i, literal("no")) && right == i + 1;
  if (no && asks != Asks::like) return {};
  return {i, right, asks};
}

// The last token of [from, last) that `fits`, if it is near; kNone if none does.
std::uint32_t last_that(std::uint32_t from, std::uint32_t last, const auto& fits) {
  constexpr std::uint32_t kNear = 32;  // keeps the whole in linear time
  from = std::max(from, last - std::min(last, kNear));
  for (std::uint32_t i = last; i-- > from;) {
    if (fits(i)) return i;
  }
  return kNone;
}

// Where a phrase of the make of what is right begins before it; kNone where none does.
std::uint32_t like_before(const Reading& r, std::uint32_t from, const Correction& found) {
  constexpr std::uint32_t kLongestName = 8;
  const std::uint32_t right = found.right;
  if (right >= r.last()) return kNone;
  const auto last_of = [&](auto kind) {
    return last_that(from, found.last, [&](std::uint32_t i) { return r.is(i, kind); });
  };
  const bool subject = r.is_subject(right) || r.is(right, WordClass::pronoun);
  if (subject || r.is(right, WordClass::preposition)) {
    const std::uint32_t same =
        last_that(from, found.last, [&](std::uint32_t i) { return r.same_word(i, right); });
    return same != kNone || subject || found.asks == Asks::preposition
               ? same
               : last_of(WordClass::preposition);
  }
  if (found.asks == Asks::preposition) return kNone;
  if (r.is(right, WordClass::determiner)) return last_of(WordClass::determiner);
  if (r.is(right, WordTrait::base) && !r.is(right, WordTrait::noun)) {
    return last_of(WordTrait::base);
  }
  if (r.lex(right) == Lexeme::time_unit && r.lex(found.last - 1) == Lexeme::time_unit) {
    return found.last - 1;  // "hourly, I meant daily"
  }
  if (r.is(right, WordClass::adverb) || r.is(right, WordClass::conjunction) ||
      r.is_auxiliary(right)) {
    return kNone;
  }
  // A name for a name.
  std::uint32_t at = found.last;
  while (at > from && found.last - at < kLongestName &&
         (at == found.last || r.gap(at) < Gap::comma) &&
         (r.classes(at - 1) == 0 || r.is(at - 1, WordTrait::noun))) {
    --at;
  }
  return at < found.last ? at : kNone;
}

}  // namespace

bool is_correction_cue(std::uint64_t word) {
  return word == literal("no") || word == literal("rather") || word == literal("sorry") ||
         word == literal("scratch") || word == literal("strike") || word == literal("mean") ||
         word == literal("meant");
}

void find_corrections(Reading& r) {
  if (!r.has(kCorrectionCue)) return;
  std::uint32_t from = r.first();
  for (std::uint32_t i = r.first() + 1; i < r.last(); ++i) {
    const Correction found = r.is(i, kCorrectionCue) ? correction_at(r, i) : Correction{};
    if (found.last == kNone || found.last <= from) {
      if (r.gap(i) >= Gap::colon) from = i;
      continue;
    }
    std::uint32_t begin = like_before(r, from, found);
    if (begin == kNone && found.asks == Asks::nothing) begin = from;
    if (begin == kNone) continue;
    r.lay(begin, found.last, Standing::rejected, i);
    from = found.right;
    i = std::max(i, found.right - 1);
  }
}

}  // namespace assay
