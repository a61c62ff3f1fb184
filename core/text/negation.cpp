// How far "not", "without", "never" and their like reach.
#include "text/negation.h"

namespace assay {
namespace {

constexpr std::uint32_t kListReach = 20;     // tokens of a list that a negation may run through
constexpr std::uint32_t kSubjectReach = 32;  // tokens of a subject

// Comparatives that set a bound whatever follows "than".
constexpr std::uint64_t kAmountLimits[] = {literal("more"),  literal("less"),    literal("fewer"),
                                           literal("later"), literal("earlier"), literal("sooner")};
constexpr std::uint64_t kMeans[] = {literal("by"), literal("via"), literal("with"),
                                    literal("through")};
// What one does against a thing, apart from protecting from it.
constexpr std::uint64_t kCounsel[] = {literal("advise"),    literal("advised"), literal("argue"),
                                      literal("argued"),    literal("decide"),  literal("decided"),
                                      literal("recommend"), literal("am"),      literal("spoke"),
                                      literal("speaks"),    literal("vote"),    literal("voted")};

}  // namespace

void NegationFinder::read(const Part& part) {
  part_ = part;
  running_ = Reach::none;
  prefer_ = kNone;
  // "not because it is cheap but ...": no reason, if that begins a part.
  if (part.opener == Lexeme::because && part.gap < Gap::comma &&
      r_.lex(part.first - 1) == Lexeme::not_ && !r_.is_auxiliary(part.first - 2)) {
    running_ = Reach::verb;
    standing_ = Standing::negated;
    cue_ = part.first - 1;
  }
  for (std::uint32_t i = part.first; i < part.last; ++i) {
    if (running_ == Reach::phrase && is_cleft(i)) running_ = Reach::verb;
    if (running_ != Reach::none && i > cue_ && ends(i)) running_ = Reach::none;
    const Negation found = at(i);
    if (running_ != Reach::none && found.reach != Reach::none && !begins_anew(i, found)) {
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

bool NegationFinder::ends(std::uint32_t i) const {
  const Gap gap = r_.gap(i);
  if (gap >= Gap::bracket) return true;
  if (gap == Gap::comma) return !list_goes_on(i);
  if (r_.is_arrow(i)) return true;
  if (i == cue_ + 1) return false;
  switch (r_.lex(i)) {
    case Lexeme::but:
    case Lexeme::because:
      return !r_.is(i - 1, WordClass::determiner);
    case Lexeme::if_:
    case Lexeme::when:
    case Lexeme::unless:
    case Lexeme::then:
    case Lexeme::otherwise:
    case Lexeme::until:
    case Lexeme::who:
      return true;
    case Lexeme::cause:
      return r_.is_reason(i);
    case Lexeme::and_:
      return and_ends(i);
    case Lexeme::or_:
      return r_.is_subject(i + 1);
    case Lexeme::as:
      return r_.is_reason(i) || finite_follows(i + 1, 8);
    default:
      break;
  }
  if (i < cue_ + 2 || is_cleft(i)) return false;
  if (running_ == Reach::verb) return main_verb_follows(i);
  if (running_ != Reach::phrase) return false;
  if (r_.lex(cue_) == Lexeme::avoid && r_.is(i, WordClass::preposition) && names_means(i))
    return true;
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
  // "we need no queue, let alone a cluster"
  if ((r_.word_is(comma, literal("let")) && r_.word_is(comma + 1, literal("alone"))) ||
      (r_.word_is(comma, literal("much")) && r_.word_is(comma + 1, literal("less")))) {
    return true;
  }
  if (r_.lex(comma) == Lexeme::or_ || r_.lex(comma) == Lexeme::nor)
    return !r_.is_subject(comma + 1);
  // "no lake, a daily table and a merge": an article of its own sets a piece against "no".
  if (r_.lex(cue_) == Lexeme::no &&
      (r_.word_is(comma, literal("one")) ||
       (r_.is(comma, WordClass::determiner) && !r_.is(comma, WordClass::negator)))) {
    return false;
  }
  std::uint32_t piece = 0;
  for (std::uint32_t i = comma; i < std::min(part_.last, comma + kListReach); ++i) {
    const Lexeme l = r_.lex(i);
    if (l == Lexeme::or_) return true;
    if (l == Lexeme::and_) {
      return running_ == Reach::phrase && !and_ends(i) &&
             (i > comma || !r_.is(i + 1, WordClass::determiner));
    }
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
  while (at > part_.body && i - at < kSubjectReach) {
    const Lexeme before = r_.lex(at - 1);
    if (r_.gap(at) >= Gap::comma || before == Lexeme::that || before == Lexeme::who ||
        r_.standing(at - 1) != Standing::asserted) {
      break;
    }
    // "given a perfect clock | the preamble is not needed": another noun phrase has ended before.
    if (r_.is(at, WordClass::determiner) && r_.classes(at - 1) == 0) break;
    --at;
  }
  return at;
}

// "more than", "older than 5": a bound, and no comparison.
bool NegationFinder::is_limit(std::uint32_t i) const {
  if (r_.lex(i) != Lexeme::limit) return false;
  if (r_.lex(i + 1) != Lexeme::than) return r_.word_is(i, literal("beyond"));
  const bool amount =
      i + 2 < r_.last() && (r_.kind(i + 2) == TokenKind::number ||
                            r_.is(i + 2, WordClass::determiner) || r_.lex(i + 2) == Lexeme::some);
  for (const std::uint64_t word : kAmountLimits) {
    if (r_.word_is(i, word)) return true;
  }
  return amount;
}

// "avoid duplicates by merging": what comes is how, and is no longer avoided.
bool NegationFinder::names_means(std::uint32_t i) const {
  for (const std::uint64_t means : kMeans) {
    if (r_.word_is(i, means)) return true;
  }
  return false;
}

bool NegationFinder::finite_follows(std::uint32_t i, std::uint32_t within) const {
  for (const std::uint32_t end = std::min(part_.last, i + within); i < end; ++i) {
    if (r_.gap(i) >= Gap::bracket) return false;
    if (r_.is_finite(i)) return true;
  }
  return false;
}

// The "than" of "would rather ... than" from i on, where the part has one.
std::uint32_t NegationFinder::than_after(std::uint32_t i) const {
  // "Better a late figure than a wrong one."
  bool rather = r_.word_is(i, literal("better")) && !finite_follows(i + 1, 8);
  for (const std::uint32_t end = std::min(part_.last, i + 2 * kListReach); i < end; ++i) {
    if (r_.lex(i) == Lexeme::rather || r_.word_is(i, literal("sooner"))) {
      rather |= r_.is(i - 1, WordClass::modal) && r_.lex(i + 1) != Lexeme::than;
    } else if (rather && r_.lex(i) == Lexeme::than) {
      return i;
    }
  }
  return kNone;
}

bool NegationFinder::advised_against(std::uint32_t i) const {
  for (std::uint32_t at = i; at-- > part_.first && i - at < 4;) {
    for (const std::uint64_t word : kCounsel) {
      if (r_.word_is(at, word)) return true;
    }
  }
  return false;
}

void find_negations(Reading& reading) {
  if (!reading.has(kNegationCue)) return;
  NegationFinder finder(reading);
  for (const Part& part : reading.parts) finder.read(part);
  negate_labels(reading);
}

}  // namespace assay
