// Bytes to the normalised view: valid UTF-8, NFKC case-folded, plain quotes and dashes, no
// invisible characters, one blank for every run of blanks and line wraps, and a map back.
//
// Beyond NFKC_Casefold: every quotation mark is " or ', every dash -, every arrow to the right ->;
// an em dash stands between blanks; "½" is 0.5; trade marks go; the comparison signs are ASCII;
// HTML's character references are the characters they stand for. Bytes that are not UTF-8 are read
// as Windows-1252 where that makes them punctuation, else replaced by U+FFFD.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "text/draft.h"
#include "text/outline.h"

namespace assay {

// What the normalised view does not show of the outline. Positions are bytes of the view.
struct Layout {
  struct StyleChange {
    std::uint32_t at;
    std::uint8_t style;  // PieceStyle bits from `at` on
  };
  struct LineStart {
    std::uint32_t at;
    bool hard;
  };
  struct TextRange {
    std::uint32_t begin;
    std::uint32_t end;
  };
  std::vector<StyleChange> styles;
  std::vector<LineStart> lines;   // but for the first line of a block
  std::vector<TextRange> blocks;  // one a BlockOutline; may be empty

  void clear() {
    styles.clear();
    lines.clear();
    blocks.clear();
  }
};

// Fills draft.text, draft.runs and `layout` and may add to draft.flags. Blocks are divided by '\n',
// cells by " | ". REQUIRES: draft.original is set, and draft and layout are otherwise empty.
ASSAY_SDK void normalise(const Outline& outline, DocumentDraft& draft, Layout& layout);

}  // namespace assay
