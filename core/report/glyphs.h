// Text as a terminal shows it: what takes how many columns, and what must never reach it as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

// What stands in one or two columns: a character with its combining marks, a whole emoji sequence,
// or the visible form of something a terminal would obey or hide: "\x1b", "\u{202e}", "\xff" for a
// byte that is not UTF-8.
struct Glyph {
  std::string shown;
  std::size_t begin;  // bytes [begin, end) of the text it came from
  std::size_t end;
  unsigned width;  // columns; at least 1
  bool blank;      // a space, or a run of blanks and line ends shown as one
};

// Blanks, tabs and line ends become one blank glyph a run.
std::vector<Glyph> glyphs_of(std::string_view bytes);

// The columns of `bytes`, and their form that is safe to show.
unsigned width_of(std::string_view bytes);
std::string safe(std::string_view bytes);

// Safe lines of at most `width` columns, broken at blanks, and within words only where a word is
// longer than a line. Line ends in `bytes` are kept, and so is the indent behind them; at least one
// line. REQUIRES: width >= 20.
std::vector<std::string> wrap(std::string_view bytes, unsigned width);

}  // namespace assay
