// How far "not", "without", "never" and their like reach.
#include "text/reading.h"

namespace assay {
namespace {

constexpr std::uint32_t kLookahead = 20;  // tokens of a list that a negation may run through
constexpr std::uint32_t kLookback = 32;   // tokens of a subject

enum class Reach : std::uint8_t {
  none,    // no negation after all
  lift,    // turns a negation that is under way into a claim
  verb,    // to the end of the predicate
  phrase,  // to the end of a noun phrase: ends where a finite verb follows it
};

struct Negation {
  Reach reach = Reach::none;
  std::uint32_t from = 0;
  Standing standing = Standing::negated;
};

class NegationFinder {
 public:
  explicit NegationFinder(Reading& reading) : r_(reading) {}

  void read(const Part& part) {
    part_ = part;
    running_ = Reach::none;
    prefer_ = kNone;
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      if (running_ != Reach::none && i > cue_ && ends(i)) running_ = Reach::none;
      const Negation found = at(i);
      if (running_ != Reach::none && found.reach != Reach::none && !begins_anew(i)) {
        running_ = Reach::none;  // "never without a key" asks for one
      } else if (found.reach == Reach::verb || found.reach == Reach::phrase) {
        running_ = found.reach;
        standing_ = found.standing;
        cue_ = i;
        r_.lay(found.from, i, standing_, cue_);
      }
      if (running_ != Reach::none) r_.lay(i, i + 1, standing_, cue_);
    }
  }

 private:
  Negation at(std::uint32_t i);
  Negation at_not(std::uint32_t i);
  Negation at_no(std::uint32_t i);
  Negation at_nothing(std::uint32_t i);
  Negation at_never(std::uint32_t i);
  Negation at_without(std::uint32_t i);
  Negation at_avoid(std::uint32_t i);
  Negation phrase_if(bool condition, std::uint32_t i) const {
    return {condition ? Reach::phrase : Reach::none, i, Standing::negated};
  }

  bool ends(std::uint32_t i) const;
  bool list_goes_on(std::uint32_t comma) const;
  bool and_ends(std::uint32_t i) const;
  // Two negations side by side, and not one inside the other: "no locks and no queues".
  bool begins_anew(std::uint32_t i) const {
    const Lexeme before = r_.lex(i - 1);
    return r_.gap(i) >= Gap::comma || before == Lexeme::and_ || before == Lexeme::or_ ||
           before == Lexeme::but || r_.lex(i) == Lexeme::nor || r_.lex(i) == Lexeme::instead ||
           r_.lex(i) == Lexeme::rather;
  }

  // Where the verb group that "not" or "never" at i stands in begins, its pronoun included.
  std::uint32_t predicate_begin(std::uint32_t i) const;
  bool negates_subject(std::uint32_t i) const;
  std::uint32_t subject_begin(std::uint32_t i) const;
  bool is_limit(std::uint32_t i) const;
  bool finite_follows(std::uint32_t i) const;
  std::uint32_t than_after(std::uint32_t i) const;
  bool advised_against(std::uint32_t i) const;

  Reading& r_;
  Part part_;
  Reach running_ = Reach::none;
  Standing standing_ = Standing::negated;
  std::uint32_t cue_ = 0;
  std::uint32_t prefer_ = kNone;  // where "prefer" stands in the part
};

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
    case Lexeme::except:
      return phrase_if(i + 1 < part_.last, i);
    case Lexeme::hardly:
      return phrase_if(r_.word_is(i + 1, hash_word("any")) || r_.word_is(i + 1, hash_word("ever")),
                       i);
    case Lexeme::avoid:
      return at_avoid(i);
    case Lexeme::shun:
      return phrase_if(r_.lex(i + 1) == Lexeme::away || r_.lex(i + 1) == Lexeme::from, i);
    case Lexeme::against:
      return phrase_if(advised_against(i), i);
    case Lexeme::prefer:
      if (r_.word_is(i, hash_word("choose")) || r_.word_is(i, hash_word("chose")) ||
          r_.word_is(i, hash_word("chosen"))) {
        return {};
      }
      prefer_ = i;
      return {};
    case Lexeme::over:
      return phrase_if(prefer_ != kNone && i > prefer_ + 1, i);
    case Lexeme::unlikely:
    case Lexeme::forget:
      // Heard only inside a negation, which it undoes: "not impossible", "never forget to".
      return {running_ != Reach::none && i <= cue_ + 2 ? Reach::lift : Reach::none, i};
    default:
      return {};
  }
}

