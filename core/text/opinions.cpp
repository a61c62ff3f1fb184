// Opinions that the writer does not take up: denied in the frame around them ("it is not true that
// X", "I do not claim that X", "it would be wrong to say that X") or asked for ("do you think that
// X?"). All of X is then somebody's opinion, and not the writer's.
#include "text/reading.h"

namespace assay {
namespace {

constexpr std::uint32_t kFrame = 9;  // tokens of a frame, before its "that"

constexpr std::uint64_t kTruth[] = {literal("true"), literal("case"), literal("right"),
                                    literal("correct"), literal("fact")};
constexpr std::uint64_t kHolding[] = {literal("claim"),   literal("say"),     literal("think"),
                                      literal("believe"), literal("mean"),    literal("argue"),
                                      literal("assume"),  literal("agree"),   literal("suggest"),
                                      literal("suppose"), literal("pretend"), literal("conclude"),
                                      literal("saying"),  literal("claiming")};
constexpr std::uint64_t kUntruth[] = {literal("false"),      literal("untrue"),
                                      literal("incorrect"),  literal("mistaken"),
                                      literal("misleading"), literal("wrong")};

// What is held by many and known to nobody, if it is called usual.
constexpr std::uint64_t kBelief[] = {literal("prejudice"), literal("belief"), literal("rumour"),
                                     literal("rumor"),     literal("legend"), literal("assumption"),
                                     literal("opinion")};

bool is_untruth(const Reading& r, std::uint32_t i) {
  return r.word_is_any(i, kUntruth) || r.lex(i) == Lexeme::wrong;
}

bool negates(const Reading& r, std::uint32_t i) {
  const Lexeme l = r.lex(i);
  if (l == Lexeme::not_) return r.lex(i + 1) != Lexeme::only;
  return l == Lexeme::never || l == Lexeme::nothing || l == Lexeme::hardly ||
         (l == Lexeme::no && r.lex(i + 1) != Lexeme::idiom);
}

// "Is it true", "should one say", "do you think": from the beginning of the sentence.
bool is_asked(const Reading& r, std::uint32_t that) {
  return that - r.first() <= kFrame && r.is_auxiliary(r.first()) &&
         r.gap(r.first() + 1) < Gap::comma;
}

// "I have read that", "I was told that", "one reads that"; "I know that many put a cache there".
bool is_hearsay(const Reading& r, std::uint32_t that) {
  constexpr std::uint64_t kHeard[] = {literal("read"),  literal("reads"), literal("hear"),
                                      literal("heard"), literal("hears"), literal("told")};
  const bool heard = r.word_is_any(that - 1, kHeard);
  const bool known = r.word_is(that - 1, literal("know")) || r.word_is(that - 1, literal("aware"));
  const bool of_others = r.lex(that + 1) == Lexeme::some || r.lex(that + 1) == Lexeme::people;
  if (!heard && !(known && of_others)) return false;
  for (std::uint32_t i = that - 1; i-- > r.first() && that - i <= 5;) {
    if (r.lex(i) == Lexeme::i || r.lex(i) == Lexeme::we) return true;
    if (heard && r.word_is(i, literal("one"))) return true;
  }
  return false;
}

// "a common prejudice that", "a common prejudice is that": the last token of it; kNone if none.
std::uint32_t usual_belief(const Reading& r, std::uint32_t that) {
  const std::uint32_t at = that - (r.is_copula(that - 1) ? 2 : 1);
  return r.word_is_any(at, kBelief) && r.lex(at - 1) == Lexeme::usual ? at : kNone;
}

// What keeps the writer from the complement of the "that" at `that`: a word of its frame; kNone if
// nothing does.
std::uint32_t disowns(const Reading& r, std::uint32_t that) {
  if (is_hearsay(r, that)) return that - 1;
  if (const std::uint32_t belief = usual_belief(r, that); belief != kNone) return belief;
  const bool holds = r.word_is_any(that - 1, kHolding);
  const bool truth = r.word_is_any(that - 1, kTruth);
  const bool untruth = is_untruth(r, that - 1);
  if (!holds && !truth && !untruth) return kNone;
  if (!untruth && is_asked(r, that)) return r.first();
  std::uint32_t cue = untruth ? that - 1 : kNone;
  for (std::uint32_t i = that - 1; i-- > r.first() && that - i <= kFrame;) {
    if (r.gap(i + 1) >= Gap::comma) break;
    if (negates(r, i)) {
      // "it is not wrong to say that" says it.
      if (cue != kNone && (r.lex(i) == Lexeme::not_ || r.lex(i) == Lexeme::hardly)) return kNone;
      return i;
    }
    if (cue == kNone && holds && is_untruth(r, i)) cue = i;
  }
  return cue;
}

// Where the writer speaks again: "not true that X, but Y"; "...; Y".
bool ends(const Reading& r, const Part& part) {
  return part.opener == Lexeme::but || part.gap >= Gap::colon ||
         r.lex(part.first) == Lexeme::instead || r.lex(part.first) == Lexeme::rather;
}

std::uint32_t complement_end(const Reading& r, std::uint32_t first) {
  for (const Part& part : r.parts) {
    if (part.first > first && ends(r, part)) return part.first;
  }
  return r.last();
}

}  // namespace

bool is_opinion_cue(Lexeme lexeme) { return lexeme == Lexeme::that; }

void find_disowned_opinions(Reading& r) {
  if (!r.has(kOpinionCue)) return;
  for (std::uint32_t i = r.first() + 1; i + 1 < r.last(); ++i) {
    if (r.lex(i) != Lexeme::that || r.gap(i) >= Gap::comma) continue;
    const std::uint32_t cue = disowns(r, i);
    if (cue == kNone) continue;
    const std::uint32_t end = complement_end(r, i + 1);
    r.lay(i + 1, end, Standing::attributed, cue);
    i = end - 1;
  }
}

}  // namespace assay
