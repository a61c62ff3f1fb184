// The normalised view to tokens. Contextual to a character or two only; where sentences really end
// is for sentences.h to say.
#pragma once

#include "text/draft.h"
#include "text/normalise.h"
#include "text/words.h"

namespace assay {

// Appends the tokens of one block's text to `draft`, with their marks but for those of quotation
// marks, and may add to draft.flags. The first has Gap::stop, and so has every one that may begin a
// sentence by what stands before it. Words that are written as two in one ("don't") become two
// tokens without a gap. One Tokeniser a draft, blocks in order.
class Tokeniser {
 public:
  Tokeniser(Words& words, const Layout& layout, DocumentDraft& draft)
      : words_(words), layout_(layout), draft_(draft) {}

  void block(Layout::TextRange range);

 private:
  void word(std::uint32_t begin, std::uint32_t end);
  void number(std::uint32_t begin, std::uint32_t end);
  void symbol(std::uint32_t begin, std::uint32_t end);
  Span span_of(std::uint32_t begin, std::uint32_t end);
  void set_styles(std::size_t first);
  bool is_glued_stop(std::uint32_t at) const;
  Token& emit(std::uint32_t begin, std::uint32_t end, TokenKind kind);
  std::uint32_t symbols(std::uint32_t i, std::uint32_t end);
  std::uint32_t hyphens(std::uint32_t i, std::uint32_t end);
  std::uint32_t beyond_ascii(std::uint32_t i, std::uint32_t end);
  std::uint32_t word_end(std::uint32_t i, std::uint32_t end) const;
  std::uint32_t digits(std::uint32_t i, std::uint32_t end);
  bool word_at(std::uint32_t i, std::uint32_t end) const;
  void widen(Gap gap) { gap_ = gap_ < gap ? gap : gap_; }

  Words& words_;
  const Layout& layout_;
  DocumentDraft& draft_;
  std::size_t run_ = 0;           // the run that the last token began in
  std::uint32_t same_until_ = 0;  // where the last run that maps byte for byte ends,
  std::uint32_t shift_ = 0;       // and its source position less its text position
  std::size_t style_ = 0;         // the next style change
  std::uint8_t set_in_ = 0;       // the style up to there
  bool mixed_ = false;
  bool glued_stop_ = false;  // a full stop between letters, without a blank
  std::uint32_t block_begin_ = 0;
  Gap gap_ = Gap::stop;
};

}  // namespace assay