Negation NegationFinder::at_not(std::uint32_t i) {
  const std::uint32_t next = i + 1;
  const Lexeme after = r_.lex(next);
  const bool hyphened = r_.gap(next) == Gap::hyphen;
  if (next >= part_.last || hyphened || after == Lexeme::only || is_limit(next)) return {};
  if (r_.gap(next) >= Gap::bracket) return {};
  if (r_.word_is(next, hash_word("least")) || r_.word_is(next, hash_word("surprisingly")))
    return {};
  if (after == Lexeme::to && r_.word_is(i + 2, hash_word("mention"))) return {};
  if (after == Lexeme::exceed || r_.lex(i + 2) == Lexeme::exceed) return {};
  const std::uint32_t verbs = predicate_begin(i);
  const bool bare = verbs == i;                  // no auxiliary before it
  if (bare && after == Lexeme::null) return {};  // SQL: "when not matched", "is not null"
  if (after == Lexeme::null && r_.word_is(next, hash_word("null"))) return {};
  if (bare && (r_.lex(i - 1) == Lexeme::or_ || r_.word_is(i - 1, hash_word("why")))) return {};
  Negation found{Reach::verb, verbs, Standing::negated};
  if (negates_subject(i)) found.from = subject_begin(verbs);
  const Lexeme subject = r_.lex(verbs);
  if (subject == Lexeme::i && (r_.lex(r_.skip_adverbs(next)) == Lexeme::accept)) {
    found.standing = Standing::rejected;  // "I don't buy", "I wouldn't sign off"
  }
  const bool command = subject == Lexeme::do_ && r_.word_is(verbs, hash_word("do")) &&
                       (verbs == part_.body || r_.gap(verbs) >= Gap::comma ||
                        r_.is(verbs - 1, WordClass::adverb) || r_.lex(verbs - 1) == Lexeme::and_);
  const bool terse_state =
      r_.word_is(next, hash_word("need")) || r_.word_is(next, hash_word("want")) ||
      r_.word_is(next, hash_word("have")) || r_.word_is(next, hash_word("know"));
  if (command && !terse_state) found.standing = Standing::rejected;  // "do not use X"
  return found;
}

Negation NegationFinder::at_never(std::uint32_t i) {
  if (i + 1 >= part_.last || r_.word_is(i + 1, hash_word("mind"))) return {};
  if (r_.lex(i + 1) == Lexeme::exceed || r_.lex(i + 2) == Lexeme::exceed || is_limit(i + 1)) {
    return {};
  }
  const std::uint32_t verbs = predicate_begin(i);
  return {Reach::verb, negates_subject(i) ? subject_begin(verbs) : verbs, Standing::negated};
}

Negation NegationFinder::at_no(std::uint32_t i) {
  const std::uint32_t next = i + 1;
  if (next >= part_.last || r_.gap(next) >= Gap::comma || r_.gap(next) == Gap::hyphen) return {};
  const Lexeme after = r_.lex(next);
  if (after == Lexeme::idiom && !r_.word_is(next, hash_word("least"))) return {};
  if (after == Lexeme::else_ || is_limit(next)) return {};
  if (r_.word_is(next, hash_word("longer"))) return {Reach::verb, predicate_begin(i)};
  const bool subject = i == part_.body || r_.gap(i) >= Gap::comma;
  return {subject && finite_follows(next) ? Reach::verb : Reach::phrase, i};
}

Negation NegationFinder::at_nothing(std::uint32_t i) {
  const Lexeme after = r_.lex(i + 1);
  if (after == Lexeme::but || after == Lexeme::limit || after == Lexeme::stop ||
      r_.lex(i + 2) == Lexeme::stop || r_.word_is(i + 1, hash_word("wrong"))) {
    return {};
  }
  return {Reach::verb, i};
}

