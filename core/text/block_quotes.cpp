#include "text/block_quotes.h"

#include "text/word_classes.h"

namespace assay {
namespace {

constexpr std::uint32_t kQuotedToOutside = 4;  // tokens in quotes for each outside, at least

bool is_block_quoted(const DocumentDraft& draft, std::uint32_t token) {
  return (draft.marks[token] & kQuoteBlockMark) != 0;
}

// A word with which one speaks of others' words: "says", "they", "wrong", "not".
bool takes_a_position(const Token& token) {
  switch (lexeme_of(token.classes)) {
    case Lexeme::people:
    case Lexeme::some:
    case Lexeme::they:
    case Lexeme::wrong:
    case Lexeme::wrong_act:
    case Lexeme::bad:
    case Lexeme::reject:
    case Lexeme::accept:
      return true;
    default:
      return has(token.classes, WordClass::negator) || has(token.classes, WordClass::speech_verb);
  }
}

}  // namespace

void take_own_block_quotes(DocumentDraft& draft) {
  std::uint32_t quoted = 0;
  for (std::uint32_t t = 0; t < draft.tokens.size(); ++t) quoted += is_block_quoted(draft, t);
  const auto outside = std::uint32_t(draft.tokens.size()) - quoted;
  if (quoted == 0 || quoted < outside * kQuotedToOutside) return;
  for (std::uint32_t s = 0; s < draft.sentences.size(); ++s) {
    const TokenRange tokens = draft.sentences[s].tokens;
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
      if (is_block_quoted(draft, t)) continue;
      if (takes_a_position(draft.tokens[t]) || draft.ends[s] == SentenceEnd::question_mark) return;
    }
  }
  for (std::uint8_t& marks : draft.marks) marks &= std::uint8_t(~kQuoteBlockMark);
}

}  // namespace assay
