#include "text/block_quotes.h"

#include "text/identity.h"
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

// "Thank you for the question.", "I hope this helps.": nothing of an answer.
bool is_courtesy(const DocumentDraft& draft, TokenRange tokens) {
  constexpr std::uint64_t kCourteous[] = {hash_word("thank"), hash_word("thanks"),
                                          hash_word("hope"),  hash_word("please"),
                                          hash_word("hello"), hash_word("regards")};
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    if (is_one_of(draft.tokens[t].word, kCourteous)) return true;
  }
  return false;
}

// A quote all in bold sets off what the answer itself has to say.
void take_callouts(DocumentDraft& draft) {
  for (const Block& block : draft.blocks) {
    bool callout = true;
    for (std::uint32_t t = block.tokens.first; callout && t < block.tokens.last; ++t) {
      callout = is_block_quoted(draft, t) && (draft.marks[t] & kStrongMark) != 0;
    }
    for (std::uint32_t t = block.tokens.first; callout && t < block.tokens.last; ++t) {
      draft.marks[t] &= std::uint8_t(~kQuoteBlockMark);
    }
  }
}

}  // namespace

void take_own_block_quotes(DocumentDraft& draft) {
  std::uint32_t quoted = 0;
  for (std::uint32_t t = 0; t < draft.tokens.size(); ++t) quoted += is_block_quoted(draft, t);
  if (quoted == 0) return;
  take_callouts(draft);
  std::uint32_t outside = 0;
  for (std::uint32_t s = 0; s < draft.sentences.size(); ++s) {
    const TokenRange tokens = draft.sentences[s].tokens;
    if (is_block_quoted(draft, tokens.first) || is_courtesy(draft, tokens)) continue;
    outside += tokens.size();
    if (draft.ends[s] == SentenceEnd::question_mark) return;
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
      if (takes_a_position(draft.tokens[t])) return;
    }
  }
  if (quoted < outside * kQuotedToOutside) return;
  for (std::uint8_t& marks : draft.marks) marks &= std::uint8_t(~kQuoteBlockMark);
}

}  // namespace assay
