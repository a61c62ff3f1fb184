// Where sentences end in writing of any care: with capitals or without, full stops or line ends.
#pragma once

#include "text/draft.h"
#include "text/normalise.h"

namespace assay {

// Splits blocks, in order, into sentences. One SentenceSplitter a draft.
//
// A sentence ends at . ! ? but for abbreviations, initials, decimals and ellipses before a small
// letter; at a line end that its writer asked for; at a line wrap before a label ("Cost: ..."), a
// number or an arrow, and before a capital or a question where the words after the wrap would
// have fitted on the line. Never at a semicolon. A table's row is one sentence; in code, semicolons
// at line ends and empty lines end one.
class SentenceSplitter {
 public:
  SentenceSplitter(const Layout& layout, DocumentDraft& draft) : layout_(layout), draft_(draft) {}

  // Appends the sentences of the block that has `tokens` and the text `range`, numbered as the next
  // one of draft.blocks; sets Gap::stop for their first tokens and for no others.
  // REQUIRES: tokens is not empty.
  TokenRange block(BlockKind kind, TokenRange tokens, Layout::TextRange range);

 private:
  enum class LineEnd : std::uint8_t { none, soft, hard };

  bool ends_before(std::uint32_t token, std::uint32_t sentence_begin) const;
  bool full_stop_ends(std::uint32_t token, std::uint32_t sentence_begin,
                      std::string_view between) const;
  bool line_parts(std::uint32_t token, std::uint32_t sentence_begin, TokenRange tokens,
                  Layout::TextRange range) const;
  bool is_asked_line(std::uint32_t token, std::uint32_t sentence_begin,
                     Layout::TextRange range) const;
  bool code_parts(std::uint32_t token) const;
  LineEnd line_before(std::uint32_t token);
  void measure_lines(Layout::TextRange range);
  void close(TokenRange tokens, std::string_view after);

  const Layout& layout_;
  DocumentDraft& draft_;
  std::size_t line_ = 0;     // the next line start
  std::uint32_t width_ = 0;  // of the widest line in the block
};

// The gap that `between`, the text between two tokens, makes where no sentence ends in it.
Gap gap_inside_sentence(std::string_view between);

}  // namespace assay
