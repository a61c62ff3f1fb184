// Which words negate, and which only seem to: "no doubt", "not only", "no later than".
#include "text/negation.h"

namespace assay {

bool is_negation_cue(Lexeme lexeme) {
  switch (lexeme) {
    case Lexeme::not_:
    case Lexeme::never:
    case Lexeme::no:
    case Lexeme::nothing:
    case Lexeme::none_of:
    case Lexeme::neither:
    case Lexeme::nor:
    case Lexeme::without:
    case Lexeme::instead:
    case Lexeme::rather:
    case Lexeme::than:
    case Lexeme::as:
    case Lexeme::except:
    case Lexeme::spare:
    case Lexeme::beat:
    case Lexeme::but:
    case Lexeme::hardly:
    case Lexeme::avoid:
    case Lexeme::shun:
    case Lexeme::against:
    case Lexeme::over:
    case Lexeme::forget:
      return true;
    default:
      return false;
  }
}

// REQUIRES: what is_negation_cue() is not of begins no negation by itself.
Negation NegationFinder::at(std::uint32_t i) {
  switch (r_.lex(i)) {
    case Lexeme::not_:
      return at_not(i);
    case Lexeme::never:
      return at_never(i);
    case Lexeme::no:
      return at_no(i);
    case Lexeme::nothing:
      return at_nothing(i);
    case Lexeme::none_of:
      return {r_.lex(i + 1) == Lexeme::of ? Reach::verb : Reach::none, i};
    case Lexeme::neither:
      if (r_.is_copula(i - 1)) return at_never(i);  // "X is neither needed nor wise"
      return {r_.gap(i + 1) < Gap::comma ? Reach::verb : Reach::none, i};
    case Lexeme::nor:
      return {Reach::verb, i};
    case Lexeme::without:
      return at_without(i);
    case Lexeme::instead:
      return phrase_if(r_.lex(i + 1) == Lexeme::of, i);
    case Lexeme::rather:
      return phrase_if(r_.lex(i + 1) == Lexeme::than, i);
    case Lexeme::than:
      // "I'd rather show an error than bill a card twice"
      return phrase_if(than_after(part_.first) == i, i);
    case Lexeme::as:
      return phrase_if(r_.lex(i + 1) == Lexeme::opposed && r_.lex(i + 2) == Lexeme::to, i);
    case Lexeme::but:
      return phrase_if(running_ == Reach::none && leaves_out(i), i);
    case Lexeme::except:
      return phrase_if(i + 1 < part_.last, i);
    case Lexeme::spare:
      return at_spared(i);
    case Lexeme::beat:
      return at_beaten(i);
    case Lexeme::hardly:
      return r_.word_is(i + 1, literal("any")) || r_.word_is(i + 1, literal("ever")) ? at_no(i)
                                                                                     : Negation{};
    case Lexeme::avoid:
      return at_avoid(i);
    case Lexeme::shun:
      return phrase_if(r_.lex(i + 1) == Lexeme::away || r_.lex(i + 1) == Lexeme::from, i);
    case Lexeme::against:
      return phrase_if(advised_against(i), i);
    case Lexeme::prefer:
      prefer_ = i;
      return {};
    case Lexeme::over:
      return phrase_if(is_over_another(i), i);
    case Lexeme::unlikely:
    case Lexeme::forget:
      if (running_ != Reach::verb && would_rather_not(i)) return phrase_if(i + 1 < part_.last, i);
      // Heard only inside a negation of the verb, which it undoes: "not impossible", "never
      // forget".
      return {undoes(i) ? Reach::lift : Reach::none, i};
    default:
      return {};
  }
}

Negation NegationFinder::at_not(std::uint32_t i) {
  const std::uint32_t next = i + 1;
  const Lexeme after = r_.lex(next);
  const bool compound = r_.gap(next) == Gap::hyphen || r_.gap(next) == Gap::joiner;
  if (next >= part_.last || compound || after == Lexeme::only) return {};
  if (is_limit(next + (after == Lexeme::be_bare))) return {};
  if (r_.gap(next) >= Gap::bracket) return {};
  if (r_.word_is(next, literal("least")) || r_.word_is(next, literal("surprisingly"))) return {};
  if (after == Lexeme::to && r_.word_is(i + 2, literal("mention"))) return {};
  if (r_.word_is(next, literal("go")) && r_.word_is(i + 2, literal("wrong")) &&
      r_.word_is(i + 3, literal("with"))) {
    return {};
  }
  if (after == Lexeme::exceed || r_.lex(i + 2) == Lexeme::exceed) return {};
  if (is_compound(i) && !r_.is_auxiliary(i - 1)) return {};
  const std::uint32_t verbs = predicate_begin(i);
  const bool bare = verbs == i;                  // no auxiliary before it
  if (bare && after == Lexeme::null) return {};  // SQL: "when not matched", "is not null"
  if (after == Lexeme::null && r_.word_is(next, literal("null"))) return {};
  if (bare && (r_.lex(i - 1) == Lexeme::or_ || r_.word_is(i - 1, literal("why")))) return {};
  Negation found{bare ? Reach::verb : reach_of_predicate(verbs), verbs, Standing::negated};
  if (bare && r_.is(next, WordTrait::gerund)) found.reach = Reach::phrase;
  if (bare && i > part_.body && r_.gap(i) == Gap::space &&
      ((r_.is(next, WordClass::preposition) && after != Lexeme::to) ||
       r_.is(r_.skip_adverbs(next), WordTrait::past))) {
    found.reach = Reach::phrase;  // "anything not in the list | is refused"
  }
  if (negates_subject(i)) found.from = subject_begin(verbs);
  const Lexeme subject = r_.lex(verbs);
  if (subject == Lexeme::i && (r_.lex(r_.skip_adverbs(next)) == Lexeme::accept)) {
    found.standing = Standing::rejected;  // "I don't buy", "I wouldn't sign off"
  }
  const bool command =
      r_.word_is(verbs, literal("do")) && (verbs == part_.first || r_.gap(verbs) >= Gap::comma ||
                                           r_.word_is(verbs - 1, literal("please")));
  const bool terse_state = r_.word_is(next, literal("need")) || r_.word_is(next, literal("want")) ||
                           r_.word_is(next, literal("have")) || r_.word_is(next, literal("know"));
  if (command && !terse_state) found.standing = Standing::rejected;  // "do not use X"
  return found;
}

Negation NegationFinder::at_never(std::uint32_t i) {
  if (i + 1 >= part_.last || r_.word_is(i + 1, literal("mind"))) return {};
  if (r_.lex(i + 1) == Lexeme::exceed || r_.lex(i + 2) == Lexeme::exceed || is_limit(i + 1)) {
    return {};
  }
  const std::uint32_t verbs = predicate_begin(i);
  return {reach_of_predicate(verbs), negates_subject(i) ? subject_begin(verbs) : verbs};
}

// "No this does not hold": an answer, and no determiner.
bool NegationFinder::is_answer(std::uint32_t i) const {
  const Lexeme after = r_.lex(i + 1);
  if (i != part_.first) return false;
  return r_.is_subject(i + 1) || after == Lexeme::it || after == Lexeme::that ||
         after == Lexeme::there || after == Lexeme::because || after == Lexeme::not_ ||
         r_.word_is(i + 1, literal("the")) || r_.word_is(i + 1, literal("a"));
}

// "Under no circumstances do we append": an auxiliary before its subject, and all of it negated.
bool NegationFinder::is_occasion(std::uint32_t i) const {
  constexpr std::uint64_t kOccasions[] = {
      literal("circumstances"), literal("circumstance"), literal("case"),
      literal("time"),          literal("means"),        literal("account"),
      literal("event"),         literal("point"),        literal("way")};
  return i > part_.first && r_.is(i - 1, WordClass::preposition) && i - 1 <= part_.body &&
         r_.word_is_any(i + 1, kOccasions) && r_.gap(i + 2) < Gap::comma && r_.is_auxiliary(i + 2);
}

Negation NegationFinder::at_no(std::uint32_t i) {
  const std::uint32_t next = i + 1;
  if (is_compound(i) || next >= part_.last || r_.gap(next) >= Gap::comma ||
      r_.gap(next) == Gap::hyphen || r_.gap(next) == Gap::joiner) {
    return {};
  }
  const Lexeme after = r_.lex(next);
  if (is_answer(i)) return {};
  if (r_.word_is(next, literal("wait")) && r_.gap(i) >= Gap::comma) return {};  // "no wait, by day"
  if (after == Lexeme::idiom && !r_.word_is(next, literal("least"))) return {};
  if (after == Lexeme::else_ || is_limit(next)) return {};
  if (is_occasion(i)) return {Reach::verb, i - 1};
  if (r_.word_is(next, literal("longer"))) return {Reach::verb, predicate_begin(i)};
  const Lexeme before = r_.lex(i - 1);
  const bool subject = i == part_.body || r_.gap(i) >= Gap::comma || before == Lexeme::that ||
                       before == Lexeme::who || before == Lexeme::and_;
  return {subject && finite_follows(next, 20) ? Reach::verb : Reach::phrase, i};
}

Negation NegationFinder::at_nothing(std::uint32_t i) {
  const Lexeme after = r_.lex(i + 1);
  if (after == Lexeme::but || after == Lexeme::limit || after == Lexeme::stop ||
      r_.lex(i + 2) == Lexeme::stop || r_.word_is(i + 1, literal("wrong"))) {
    return {};
  }
  // "nothing short of a quorum", "nothing beats a merge"
  if (r_.lex(i + 2) == Lexeme::of ? r_.word_is(i + 1, literal("short")) : after == Lexeme::beat) {
    return {};
  }
  return {Reach::verb, i};
}

Negation NegationFinder::at_without(std::uint32_t i) {
  const std::uint32_t next = i + 1;
  if (next >= part_.last || r_.gap(next) >= Gap::comma) return {};
  if (r_.lex(i - 1) == Lexeme::or_ || r_.lex(next) == Lexeme::idiom) return {};
  if (r_.word_is(next, literal("exception")) || r_.word_is(next, literal("fail"))) return {};
  return {Reach::phrase, i};
}

Negation NegationFinder::at_avoid(std::uint32_t i) {
  if (r_.is_copula(i - 1) || (r_.is_copula(i - 2) && r_.is(i - 1, WordClass::adverb))) {
    // "cross joins are avoided"
    r_.lay(subject_begin(predicate_begin(i)), i + 1, Standing::negated, i);
    return {};  // and not how: "are avoided by merging"
  }
  // "the trap it avoids is ..." says what it avoids before.
  return phrase_if(i + 1 < part_.last && !r_.is_copula(i + 1), i);
}

// "I'd skip the bucket", "we would gladly omit it": not what is skipped is a step of the design.
bool NegationFinder::would_rather_not(std::uint32_t i) const {
  constexpr std::uint64_t kLeavingOut[] = {literal("skip"), literal("omit"), literal("forgo")};
  if (!r_.word_is_any(i, kLeavingOut)) return false;
  std::uint32_t at = i - 1;
  while (at > part_.first && r_.is(at, WordClass::adverb)) --at;
  return r_.lex(at) == Lexeme::would &&
         (r_.lex(at - 1) == Lexeme::i || r_.lex(at - 1) == Lexeme::we);
}

}  // namespace assay
