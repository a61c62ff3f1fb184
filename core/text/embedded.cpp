// Where a negation stands in a clause that is a part of another: "what was never stored cannot
// leak".
#include "text/negation.h"

namespace assay {

// "what was never stored": the clause is the subject of another.
bool NegationFinder::is_free_relative(std::uint32_t i) const {
  return r_.word_is(i, literal("what")) || r_.word_is(i, literal("whatever")) ||
         r_.word_is(i, literal("whoever"));
}

// "what we never do is append": says no to what comes behind "is", unless that is what is done with
// the thing, "what we do not know is parked".
bool NegationFinder::is_cleft(std::uint32_t i) const {
  constexpr std::uint32_t kToWhat = 6;
  if (!r_.is_copula(i) || r_.is(r_.skip_adverbs(i + 1), WordTrait::past)) return false;
  for (std::uint32_t at = cue_; at + kToWhat > cue_ && at-- > part_.first;) {
    // "what never changes is the key" says that it is the key.
    if (r_.word_is(at, literal("what"))) {
      return at == part_.body && (r_.lex(cue_) != Lexeme::never || cue_ > at + 1);
    }
  }
  return false;
}

// "an event readers cannot digest | is bounced", "what the schema does not name | is dropped": a
// finite verb right behind the negated one, whose object stands before it, is the main clause's.
bool NegationFinder::main_verb_follows(std::uint32_t i) const {
  if (r_.gap(i) != Gap::space || !r_.is_finite(i)) return false;
  const auto before = [&](std::uint32_t at) {
    for (--at; at > cue_ && (r_.is(at, WordClass::adverb) || r_.lex(at) == Lexeme::yet);) --at;
    return at;
  };
  // "a schema readers cannot decode old rows with | gets an error"
  if (r_.is(i - 1, WordClass::preposition) &&
      (r_.lex(i - 1) != Lexeme::to || r_.is_copula(i) || r_.is(i, WordClass::modal)) &&
      r_.lex(i - 1) != Lexeme::than && r_.lex(i - 1) != Lexeme::as) {
    return i > cue_ + 2;
  }
  const std::uint32_t verb = before(i);
  if (verb <= cue_ || r_.is_auxiliary(verb)) return false;
  const std::uint32_t led = before(verb);
  // Behind "cannot" and "does not" whatever the dictionary has no class for is a verb.
  const bool unknown = led == cue_ && r_.lex(cue_) == Lexeme::not_ && r_.is_auxiliary(cue_ - 1) &&
                       !r_.is_copula(cue_ - 1) && r_.classes(verb) == 0;
  if (!unknown && !r_.is(verb, WordClass::verb)) return false;
  if (led == cue_) return r_.lex(cue_) != Lexeme::no && r_.lex(cue_) != Lexeme::neither;
  return r_.is_auxiliary(led) || r_.lex(led) == Lexeme::be_bare;
}

}  // namespace assay
