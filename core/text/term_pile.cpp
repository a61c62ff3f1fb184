// Piles of terms: a long row of bare names with no verb, preposition or other word that would say
// something of them. Terse notes are no piles: "upsert, matched on contract number" says something.
#include <algorithm>
#include <iterator>

#include "text/identity.h"
#include "text/standing.h"
#include "text/word_classes.h"

namespace assay {
namespace {

constexpr std::uint32_t kPileWords = 8;  // a sentence with fewer words is a short answer
constexpr std::uint32_t kWordsARelation =
    9;                                       // words of a pile for each word that could relate them
constexpr std::uint32_t kPieceWords = 3;     // words of a listed term, on average at most
constexpr std::uint32_t kRunSentences = 10;  // bare terms, each a sentence or list item of its own
constexpr std::uint32_t kLongPile = 10;      // tokens of a pile in an answer that says more
constexpr std::uint32_t kShare = 3;          // a third of the answer, and it is piled up
constexpr std::uint32_t kFlagTokens = 12;    // the flag wants this many, too

// Little words of other languages, which the word classes do not know.
constexpr std::uint64_t kForeign[] = {
    hash_word("der"), hash_word("das"),  hash_word("und"),  hash_word("ist"),  hash_word("nicht"),
    hash_word("ein"), hash_word("eine"), hash_word("mit"),  hash_word("von"),  hash_word("zu"),
    hash_word("den"), hash_word("bis"),  hash_word("sind"), hash_word("wird"), hash_word("el"),
    hash_word("la"),  hash_word("los"),  hash_word("que"),  hash_word("de"),   hash_word("le"),
    hash_word("les"), hash_word("des"),  hash_word("est"),  hash_word("une"),  hash_word("et")};

bool is_foreign(std::uint64_t word) {
  return std::find(std::begin(kForeign), std::end(kForeign), word) != std::end(kForeign);
}

// A subject or a finite verb: whatever surrounds it says something.
bool claims(const Token& token) {
  const WordClasses c = token.classes;
  const Lexeme lexeme = lexeme_of(c);
  return lexeme == Lexeme::i || lexeme == Lexeme::we || lexeme == Lexeme::they ||
         has(c, WordClass::auxiliary) || has(c, WordClass::modal) ||
         (has(c, WordTrait::third) && !has(c, WordTrait::noun));
}

bool relates(const DocumentDraft& draft, std::uint32_t i) {
  const Token& token = draft.tokens[i];
  const char first = draft.text_of(i).front();
  if (token.kind != TokenKind::word || (first >= '0' && first <= '9')) return true;
  // "exactly-once" is a term.
  if (token.gap == Gap::hyphen) return false;
  if (i + 1 < draft.tokens.size() && draft.tokens[i + 1].gap == Gap::hyphen) return false;
  const WordClasses c = token.classes;
  const Lexeme lexeme = lexeme_of(c);
  if (lexeme == Lexeme::and_ || lexeme == Lexeme::or_) return false;
  return has(c, WordClass::determiner) || has(c, WordClass::pronoun) ||
         has(c, WordClass::preposition) || has(c, WordClass::conjunction) ||
         has(c, WordClass::negator) || has(c, WordClass::adverb);
}

// "billing -> CP", "key = cell id"
bool relates_by_sign(const DocumentDraft& draft, std::uint32_t i) {
  if (draft.tokens[i].kind != TokenKind::symbol) return false;
  return draft.text_of(i) == "->" || draft.text_of(i) == "=";
}

// "edge nodes produce": a bare verb behind what looks like a plural.
bool is_predicate(const DocumentDraft& draft, std::uint32_t i) {
  const Token& token = draft.tokens[i];
  return token.gap == Gap::space && has(token.classes, WordClass::verb) &&
         !has(token.classes, WordTrait::noun) && draft.text_of(i - 1).ends_with('s');
}

struct Shape {
  std::uint32_t words = 0;
  std::uint32_t relations = 0;
  std::uint32_t pieces = 1;
  bool says = false;
};

Shape shape_of(const DocumentDraft& draft, TokenRange tokens) {
  Shape shape;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& token = draft.tokens[i];
    if (claims(token) || relates_by_sign(draft, i) || is_foreign(token.word) ||
        (i > tokens.first && is_predicate(draft, i)))
      shape.says = true;
    // "columns: a, b, c" says what the columns are.
    if (i > tokens.first && token.gap >= Gap::bracket &&
        draft.text_before(i).find(':') != std::string_view::npos) {
      shape.says = true;
    }
    if (shape.says) return shape;  // no pile, whatever else it is
    shape.relations += token.in_code || relates(draft, i);
    ++shape.words;
    shape.pieces += i > tokens.first && (token.gap == Gap::comma || token.gap == Gap::joiner);
  }
  return shape;
}

bool may_be_pile(const DocumentDraft& draft, const Sentence& sentence) {
  const BlockKind kind = draft.blocks[sentence.block].kind;
  return kind == BlockKind::paragraph || kind == BlockKind::list_item;
}

bool is_pile(const Shape& shape) {
  if (shape.says || shape.words < kPileWords) return false;
  if (shape.relations * kWordsARelation > shape.words) return false;
  return shape.pieces == 1 || shape.words <= shape.pieces * kPieceWords;
}

bool is_bare_term(const Shape& shape) {
  return !shape.says && shape.relations == 0 && shape.words <= kPieceWords;
}

// Calls `use` with the index of each sentence that belongs to a pile.
template <typename Use>
void for_each_piled(const DocumentDraft& draft, Use use) {
  std::size_t run = 0;  // how many bare terms stand before sentence s, one after another
  for (std::size_t s = 0; s <= draft.sentences.size(); ++s) {
    Shape shape;
    const bool may = s < draft.sentences.size() && may_be_pile(draft, draft.sentences[s]);
    if (may) shape = shape_of(draft, draft.sentences[s].tokens);
    if (may && is_bare_term(shape)) {
      ++run;
      continue;
    }
    if (run >= kRunSentences) {
      for (std::size_t t = s - run; t < s; ++t) use(t, std::uint32_t(run) * kPieceWords);
    }
    run = 0;
    if (may && is_pile(shape)) use(s, shape.words);
  }
}

}  // namespace

void mark_term_piles(DocumentDraft& draft) {
  std::uint32_t piled = 0;
  for_each_piled(draft,
                 [&](std::size_t s, std::uint32_t) { piled += draft.sentences[s].tokens.size(); });
  if (piled == 0) return;
  const bool much = std::uint64_t(piled) * kShare >= draft.tokens.size();
  for_each_piled(draft, [&](std::size_t s, std::uint32_t length) {
    // A short list in an answer that says things is its detail: the columns of a table.
    if (!much && length < kLongPile) return;
    const Sentence& sentence = draft.sentences[s];
    for (std::uint32_t c = sentence.clauses.first; c < sentence.clauses.last; ++c) {
      draft.clauses[c].standing = Standing::unclaimed;
      draft.clauses[c].cue = kNone;
    }
  });
  if (much && piled >= kFlagTokens) draft.flags.push_back("term-pile");
}

}  // namespace assay
