// What an answer asks or leaves open, and what only looks like a question.
#include <algorithm>

#include "text/identity.h"
#include "text/standing.h"
#include "text/word_classes.h"

namespace assay {
namespace {

bool begins_like_a_question(const DocumentDraft& draft, std::uint32_t token) {
  const WordClasses classes = draft.tokens[token].classes;
  return has(classes, WordClass::interrogative) || has(classes, WordClass::auxiliary) ||
         has(classes, WordClass::modal);
}

// "We merge by key, right?", "..., isn't it?" asks nothing; "..., is one doubled?" does.
bool has_tag(const DocumentDraft& draft, TokenRange tokens) {
  const WordClasses last = draft.tokens[tokens.last - 1].classes;
  for (std::uint32_t i = tokens.last; i-- > tokens.first + 3 && tokens.last - i <= 3;) {
    if (draft.tokens[i].gap != Gap::comma) continue;
    return !begins_like_a_question(draft, i) || has(last, WordClass::pronoun) ||
           has(last, WordClass::negator);
  }
  return false;
}

// "..., so why stream it?": the word behind those that open the clause.
bool asks_anew(const DocumentDraft& draft, const Clause& clause) {
  std::uint32_t first = clause.tokens.first;
  for (int n = 0; n < 2 && first + 1 < clause.tokens.last; ++n) {
    const Lexeme l = lexeme_of(draft.tokens[first].classes);
    const bool opens = l == Lexeme::and_ || l == Lexeme::but || l == Lexeme::or_ ||
                       l == Lexeme::then || draft.tokens[first].word == hash_word("so");
    if (!opens) break;
    ++first;
  }
  // A relative clause begins with "which", and so may a question.
  return lexeme_of(draft.tokens[first].classes) != Lexeme::who &&
         lexeme_of(draft.tokens[first].classes) != Lexeme::until &&
         (first > clause.tokens.first || draft.tokens[first].gap >= Gap::comma) &&
         begins_like_a_question(draft, first);
}

// The first clause that a question mark at the end of the sentence asks: the one after the last
// colon, semicolon or dash, the one that begins as questions do, or the first.
std::uint32_t first_asked(const DocumentDraft& draft, const Sentence& sentence) {
  if (begins_like_a_question(draft, sentence.tokens.first)) return sentence.clauses.first;
  if (has_tag(draft, sentence.tokens)) return sentence.clauses.last;
  std::uint32_t first = sentence.clauses.first;
  for (std::uint32_t c = sentence.clauses.last; c-- > sentence.clauses.first + 1;) {
    // "if a record changes, what do we do?": its condition is asked with it.
    const bool of_asked = c + 1 == first && draft.clauses[c].standing == Standing::conditional;
    if (asks_anew(draft, draft.clauses[c]) || of_asked) first = c;
    if (draft.tokens[draft.clauses[c].tokens.first].gap >= Gap::colon) {
      return first > sentence.clauses.first ? first : c;
    }
  }
  return first;
}

// "Whether or not the row exists, we merge": leaves nothing open, whichever it is.
bool is_concession(const DocumentDraft& draft, TokenRange tokens) {
  bool either = false;
  for (std::uint32_t i = tokens.first + 1; i < tokens.last; ++i) {
    const Token& token = draft.tokens[i];
    if (either && token.gap == Gap::comma) {
      return !has(token.classes, WordClass::auxiliary) && !has(token.classes, WordClass::modal) &&
             !has(token.classes, WordClass::conjunction);
    }
    either |= token.word == hash_word("or");
  }
  return false;
}

// The first clause of what a sentence without a question mark leaves open, "Whether the CFO is told
// is for others to decide", "The question is whether ..."; its last where it leaves nothing open.
std::uint32_t first_left_open(const DocumentDraft& draft, const Sentence& sentence) {
  constexpr std::uint64_t kOpen[] = {hash_word("question"), hash_word("unclear"),
                                     hash_word("unknown"),  hash_word("open"),
                                     hash_word("doubtful"), hash_word("undecided")};
  constexpr std::uint32_t kBefore = 4;  // tokens of it at most before "whether"
  const std::uint32_t first = sentence.tokens.first;
  for (std::uint32_t i = first; i < std::min(sentence.tokens.last, first + 2 * kBefore); ++i) {
    if (draft.tokens[i].word != hash_word("whether")) continue;
    if (i == first) {
      return is_concession(draft, sentence.tokens) ? sentence.clauses.last : sentence.clauses.first;
    }
    // "unknown rows wait until the loader decides whether ...": somebody settles it.
    if (has(draft.tokens[i - 1].classes, WordClass::verb) &&
        !is_one_of(draft.tokens[i - 1].word, kOpen)) {
      continue;
    }
    const std::uint32_t frame = i - std::min(i - first, kBefore);
    for (std::uint32_t at = frame; at < i; ++at) {
      if (is_one_of(draft.tokens[at].word, kOpen)) return draft.tokens[i].clause;
    }
  }
  return sentence.clauses.last;
}

// What its block says behind a sentence; null where it ends the block.
const Sentence* next_in_block(const DocumentDraft& draft, std::size_t s) {
  if (s + 1 >= draft.sentences.size()) return nullptr;
  const Sentence& next = draft.sentences[s + 1];
  return next.block == draft.sentences[s].block ? &next : nullptr;
}

// "Is p below the line? Then we stop.": asks nothing, and says when.
bool is_answered_by_then(const DocumentDraft& draft, const Sentence& next) {
  return draft.tokens[next.tokens.first].word == hash_word("then");
}

// "Are rows erased? Yes -> the log": a branch of a decision.
bool is_branch(const DocumentDraft& draft, const Sentence& next) {
  const std::uint64_t word = draft.tokens[next.tokens.first].word;
  return next.tokens.size() > 2 && (word == hash_word("yes") || word == hash_word("no")) &&
         draft.text_of(next.tokens.first + 1) == "->";
}

// "Crash in between? Start again.", "Row changed? Close it.": a fragment that says when. "A cache?
// Skip it." and "Kafka or Pulsar? Take Kafka." ask what.
bool is_answered_by_what_to_do(const DocumentDraft& draft, TokenRange asked, const Sentence& next) {
  constexpr std::uint32_t kLongest = 6;
  if (asked.size() > kLongest || begins_like_a_question(draft, asked.first)) return false;
  bool happens = false;
  for (std::uint32_t i = asked.first; i < asked.last; ++i) {
    const WordClasses classes = draft.tokens[i].classes;
    if (lexeme_of(classes) == Lexeme::or_ || has(classes, WordClass::interrogative)) return false;
    happens |= has(classes, WordTrait::past) || has(classes, WordClass::preposition);
  }
  const Token& verb = draft.tokens[next.tokens.first];
  const Lexeme l = lexeme_of(verb.classes);
  return happens && next.tokens.size() > 1 && has(verb.classes, WordTrait::base) &&
         l != Lexeme::forget && l != Lexeme::avoid;
}

// Whether a question mark ends what only says when the next sentence holds.
bool says_when(const DocumentDraft& draft, std::size_t s) {
  const Sentence* next = next_in_block(draft, s);
  return next != nullptr && (is_answered_by_then(draft, *next) || is_branch(draft, *next) ||
                             is_answered_by_what_to_do(draft, draft.sentences[s].tokens, *next));
}

}  // namespace

void mark_questions(DocumentDraft& draft) {
  for (std::size_t s = 0; s < draft.sentences.size(); ++s) {
    const Sentence& sentence = draft.sentences[s];
    const bool asks = draft.ends[s] == SentenceEnd::question_mark;
    const Standing standing =
        asks && says_when(draft, s) ? Standing::conditional : Standing::question;
    const std::uint32_t first =
        asks ? first_asked(draft, sentence) : first_left_open(draft, sentence);
    for (std::uint32_t c = first; c < sentence.clauses.last; ++c) {
      Clause& clause = draft.clauses[c];
      if (clause.standing == Standing::quoted || clause.standing == Standing::attributed) continue;
      clause.standing = standing;
      clause.cue = kNone;
    }
  }
}

}  // namespace assay
