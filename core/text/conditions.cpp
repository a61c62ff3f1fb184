// "If X" is an open condition and still the answer's own; "if X were, I would" is contrary to fact.
#include "text/reading.h"

namespace assay {
namespace {

constexpr std::uint32_t kVerbWithin = 12;  // tokens from "if" to the verb that bears the tense

bool is_conditional(const Part& part) {
  return part.opener == Lexeme::if_ || part.opener == Lexeme::when || part.opener == Lexeme::once ||
         part.opener == Lexeme::unless;
}

// "should the bound tighten", "had we known", "were it up to me": no "if", but its order of words.
bool is_inverted(const Reading& r, const Part& part) {
  const Lexeme head = r.lex(part.body);
  if (part.last - part.body < 4 || r.lex(part.body + 1) == Lexeme::not_) return false;
  const bool subject = r.is_subject(part.body + 1) || r.is(part.body + 1, WordClass::determiner) ||
                       r.lex(part.body + 1) == Lexeme::it;
  if (head == Lexeme::be_were && r.classes(part.body + 1) == 0)
    return true;  // "were money no object"
  if (head == Lexeme::should || head == Lexeme::had || head == Lexeme::be_were) return subject;
  return false;
}

// "If I had to choose", "if I were you", "if you asked me": manners, not conditions.
bool is_manner(const Reading& r, const Part& part) {
  const std::uint32_t subject = part.body;
  const Lexeme verb = r.lex(subject + 1);
  if (r.lex(subject) == Lexeme::i || r.lex(subject) == Lexeme::we) {
    return (verb == Lexeme::had && r.lex(subject + 2) == Lexeme::to) ||
           (verb == Lexeme::be_were &&
            (r.lex(subject + 2) == Lexeme::we || r.lex(subject + 2) == Lexeme::to ||
             r.is(subject + 2, WordTrait::gerund))) ||
           r.word_is(subject + 1, literal("asked"));
  }
  return r.lex(subject) == Lexeme::it && verb == Lexeme::be_were &&
         (r.word_is(subject + 2, literal("up")) || r.word_is(subject + 2, literal("me")) ||
          r.word_is(subject + 2, literal("my")));
}

// Whether the verb of a condition stands in a past form.
bool is_past_condition(const Reading& r, const Part& part) {
  const std::uint32_t end = std::min(part.last, part.body + kVerbWithin);
  for (std::uint32_t i = part.body; i < end; ++i) {
    switch (r.lex(i)) {
      case Lexeme::be_were:
      case Lexeme::be_past:
      case Lexeme::had:
      case Lexeme::would:
        return true;
      default:
        break;
    }
    if (r.word_is(i, literal("did"))) return true;
    if (r.is_auxiliary(i) || (r.is(i, WordTrait::base) && !r.is(i, WordTrait::noun))) return false;
    const bool past = r.is(i, WordTrait::past) && !r.is(i, WordTrait::base);
    if (i > part.body && (past || r.is_finite(i))) return past;
  }
  return false;
}

bool has_would(const Reading& r, const Part& part) {
  for (std::uint32_t i = part.body; i < part.last; ++i) {
    if (r.lex(i) == Lexeme::would) return true;
  }
  return false;
}

// "but" and a semicolon end what one condition governs.
bool begins_anew(const Reading& r, const Part& part) {
  return part.opener == Lexeme::but || part.opener == Lexeme::yet ||
         r.lex(part.first) == Lexeme::but || r.lex(part.first) == Lexeme::yet ||
         (part.gap == Gap::colon && r.between(part.first).find(';') != std::string_view::npos);
}

// Whether parts [first, last) hold a condition contrary to fact and a main clause with "would".
bool is_hypothesis(const Reading& r, std::size_t first, std::size_t last) {
  bool contrary = false;
  bool would = false;
  for (std::size_t p = first; p < last; ++p) {
    const Part& part = r.parts[p];
    if (is_inverted(r, part)) {
      contrary = true;
    } else if (!is_conditional(part)) {
      would |= has_would(r, part);
    } else if (part.opener == Lexeme::if_ || part.opener == Lexeme::unless) {
      contrary |= is_past_condition(r, part) && !is_manner(r, part);
    }
  }
  return contrary && would;
}

void read_parts(Reading& r, std::size_t first, std::size_t last) {
  const bool hypothesis = is_hypothesis(r, first, last);
  bool in_condition = false;
  for (std::size_t p = first; p < last; ++p) {
    const Part& part = r.parts[p];
    const bool inverted = is_inverted(r, part);
    const bool begins = is_conditional(part) || inverted;
    // "if the region is cut off and the queue fills": both are the condition.
    const bool goes_on = in_condition && part.gap < Gap::comma &&
                         (part.opener == Lexeme::and_ || part.opener == Lexeme::or_);
    in_condition = begins || goes_on;
    if (in_condition) {
      const bool open = !hypothesis || part.opener == Lexeme::when || part.opener == Lexeme::once;
      r.lay(part.first, part.last, open ? Standing::conditional : Standing::hypothetical,
            inverted || !begins ? part.body : part.body - 1);
    } else if (hypothesis && has_would(r, part)) {
      r.lay(part.first, part.last, Standing::hypothetical, part.first);
    }
  }
}

}  // namespace

bool is_condition_cue(Lexeme lexeme) {
  switch (lexeme) {
    case Lexeme::if_:
    case Lexeme::when:
    case Lexeme::once:
    case Lexeme::unless:
    case Lexeme::should:
    case Lexeme::had:
    case Lexeme::be_were:
      return true;
    default:
      return false;
  }
}

void find_conditions(Reading& r) {
  if (!r.has(kConditionCue)) return;
  std::size_t first = 0;
  for (std::size_t p = 1; p <= r.parts.size(); ++p) {
    if (p < r.parts.size() && !begins_anew(r, r.parts[p])) continue;
    read_parts(r, first, p);
    first = p;
  }
}

}  // namespace assay
