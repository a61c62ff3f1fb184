// The quoted words in the line of the answer they stand in, cut to the width of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assay/span.h"

namespace assay {

// One line. `shown` is safe to show and has at most the width asked for; `marked` are its runs of
// columns that were quoted, in order, apart from each other.
struct Excerpt {
  struct Piece {
    std::string shown;
    unsigned width;
    bool marked;
  };
  std::vector<Piece> pieces;

  // A row of ^^^^ under what is marked, without blanks at its end.
  std::string underline() const;
};

// Excerpts that show all `spans`, in order; those that fit share one. Line ends inside a span
// become blanks; a span that does not fit is cut, and so is all beyond `limit` excerpts.
// REQUIRES: spans are ordered by begin and lie in `answer`; width >= 8.
std::vector<Excerpt> excerpts(std::string_view answer, const std::vector<Span>& spans,
                              unsigned width, std::size_t limit);

}  // namespace assay
