// Cuts a sentence into parts: where another clause begins, and at colons, semicolons and dashes.
#include "text/reading.h"

namespace assay {
namespace {

constexpr std::uint32_t kToVerb = 16;  // tokens from a clause's beginning to its verb

bool opens(Lexeme l) {
  switch (l) {
    case Lexeme::and_:
    case Lexeme::or_:
    case Lexeme::but:
    case Lexeme::yet:
    case Lexeme::if_:
    case Lexeme::when:
    case Lexeme::once:
    case Lexeme::unless:
    case Lexeme::because:
    case Lexeme::cause:
    case Lexeme::until:
    case Lexeme::who:
    case Lexeme::then:
    case Lexeme::otherwise:
      return true;
    default:
      return false;
  }
}

bool is_condition(Lexeme l) {
  return l == Lexeme::if_ || l == Lexeme::when || l == Lexeme::once || l == Lexeme::unless;
}

bool is_bare_verb(const Reading& r, std::uint32_t i) {
  return r.is(i, WordClass::verb) && r.is(i, WordTrait::base);
}

// "use a key", "load the file", but not "load tests": a bare verb at a clause's beginning.
bool is_imperative(const Reading& r, std::uint32_t i, std::uint32_t end) {
  if (!is_bare_verb(r, i)) return false;
  if (!r.is(i, WordTrait::noun)) return true;
  return i + 1 < end && (r.is(i + 1, WordClass::determiner) || r.is(i + 1, WordClass::pronoun));
}

// Whether a subject and its verb, or a verb alone, begin at `at`.
bool clause_begins(const Reading& r, std::uint32_t at, std::uint32_t end) {
  end = std::min(end, at + kToVerb);
  const std::uint32_t first = r.skip_adverbs(at);
  if (first >= end) return false;
  for (std::uint32_t i = at + 1; i <= first; ++i) {
    if (r.gap(i) >= Gap::comma) return false;
  }
  if (r.is_subject(first) || r.lex(first) == Lexeme::it || r.lex(first) == Lexeme::there) {
    const std::uint32_t verb = r.skip_adverbs(first + 1);
    if (verb < end && r.gap(first + 1) < Gap::comma &&
        (r.is_auxiliary(verb) || r.is(verb, WordClass::verb) || r.lex(verb) == Lexeme::never)) {
      return true;
    }
    if (r.is_subject(first)) return false;
  }
  if (is_imperative(r, first, end) || r.is_auxiliary(first)) return true;
  if (r.is_finite(first)) {
    // "loads it and publishes the table", not "inserts, updates and deletes"
    return first + 1 < end && r.gap(first + 1) < Gap::comma && !opens(r.lex(first + 1));
  }
  for (std::uint32_t i = first + 1; i < end; ++i) {
    if (r.gap(i) >= Gap::comma || opens(r.lex(i))) return false;
    const bool after_noun = !r.is(i - 1, WordClass::determiner) &&
                            !r.is(i - 1, WordClass::preposition) && !r.is(i - 1, WordClass::modal);
    if (after_noun && (r.is_finite(i) || r.is_plural_predicate(i))) return true;
    if (r.lex(i - 1) == Lexeme::they || r.lex(i - 1) == Lexeme::we) return true;
  }
  return false;
}

// "once a day", "once per hour" open nothing.
bool is_frequency(const Reading& r, std::uint32_t once) {
  return r.is(once + 1, WordClass::determiner) || r.is(once + 1, WordClass::preposition)
             ? r.lex(once + 2) == Lexeme::time_unit || r.lex(once + 1) == Lexeme::according
             : r.lex(once + 1) == Lexeme::time_unit;
}

// Leaves out "exactly-once" and "once a day".
bool may_open(const Reading& r, std::uint32_t i) {
  if (!opens(r.lex(i)) || r.gap(i) == Gap::hyphen || r.gap(i + 1) == Gap::hyphen) return false;
  return r.lex(i) != Lexeme::once || !is_frequency(r, i);
}

// How many tokens at `at` belong to words that open a clause, "but if" being two.
std::uint32_t openers(const Reading& r, std::uint32_t at, std::uint32_t end) {
  std::uint32_t n = 0;
  while (at + n < end && n < 3 && may_open(r, at + n)) {
    if (n > 0 && r.gap(at + n) >= Gap::comma) break;
    ++n;
  }
  return n;
}
// Whether the word at `at` opens a clause there. REQUIRES: opens(r.lex(at)).
bool clause_opens(const Reading& r, std::uint32_t at, std::uint32_t end) {
  const std::uint32_t body = at + openers(r, at, end);
  if (body >= end || r.gap(body) >= Gap::bracket) return false;
  const Lexeme opener = r.lex(at);
  if (r.gap(body) >= Gap::comma && opener != Lexeme::but && opener != Lexeme::because &&
      opener != Lexeme::then) {
    return false;
  }
  switch (opener) {
    case Lexeme::because:
      return body + 1 < end && !r.is(at - 1, WordClass::determiner);  // "for a while"
    case Lexeme::cause:
      return r.is_reason(at);
    case Lexeme::unless:
    case Lexeme::if_:
      return body + 1 < end;
    case Lexeme::when:
      return body + 1 < end && r.lex(body) != Lexeme::to;
    case Lexeme::once:
      return r.is(body, WordTrait::past) || clause_begins(r, body, end);
    case Lexeme::or_:
      return body - at > 1 || r.is_subject(body) || r.lex(body) == Lexeme::it ||
             r.lex(body) == Lexeme::there;
    case Lexeme::until:
      if (r.is(body, WordTrait::gerund)) return false;
      if (r.word_is(at, literal("so")) && r.is(body, WordClass::interrogative)) return true;
      return body - at > 1 || clause_begins(r, body, end);
    case Lexeme::who:
      if (r.is(at - 1, WordClass::preposition)) return false;
      return r.gap(at) >= Gap::comma || r.is_auxiliary(body) || r.is(body, WordClass::verb);
    case Lexeme::but:
      return true;
    case Lexeme::yet:
      return r.gap(at) >= Gap::comma;
    case Lexeme::then:
    case Lexeme::otherwise:
      return r.gap(at) >= Gap::comma || clause_begins(r, body, end);
    default:
      return body - at > 1 ? clause_opens(r, at + 1, end) || clause_begins(r, body, end)
                           : clause_begins(r, body, end);
  }
}

// A clause that has begun with "if" or the like, or with "instead of", and is followed by the main
// one without a comma: "if it fails we retry".
bool main_clause_begins(const Reading& r, const Part& part, bool in_condition, std::uint32_t at,
                        std::uint32_t end) {
  // "it" may be an object of what stands before, and is none where a noun does.
  const bool is_it = r.lex(at) == Lexeme::it && !r.is(at, WordClass::determiner) &&
                     (r.classes(at - 1) == 0 || r.is(at - 1, WordTrait::noun) ||
                      (r.is(at - 1, WordClass::adverb) && !r.is(at - 1, WordClass::preposition))) &&
                     r.is_finite(at + 1);
  if (at < part.body + 2 || !(r.is_subject(at) || is_it)) return false;
  const Lexeme before = r.lex(at - 1);
  if (before == Lexeme::that || opens(before) || r.is(at - 1, WordClass::speech_verb) ||
      r.is(at - 1, WordClass::preposition) || r.is(at - 1, WordClass::auxiliary) ||
      r.is(at - 1, WordClass::modal) || r.is(at - 1, WordClass::interrogative)) {
    return false;
  }
  const bool subordinate = part.opener != Lexeme::none && part.opener != Lexeme::and_ &&
                           part.opener != Lexeme::or_ && part.opener != Lexeme::but &&
                           part.opener != Lexeme::yet && part.opener != Lexeme::then;
  const Lexeme head = r.lex(part.body);
  const bool prepositional = head == Lexeme::instead || head == Lexeme::rather ||
                             head == Lexeme::without || head == Lexeme::avoid ||
                             (head == Lexeme::to && r.lex(part.body + 1) == Lexeme::avoid);
  return (subordinate || in_condition || prepositional) && clause_begins(r, at, end);
}

constexpr std::uint32_t kLeastOfList = 3;  // pieces of a list in one line
constexpr std::uint32_t kToThird = 64;     // tokens from its first number to its third

// "1 no appends 2 merge by key 3 ...": whether such a list begins at the "1" at `at`.
bool list_begins(const Reading& r, std::uint32_t at) {
  std::uint32_t ordinal = 1;
  for (std::uint32_t i = at; i < std::min(r.last(), at + kToThird) && ordinal <= kLeastOfList;
       ++i) {
    if (!r.is_ordinal(i, ordinal)) continue;
    if (r.gap(i + 1) != Gap::space) return false;
    ++ordinal;
  }
  return ordinal > kLeastOfList;
}

// Begins a part at every number of a list in one line, whose first begins a part already.
void cut_list(Reading& r, std::size_t p) {
  const std::uint32_t end = r.last();
  const auto begin_body = [&](std::size_t numbered) {
    Part& part = r.parts[numbered];
    part.body = std::min(part.first + 1, part.last);
    part.opener = Lexeme::none;
  };
  begin_body(p);
  std::uint32_t ordinal = 2;
  for (std::uint32_t i = r.parts[p].first + 1; i < end; ++i) {
    if (i >= r.parts[p].last) ++p;
    if (!r.is_ordinal(i, ordinal)) continue;
    ++ordinal;
    if (i > r.parts[p].first) {
      Part part{i, i, r.parts[p].last, Lexeme::none, r.gap(i)};
      r.parts[p].last = i;
      r.parts[p].body = std::min(r.parts[p].body, i);
      r.parts.insert(r.parts.begin() + std::ptrdiff_t(++p), part);
    }
    begin_body(p);
  }
}

void find_lists(Reading& r) {
  for (std::size_t p = 0; p < r.parts.size(); ++p) {
    const Part& part = r.parts[p];
    if (!r.is_ordinal(part.first, 1) || part.gap < Gap::colon || !list_begins(r, part.first)) {
      continue;
    }
    return cut_list(r, p);  // once a sentence keeps the whole in linear time
  }
}

}  // namespace

void find_parts(Reading& r) {
  const std::uint32_t end = r.last();
  bool in_condition = false;  // also in what "and" joins to one
  bool open = false;          // a bracket is
  bool in_brackets = false;   // and a part began in it
  const auto begin_part = [&](std::uint32_t at) {
    if (!r.parts.empty()) r.parts.back().last = at;
    Part part{at, at, end, Lexeme::none, r.gap(at)};
    const std::uint32_t n = openers(r, at, end);
    for (std::uint32_t i = at; i < at + n; ++i) {
      if (part.opener == Lexeme::none || is_condition(r.lex(i))) part.opener = r.lex(i);
    }
    part.body = std::min(at + n, end);
    const bool joined =
        part.gap < Gap::comma && (part.opener == Lexeme::and_ || part.opener == Lexeme::or_);
    in_condition = is_condition(part.opener) || (in_condition && joined);
    r.parts.push_back(part);
  };
  begin_part(r.first());
  bool has_verb = r.is(r.first(), WordClass::verb) || r.is_auxiliary(r.first());
  for (std::uint32_t i = r.first() + 1; i < end; ++i) {
    const Gap gap = r.gap(i);
    const bool opening = may_open(r, i) && !may_open(r, i - 1);
    bool cut = false;
    if (gap >= Gap::colon) {
      cut = true;
    } else if (gap == Gap::bracket) {
      open = r.between(i).find('(') != std::string_view::npos;
      cut = in_brackets || (open && (opening ? clause_opens(r, i, end) : clause_begins(r, i, end)));
      in_brackets = cut && open;
    } else if (opening) {
      const bool joins_nouns = r.lex(i) == Lexeme::and_ && gap < Gap::comma && !has_verb;
      cut = !joins_nouns && i >= r.parts.back().body && clause_opens(r, i, end);
    } else if (gap == Gap::comma) {
      const bool let_alone = r.word_is(i, literal("let")) && r.word_is(i + 1, literal("alone"));
      cut = !let_alone && clause_begins(r, i, end);
    } else {
      cut = main_clause_begins(r, r.parts.back(), in_condition, i, end);
    }
    if (cut) {
      begin_part(i);
      has_verb = false;
      in_brackets |= open;
    }
    has_verb |= r.is(i, WordClass::verb) || r.is_auxiliary(i);
  }
  // What they divide matters only to negations.
  if (r.has(kNegationCue)) find_lists(r);
}

}  // namespace assay