Negation NegationFinder::at_without(std::uint32_t i) {
  const std::uint32_t next = i + 1;
  if (next >= part_.last || r_.gap(next) >= Gap::comma) return {};
  if (r_.lex(i - 1) == Lexeme::or_ || r_.lex(next) == Lexeme::idiom) return {};
  if (r_.word_is(next, hash_word("exception")) || r_.word_is(next, hash_word("fail"))) return {};
  return {Reach::phrase, i};
}

Negation NegationFinder::at_avoid(std::uint32_t i) {
  if (r_.is_copula(i - 1) || (r_.is_copula(i - 2) && r_.is(i - 1, WordClass::adverb))) {
    // "cross joins are avoided"
    return {Reach::verb, subject_begin(predicate_begin(i)), Standing::negated};
  }
  return phrase_if(i + 1 < part_.last, i);
}

bool NegationFinder::ends(std::uint32_t i) const {
  const Gap gap = r_.gap(i);
  if (gap >= Gap::bracket) return true;
  if (gap == Gap::comma) return !list_goes_on(i);
  if (r_.is_arrow(i)) return true;
  if (i == cue_ + 1) return false;
  switch (r_.lex(i)) {
    case Lexeme::but:
    case Lexeme::because:
    case Lexeme::if_:
    case Lexeme::when:
    case Lexeme::unless:
    case Lexeme::then:
    case Lexeme::otherwise:
    case Lexeme::until:
    case Lexeme::who:
      return true;
    case Lexeme::and_:
      return and_ends(i);
    case Lexeme::or_:
      return r_.is_subject(i + 1);
    case Lexeme::as:
      return r_.is_subject(i + 1) || r_.lex(i + 1) == Lexeme::it || r_.lex(i + 1) == Lexeme::there;
    default:
      break;
  }
  if (running_ != Reach::phrase || i < cue_ + 2) return false;
  if (r_.is_subject(i)) return r_.is(i + 1, WordClass::verb) || r_.is_auxiliary(i + 1);
  const Lexeme before = r_.lex(i - 1);
  return r_.is_finite(i) && before != Lexeme::that && before != Lexeme::who &&
         !r_.is_subject(i - 1) && before != Lexeme::it && !r_.is(i - 1, WordClass::determiner);
}

// "and" ends a negation unless it joins two nouns or two participles of it.
bool NegationFinder::and_ends(std::uint32_t i) const {
  const std::uint32_t next = i + 1;
  if (next >= part_.last) return true;
  if (r_.is(next, WordClass::adverb) || r_.is(next, WordClass::pronoun)) return true;
  if (r_.lex(next) == Lexeme::instead) return true;
  return r_.is_finite(next) || (r_.is(next, WordTrait::base) && !r_.is(next, WordTrait::noun));
}

// "no locks, queues or retries": whether the piece after a comma is one more of a list that "or" or
// "and" closes.
bool NegationFinder::list_goes_on(std::uint32_t comma) const {
  if (r_.lex(comma) == Lexeme::or_ || r_.lex(comma) == Lexeme::nor)
    return !r_.is_subject(comma + 1);
  std::uint32_t piece = 0;
  for (std::uint32_t i = comma; i < std::min(part_.last, comma + kLookahead); ++i) {
    const Lexeme l = r_.lex(i);
    if (l == Lexeme::or_) return true;
    if (l == Lexeme::and_) return running_ == Reach::phrase && !and_ends(i);
    if (i > comma && r_.gap(i) >= Gap::bracket) return false;
    piece = r_.gap(i) == Gap::comma ? 0 : piece + 1;
    if (piece > 4 || r_.is_finite(i) || r_.is_subject(i) || l == Lexeme::but ||
        (i == comma && (r_.is(i, WordClass::adverb) || r_.is(i, WordClass::preposition) ||
                        r_.is(i, WordClass::negator) || r_.is(i, WordClass::conjunction)))) {
      return false;
    }
  }
  return false;
}

