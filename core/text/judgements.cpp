// What the answer names as wrong: "X is a mistake", "a common misconception is X", "I reject X",
// "now() is banned here".
#include "text/refusals.h"

namespace assay {
namespace {

constexpr std::uint32_t kPredicate = 5;  // tokens from "is" to "mistake"

// What a label that is one word says of what stands behind it.
constexpr std::uint64_t kWrongLabels[] = {literal("wrong"),   literal("incorrect"),
                                          literal("myth"),    literal("misconception"),
                                          literal("fallacy"), literal("antipattern")};

// What is not taken into the design.
constexpr std::uint64_t kDropping[] = {literal("avoid"), literal("skip"),   literal("omit"),
                                       literal("drop"),  literal("reject"), literal("refuse")};

// More than the thing is worth, behind "over-" and by itself.
constexpr std::uint64_t kOverdone[] = {literal("engineering"), literal("engineered"),
                                       literal("kill"), literal("designed")};
constexpr std::uint64_t kTooMuch[] = {literal("overengineering"), literal("overengineered"),
                                      literal("goldplating"), literal("wasteful")};
// Of a moment as often, so only of acts and with "would".
constexpr std::uint64_t kTooSoon[] = {literal("premature"), literal("excessive"),
                                      literal("gratuitous"), literal("unwarranted")};

// A word that says no, or that turns the judgement over: "is not a mistake", "less of a mistake".
bool turns(const Reading& r, std::uint32_t i) {
  const Lexeme l = r.lex(i);
  return (r.is(i, WordClass::negator) && l != Lexeme::without) || l == Lexeme::hardly ||
         l == Lexeme::limit;
}

// The last token of "mistake", "anti-pattern", "terrible idea" at i; kNone if none stands there.
std::uint32_t wrong_at(const Reading& r, std::uint32_t i) {
  const Lexeme l = r.lex(i);
  if (l == Lexeme::wrong) return i;
  if (l == Lexeme::anti && r.lex(i + 1) == Lexeme::pattern) return i + 1;
  if (l == Lexeme::bad && r.lex(i + 1) == Lexeme::idea) return i + 1;
  if (r.word_is_any(i, kTooMuch)) return i;
  if (r.gap(i + 1) == Gap::hyphen || r.gap(i + 1) == Gap::space) {
    const bool hyphen = r.gap(i + 1) == Gap::hyphen;
    if (hyphen && r.lex(i) == Lexeme::over && r.word_is_any(i + 1, kOverdone)) return i + 1;
    if (r.word_is(i, literal("gold")) && r.word_is(i + 1, literal("plating"))) return i + 1;
  }
  if (r.word_is(i, literal("waste")) && r.lex(i - 1) != Lexeme::to) return i;
  return kNone;
}

// "inserting twice is wrong" but not "the figure is wrong".
bool is_of_an_act(const Reading& r, const Part& part, std::uint32_t copula, std::uint32_t wrong) {
  if (r.lex(wrong + 1) == Lexeme::to) return true;
  // "monitoring tells us that something | is wrong": of that, and not of monitoring.
  for (std::uint32_t i = copula - std::min(copula - part.body, 4u); i < copula; ++i) {
    if (r.lex(i) == Lexeme::that && i > part.body) return false;
  }
  for (std::uint32_t i = part.body; i < std::min(copula, part.body + 3); ++i) {
    if (r.is(i, WordTrait::gerund) || r.lex(i) == Lexeme::to) return true;
    if (r.lex(i) == Lexeme::idea || r.lex(i) == Lexeme::approach) return true;
  }
  return false;
}

bool is_usual(const Reading& r, std::uint32_t i) { return r.lex(i) == Lexeme::usual; }

// A judgement that the predicate after the copula at i passes on the subject.
std::uint32_t predicate_verdict(const Reading& r, const Part& part, std::uint32_t i) {
  for (std::uint32_t at = i + 1; at <= std::min(i + kPredicate, part.last - 1); ++at) {
    if (r.gap(at) >= Gap::comma || turns(r, at)) return kNone;
    if (const std::uint32_t wrong = wrong_at(r, at); wrong != kNone) return wrong;
    if (r.lex(at) == Lexeme::wrong_act) {
      return is_of_an_act(r, part, i, at) ? at : kNone;
    }
    if (r.word_is_any(at, kTooSoon)) {
      return r.lex(i - 1) == Lexeme::would || is_of_an_act(r, part, i, at) ? at : kNone;
    }
    if (r.lex(at) == Lexeme::ban) return at;
    if (r.is(at, WordClass::preposition) && r.lex(at) != Lexeme::as) return kNone;
  }
  return kNone;
}

// "A common mistake is", "the naive approach would be": a subject that is a judgement itself.
std::uint32_t subject_verdict(const Reading& r, const Part& part, std::uint32_t copula) {
  std::uint32_t cue = kNone;
  const std::uint32_t begin = copula - std::min(copula - part.body, 8u);
  for (std::uint32_t at = begin; at < copula; ++at) {
    if (turns(r, at) || r.is(at, WordTrait::gerund)) return kNone;
    if (r.is(at, WordClass::preposition) && cue == kNone) return kNone;  // "the cost of a mistake"
    if (const std::uint32_t wrong = wrong_at(r, at); wrong != kNone) {
      // "the mistake is permanent" judges nothing.
      const std::uint32_t said = copula + 1;
      if (is_usual(r, at - 1) || is_usual(r, at - 2) || r.is(said, WordTrait::gerund) ||
          r.lex(said) == Lexeme::to || r.lex(said) == Lexeme::that) {
        cue = wrong;
      }
    }
    if ((r.lex(at) == Lexeme::naive || r.lex(at) == Lexeme::wrong_act) &&
        (r.lex(at + 1) == Lexeme::approach || r.lex(at + 1) == Lexeme::idea)) {
      cue = at;
    }
  }
  return cue;
}

bool says_no_before(const Reading& r, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (turns(r, i)) return true;
  }
  return false;
}

// "I reject", "I'd refuse", "I doubt": what follows is what the answer does not take.
bool is_refusal(const Reading& r, std::uint32_t i) {
  if (r.lex(i) != Lexeme::reject && !r.word_is(i, literal("doubt"))) return false;
  std::uint32_t at = i - 1;
  if (r.is(at, WordClass::adverb)) --at;
  if (r.is(at, WordClass::modal)) --at;
  return r.lex(at) == Lexeme::i && r.gap(i) < Gap::comma;
}

// "Row filters I'd avoid entirely", "the second cluster I would leave out": what stands before the
// "I" of a part that ends with the verb. Where the writer begins; kNone if it is no such part.
std::uint32_t fronted_refusal(const Reading& r, const Part& part) {
  std::uint32_t at = part.last - 1;
  while (at > part.body + 2 && r.is(at, WordClass::adverb) && !r.word_is(at, literal("out"))) --at;
  const bool leave_out = r.word_is(at, literal("out")) && r.word_is(at - 1, literal("leave"));
  if (!leave_out && !r.word_is_any(at, kDropping)) return kNone;
  at -= leave_out ? 2 : 1;
  while (at > part.body + 1 && r.is(at, WordClass::adverb)) --at;
  // "Spot instances I refuse."
  if (r.lex(at) == Lexeme::i && r.lex(at + 1) == Lexeme::reject) return at > part.body ? at : kNone;
  if (r.lex(at) != Lexeme::would || r.lex(at - 1) != Lexeme::i) return kNone;
  return at - 1 > part.body ? at - 1 : kNone;
}

// Whether there was one.
bool read_refusal(Reading& r, const Part& part, std::uint32_t i) {
  if (const std::uint32_t from = refused_from(r, part, i); from != kNone) {
    r.lay(from, part.last, Standing::rejected, i);
  } else if (refuses_subject(r, part, i)) {
    r.lay(part.body, i + 1, Standing::rejected, i);
  } else if (is_former_habit(r, i)) {
    std::uint32_t last = i + 1;
    while (last < part.last && r.gap(last) < Gap::comma) ++last;
    r.lay(i - 1, last, Standing::negated, i);
  } else {
    return false;
  }
  return true;
}

void read_part(Reading& r, const Part& part) {
  if (const std::uint32_t writer = fronted_refusal(r, part); writer != kNone) {
    r.lay(part.body, part.last, Standing::rejected, writer + 1);
    return;
  }
  // One of each a part keeps the whole in linear time.
  bool judged = false;
  bool refused = false;
  for (std::uint32_t i = part.first; i < part.last; ++i) {
    if (!refused && is_refusal(r, i)) {
      refused = true;
      r.lay(i, part.last, Standing::rejected, i);
    }
    if (!refused && r.is(i, kJudgementCue)) refused = read_refusal(r, part, i);
    if (judged || !r.is_copula(i) || i == part.body) continue;
    const std::uint32_t about = predicate_verdict(r, part, i);
    const std::uint32_t itself = about == kNone ? subject_verdict(r, part, i) : kNone;
    const std::uint32_t cue = about != kNone ? about : itself;
    if (cue == kNone) continue;
    judged = true;
    if (!says_no_before(r, part.body, std::max(i, cue))) {
      r.lay(part.body, part.last, Standing::rejected, cue);
    }
  }
}

}  // namespace

