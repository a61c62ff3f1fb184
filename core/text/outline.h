// An answer's structure before its characters are looked at: which bytes are text, where lines,
// cells and blocks end.
#pragma once

#include <cstdint>
#include <vector>

#include "assay/document.h"

namespace assay {

enum class PieceKind : std::uint8_t {
  text,
  soft_break,  // a line wrap
  hard_break,  // a line end that its writer asked for: "<br>", a line of code
  cell_edge,
  pros,  // the sign "+" of a list item whose section it titles; reads "pros:"
  cons,  // likewise "-", "cons:"
};

// How text is set. A set of bits.
enum PieceStyle : std::uint8_t {
  kCodeStyle = 1u << 0,
  kStruckStyle = 1u << 1,
  kQuoteBlockStyle = 1u << 2,
  kStrongStyle = 1u << 3,
};

// Bytes [begin, end) of the answer. Pieces that touch belong to one word.
struct Piece {
  std::uint32_t begin;
  std::uint32_t end;
  PieceKind kind;
  std::uint8_t style;
};

struct BlockOutline {
  BlockKind kind;
  std::uint8_t level;
  std::uint32_t ordinal;
  std::uint32_t first_piece;  // its pieces end where the next block's begin
  char bullet = 0;            // '+' or '-' of a list item, else 0
};

struct Outline {
  std::vector<Piece> pieces;
  std::vector<BlockOutline> blocks;

  void clear() {
    pieces.clear();
    blocks.clear();
  }
};

}  // namespace assay