std::uint32_t NegationFinder::predicate_begin(std::uint32_t i) const {
  std::uint32_t at = i;
  while (at > part_.first && i - at < 5) {
    const std::uint32_t before = at - 1;
    if (r_.gap(at) >= Gap::comma || r_.standing(before) != Standing::asserted) break;
    const bool verb = r_.is_auxiliary(before) || r_.lex(before) == Lexeme::be_bare;
    const bool subject =
        r_.is_subject(before) || r_.lex(before) == Lexeme::it || r_.lex(before) == Lexeme::there;
    if (!verb && !subject && !(r_.is(before, WordClass::adverb) && before > part_.body)) break;
    if (subject && before < part_.body) break;
    at = before;
    if (subject) break;
  }
  // An adverb that no verb group begins with belongs to what stands before.
  while (at < i && r_.is(at, WordClass::adverb) && !r_.is_subject(at) && !r_.is_auxiliary(at) &&
         r_.lex(at) != Lexeme::there) {
    ++at;
  }
  return at;
}

// A negated passive of use ("is never read"), or "is not an option", says no to its subject too.
bool NegationFinder::negates_subject(std::uint32_t i) const {
  bool copula = r_.is_copula(i - 1) || r_.is_copula(i - 2);
  std::uint32_t at = i + 1;
  for (int n = 0; n < 3; ++n, ++at) {
    if (r_.gap(at) >= Gap::comma) return false;
    const Lexeme l = r_.lex(at);
    if (copula && (l == Lexeme::used || l == Lexeme::fit)) return true;
    if (r_.is_copula(at)) {
      copula = true;
    } else if (!r_.is(at, WordClass::adverb) && !r_.is(at, WordClass::determiner)) {
      return false;
    }
  }
  return copula && r_.lex(at) == Lexeme::fit;
}

std::uint32_t NegationFinder::subject_begin(std::uint32_t i) const {
  std::uint32_t at = i;
  while (at > part_.body && i - at < kLookback) {
    const Lexeme before = r_.lex(at - 1);
    if (r_.gap(at) >= Gap::comma || before == Lexeme::that || before == Lexeme::who ||
        r_.standing(at - 1) != Standing::asserted) {
      break;
    }
    --at;
  }
  return at;
}

// "more than", "older than 5": a bound, and no comparison.
bool NegationFinder::is_limit(std::uint32_t i) const {
  if (r_.lex(i) != Lexeme::limit) return false;
  if (r_.lex(i + 1) != Lexeme::than) return r_.word_is(i, hash_word("beyond"));
  const bool amount =
      i + 2 < r_.last() && (r_.kind(i + 2) == TokenKind::number ||
                            r_.is(i + 2, WordClass::determiner) || r_.lex(i + 2) == Lexeme::some);
  for (const auto word : {"more", "less", "fewer", "later", "earlier", "sooner"}) {
    if (r_.word_is(i, hash_word(word))) return true;
  }
  return amount;
}

bool NegationFinder::finite_follows(std::uint32_t i) const {
  for (const std::uint32_t end = std::min(part_.last, i + kLookahead); i < end; ++i) {
    if (r_.gap(i) >= Gap::bracket) return false;
    if (r_.is_finite(i)) return true;
  }
  return false;
}

// The "than" of "would rather ... than" from i on, where the part has one.
std::uint32_t NegationFinder::than_after(std::uint32_t i) const {
  bool rather = false;
  for (const std::uint32_t end = std::min(part_.last, i + 2 * kLookahead); i < end; ++i) {
    if (r_.lex(i) == Lexeme::rather) {
      rather = r_.is(i - 1, WordClass::modal) && r_.lex(i + 1) != Lexeme::than;
    } else if (rather && r_.lex(i) == Lexeme::than) {
      return i;
    }
  }
  return kNone;
}

bool NegationFinder::advised_against(std::uint32_t i) const {
  for (std::uint32_t at = i; at-- > part_.first && i - at < 4;) {
    for (const auto word : {"advise", "advised", "argue", "argued", "decide", "decided",
                            "recommend", "am", "spoke", "speaks", "vote", "voted"}) {
      if (r_.word_is(at, hash_word(word))) return true;
    }
  }
  return false;
}

}  // namespace

void find_negations(Reading& reading) {
  NegationFinder finder(reading);
  for (const Part& part : reading.parts) finder.read(part);
}

}  // namespace assay
