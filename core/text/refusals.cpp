#include "text/refusals.h"

namespace assay {
namespace {

constexpr std::uint64_t kTempting[] = {literal("tempting"), literal("tempted"),
                                       literal("temptation"), literal("urge")};
constexpr std::uint64_t kSceptical[] = {literal("sceptical"), literal("skeptical")};
constexpr std::uint64_t kBuying[] = {literal("buy"),   literal("buys"),   literal("bought"),
                                     literal("gain"),  literal("gains"),  literal("gained"),
                                     literal("bring"), literal("brings"), literal("give"),
                                     literal("gives"), literal("add"),    literal("adds")};
constexpr std::uint64_t kMaking[] = {literal("make"), literal("makes"), literal("made")};

// The subject of the verb group that ends before i, over adverbs, modals and "be".
std::uint32_t subject_before(const Reading& r, const Part& part, std::uint32_t i) {
  std::uint32_t at = i;
  for (int n = 0; n < 4 && at > part.first; ++n) {
    const std::uint32_t before = at - 1;
    if (!r.is(before, WordClass::adverb) && !r.is_auxiliary(before) &&
        r.lex(before) != Lexeme::be_bare) {
      break;
    }
    at = before;
  }
  return at - 1;
}

bool negated_before(const Reading& r, const Part& part, std::uint32_t i) {
  constexpr std::uint32_t kWithin = 8;
  for (std::uint32_t at = std::max(part.first + kWithin, i) - kWithin; at < i; ++at) {
    if (r.is(at, WordClass::negator)) return true;
  }
  return false;
}

}  // namespace

bool is_refusal_cue(std::uint64_t word) {
  return is_one_of(word, kTempting) || is_one_of(word, kSceptical) || word == literal("back") ||
         word == literal("twice") || word == literal("nothing") || word == literal("question") ||
         word == literal("used") || word == literal("sense") || word == literal("scope") ||
         word == literal("refuse");
}

std::uint32_t refused_from(const Reading& r, const Part& part, std::uint32_t i) {
  if (r.word_is_any(i, kTempting)) {
    std::uint32_t to = i + 1;
    if (r.is_copula(to)) ++to;  // "the temptation is to append"
    if (r.lex(to) != Lexeme::to || r.gap(to) >= Gap::comma || to + 1 >= part.last) return kNone;
    if (r.word_is(i, literal("urge"))) {
      for (std::uint32_t at = i - 1; at + 3 > i && at > part.first; --at) {
        if (r.word_is(at, literal("resist"))) return to;
      }
      return kNone;
    }
    if (negated_before(r, part, i)) return kNone;
    const std::uint32_t subject = subject_before(r, part, i);
    const bool tempted = r.word_is(i, literal("tempted"));
    return !tempted || r.is_anybody(subject) ? to : kNone;
  }
  if (r.word_is_any(i, kSceptical)) {
    const bool writer =
        r.lex(subject_before(r, part, i)) == Lexeme::i && r.lex(i - 1) != Lexeme::be_past;
    const bool of = r.lex(i + 1) == Lexeme::of || r.word_is(i + 1, literal("about"));
    return writer && of && !negated_before(r, part, i) ? i + 1 : kNone;
  }
  if (r.word_is(i, literal("back")) && r.word_is(i - 1, literal("push"))) {
    const bool at_it = r.word_is(i + 1, literal("on")) || r.lex(i + 1) == Lexeme::against;
    return at_it && r.lex(subject_before(r, part, i - 1)) == Lexeme::i ? i + 1 : kNone;
  }
  if (r.word_is(i, literal("twice")) && r.word_is(i - 1, literal("think"))) {
    return r.word_is(i + 1, literal("before")) || r.word_is(i + 1, literal("about")) ? i + 1
                                                                                     : kNone;
  }
  if (r.word_is(i, literal("refuse")) && r.lex(i + 1) == Lexeme::to) {
    return r.lex(subject_before(r, part, i)) == Lexeme::we ? i + 1 : kNone;
  }
  return kNone;
}

bool refuses_subject(const Reading& r, const Part& part, std::uint32_t i) {
  if (r.word_is(i, literal("question"))) {
    return r.word_is(i - 1, literal("the")) && r.lex(i - 2) == Lexeme::of &&
           r.word_is(i - 3, literal("out")) && !negated_before(r, part, i);
  }
  if (r.word_is(i, literal("sense"))) {
    // Of an act or of one more thing; "the keys that make no sense here" are a fact.
    const std::uint32_t subject = part.body;
    if (!r.is(subject, WordTrait::gerund) && !r.word_is(subject, literal("a")) &&
        !r.word_is(subject, literal("an"))) {
      return false;
    }
    const bool makes_none = r.lex(i - 1) == Lexeme::no && r.word_is_any(i - 2, kMaking);
    return makes_none || (r.word_is(i - 1, literal("make")) && r.lex(i - 2) == Lexeme::not_);
  }
  if (r.word_is(i, literal("scope"))) {
    const std::uint32_t of = r.word_is(i - 1, literal("the")) ? i - 2 : i - 1;
    const bool out = r.lex(of) == Lexeme::of && r.word_is(of - 1, literal("out"));
    const bool beyond = r.word_is(of, literal("beyond"));
    if (!out && !beyond) return false;
    const std::uint32_t copula = beyond ? of - 1 : of - 2;
    return r.is_copula(copula) && copula > part.body &&
           !r.is(copula - 1, WordClass::interrogative) && r.lex(copula - 1) != Lexeme::that &&
           r.lex(copula - 1) != Lexeme::who;
  }
  if (!r.word_is(i, literal("nothing")) || r.lex(i + 1) == Lexeme::but) return false;
  // "most nights bring nothing" and "that buys us nothing": it takes somebody whom it buys nothing.
  const bool whom = r.word_is(i - 1, literal("us")) || r.word_is(i - 1, literal("you"));
  const std::uint32_t verb = whom ? i - 2 : i - 1;
  if (!whom && !r.word_is(verb, literal("adds"))) return false;
  return verb > part.body && r.word_is_any(verb, kBuying) && !negated_before(r, part, i);
}

bool is_former_habit(const Reading& r, std::uint32_t i) {
  return r.word_is(i, literal("used")) && r.lex(i + 1) == Lexeme::to && r.is_subject(i - 1) &&
         (r.is(i + 2, WordTrait::base) || r.is(i + 2, WordClass::speech_verb));
}

}  // namespace assay