bool is_judgement_cue(std::uint64_t word, Lexeme lexeme) {
  constexpr std::uint64_t kCues[] = {literal("waste"), literal("doubt"), literal("incorrect"),
                                     literal("leave"), literal("plating")};
  switch (lexeme) {
    case Lexeme::wrong:
    case Lexeme::wrong_act:
    case Lexeme::anti:
    case Lexeme::bad:
    case Lexeme::ban:
    case Lexeme::naive:
    case Lexeme::reject:
    case Lexeme::avoid:
    case Lexeme::forget:
      return true;
    default:
      return is_one_of(word, kCues) || is_one_of(word, kDropping) || is_one_of(word, kOverdone) ||
             is_one_of(word, kTooMuch) || is_one_of(word, kTooSoon) || is_refusal_cue(word);
  }
}

void find_judgements(Reading& reading) {
  if (!reading.has(kJudgementCue)) return;
  for (const Part& part : reading.parts) read_part(reading, part);
  // "The naive approach: ..."
  for (std::size_t p = 0; p + 1 < reading.parts.size(); ++p) {
    const Part& label = reading.parts[p];
    const Part& said = reading.parts[p + 1];
    const std::uint32_t end = label.last;
    if (said.gap < Gap::colon || end - label.body > 5) continue;
    if (end - label.body < 2) {  // "Wrong: ..."
      if (reading.word_is_any(end - 1, kWrongLabels)) {
        reading.lay(said.first, said.last, Standing::rejected, end - 1);
      }
      continue;
    }
    const Lexeme before = reading.lex(end - 2);
    const Lexeme head = reading.lex(end - 1);
    const bool naive = (before == Lexeme::naive || before == Lexeme::wrong_act) &&
                       (head == Lexeme::approach || head == Lexeme::idea);
    const bool wrong = (head == Lexeme::wrong && before != Lexeme::no) ||
                       (before == Lexeme::anti && head == Lexeme::pattern);
    if (naive || wrong) reading.lay(said.first, said.last, Standing::rejected, end - 1);
  }
}

}  // namespace assay
