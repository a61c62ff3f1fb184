// Piles of terms: a long row of bare names with no verb, preposition or other word that would say
// something of them. Terse notes are no piles: "upsert, matched on contract number" says something.
#include "text/standing.h"
#include "text/word_classes.h"

namespace assay {
namespace {

constexpr std::uint32_t kPileWords = 8;  // a sentence with fewer words is a short answer
constexpr std::uint32_t kWordsARelation =
    9;                                       // words of a pile for each word that could relate them
constexpr std::uint32_t kPieceWords = 3;     // words of a listed term, on average at most
constexpr std::uint32_t kRunSentences = 10;  // bare terms, each a sentence or list item of its own
constexpr std::uint32_t kFlagShare = 3;      // the flag: at least a third of the tokens ...
constexpr std::uint32_t kFlagTokens = 12;    // ... and this many

bool relates(const Token& token) {
  if (token.kind == TokenKind::symbol || token.kind == TokenKind::number) return true;
  const WordClasses c = token.classes;
  const Lexeme lexeme = lexeme_of(c);
  if (lexeme == Lexeme::and_ || lexeme == Lexeme::or_) return false;
  return has(c, WordClass::determiner) || has(c, WordClass::pronoun) ||
         has(c, WordClass::preposition) || has(c, WordClass::conjunction) ||
         has(c, WordClass::auxiliary) || has(c, WordClass::modal) || has(c, WordClass::negator) ||
         has(c, WordClass::adverb) || (has(c, WordTrait::third) && !has(c, WordTrait::noun));
}

struct Shape {
  std::uint32_t words = 0;
  std::uint32_t relations = 0;
  std::uint32_t pieces = 1;
  bool labelled = false;
};

Shape shape_of(const DocumentDraft& draft, TokenRange tokens) {
  Shape shape;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& token = draft.tokens[i];
    if (token.in_code) ++shape.relations;
    if (relates(token)) ++shape.relations;
    ++shape.words;
    if (i == tokens.first) continue;
    if (token.gap == Gap::comma || token.gap == Gap::joiner) ++shape.pieces;
    // "columns: a, b, c" says what the columns are.
    if (token.gap >= Gap::bracket && draft.text_before(i).find(':') != std::string_view::npos) {
      shape.labelled = true;
    }
  }
  return shape;
}

bool may_be_pile(const DocumentDraft& draft, const Sentence& sentence) {
  const BlockKind kind = draft.blocks[sentence.block].kind;
  return kind == BlockKind::paragraph || kind == BlockKind::list_item;
}

bool is_pile(const Shape& shape) {
  if (shape.labelled || shape.words < kPileWords) return false;
  if (shape.relations * kWordsARelation > shape.words) return false;
  return shape.pieces == 1 || shape.words <= shape.pieces * kPieceWords;
}

bool is_bare_term(const Shape& shape) {
  return !shape.labelled && shape.relations == 0 && shape.words <= kPieceWords;
}

std::uint32_t mark(DocumentDraft& draft, const Sentence& sentence) {
  for (std::uint32_t c = sentence.clauses.first; c < sentence.clauses.last; ++c) {
    draft.clauses[c].standing = Standing::unclaimed;
    draft.clauses[c].cue = kNone;
  }
  return sentence.tokens.size();
}

}  // namespace

void mark_term_piles(DocumentDraft& draft) {
  std::uint32_t piled = 0;
  std::size_t run = 0;  // how many bare terms stand before sentence s, one after another
  for (std::size_t s = 0; s <= draft.sentences.size(); ++s) {
    bool bare = false;
    if (s < draft.sentences.size() && may_be_pile(draft, draft.sentences[s])) {
      const Shape shape = shape_of(draft, draft.sentences[s].tokens);
      bare = is_bare_term(shape);
      if (is_pile(shape)) piled += mark(draft, draft.sentences[s]);
    }
    if (bare) {
      ++run;
      continue;
    }
    if (run >= kRunSentences) {
      for (std::size_t t = s - run; t < s; ++t) piled += mark(draft, draft.sentences[t]);
    }
    run = 0;
  }
  if (piled >= kFlagTokens && std::uint64_t(piled) * kFlagShare >= draft.tokens.size()) {
    draft.flags.push_back("term-pile");
  }
}

}  // namespace assay
