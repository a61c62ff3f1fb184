#include "report/excerpt.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <utility>

#include "report/glyphs.h"

namespace assay {
namespace {

constexpr std::string_view kCut = "…";

// Bytes of the lines that `whole` stands in, or so much of them as can be of any use: lines may be
// megabytes long.
Span line_around(std::string_view answer, Span whole, unsigned width) {
  const std::size_t reach = std::size_t{16} * width;
  std::size_t begin = answer.substr(0, whole.begin).rfind('\n');
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  if (whole.begin - begin > reach) {
    begin = whole.begin - reach;
    while (begin < whole.begin && U8_IS_TRAIL(std::uint8_t(answer[begin]))) ++begin;
  }
  const std::size_t last = whole.empty() ? whole.end : whole.end - 1;
  std::size_t end = std::min(answer.find('\n', last), answer.size());
  if (end - whole.begin > 2 * reach) {
    end = whole.begin + 2 * reach;
    while (end > whole.begin && U8_IS_TRAIL(std::uint8_t(answer[end]))) --end;
  }
  return {std::uint32_t(begin), std::uint32_t(end)};
}

// Glyphs [first, last) of a line.
struct Window {
  std::size_t first;
  std::size_t last;
};

class Line {
 public:
  Line(std::string_view answer, Span range, const std::vector<Span>& marks)
      : glyphs_(glyphs_of(answer.substr(range.begin, range.size()))), marked_(glyphs_.size()) {
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
      const std::size_t begin = range.begin + glyphs_[i].begin;
      const std::size_t end = range.begin + glyphs_[i].end;
      marked_[i] = std::any_of(marks.begin(), marks.end(),
                               [&](Span mark) { return begin < mark.end && mark.begin < end; });
    }
    mark_whole_words();
    while (!glyphs_.empty() && glyphs_.back().blank) {
      glyphs_.pop_back();
      marked_.pop_back();
    }
    if (!glyphs_.empty() && glyphs_.front().blank) {
      glyphs_.erase(glyphs_.begin());
      marked_.erase(marked_.begin());
    }
  }

  // Around what is marked, with as much on either side as there is room for.
  Excerpt cut(unsigned width, bool cut_before, bool cut_behind) const {
    Window window = {0, glyphs_.size()};
    if (columns(window) + (cut_before ? 2u : 0u) + (cut_behind ? 2u : 0u) > width) {
      window = around_marks(width - 4);
    }
    cut_before |= window.first > 0;
    cut_behind |= window.last < glyphs_.size();
    Excerpt excerpt;
    if (cut_before) append(excerpt, std::string(kCut) + " ", 2, false);
    for (std::size_t i = window.first; i < window.last; ++i) {
      append(excerpt, glyphs_[i].shown, glyphs_[i].width, marked_[i]);
    }
    if (cut_behind) append(excerpt, " " + std::string(kCut), 2, false);
    return excerpt;
  }

 private:
  // Of "don't" the half that was matched is "n't".
  void mark_whole_words() {
    const auto in_word = [this](std::size_t i) {
      const char c = glyphs_[i].shown[0];
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
    };
    for (std::size_t i = glyphs_.size(); i-- > 1;) {
      if (marked_[i] && in_word(i) && in_word(i - 1)) marked_[i - 1] = true;
    }
  }

  static void append(Excerpt& excerpt, std::string_view shown, unsigned width, bool marked) {
    if (excerpt.pieces.empty() || excerpt.pieces.back().marked != marked) {
      excerpt.pieces.push_back({{}, 0, marked});
    }
    excerpt.pieces.back().shown += shown;
    excerpt.pieces.back().width += width;
  }

  unsigned columns(Window window) const {
    unsigned width = 0;
    for (std::size_t i = window.first; i < window.last; ++i) width += glyphs_[i].width;
    return width;
  }

  bool seen(std::size_t i) const { return marked_[i] && !glyphs_[i].blank; }

  Window around_marks(unsigned width) const {
    Window window = {0, glyphs_.size()};
    while (window.first < window.last && !seen(window.first)) ++window.first;
    while (window.last > window.first && !seen(window.last - 1)) --window.last;
    while (window.last > window.first && columns(window) > width) --window.last;

    unsigned room = width - columns(window);
    // In turns to both sides, so that a side with little to show leaves its room to the other.
    for (bool grown = true; grown;) {
      grown = false;
      if (window.first > 0 && glyphs_[window.first - 1].width <= room) {
        room -= glyphs_[--window.first].width;
        grown = true;
      }
      if (window.last < glyphs_.size() && glyphs_[window.last].width <= room) {
        room -= glyphs_[window.last++].width;
        grown = true;
      }
    }
    return at_words(window);
  }

  // Without the parts of words that the window cut, unless they are marked or there is nothing
  // else.
  Window at_words(Window window) const {
    Window trimmed = window;
    if (window.last < glyphs_.size() && marked_[window.last] && marked_[window.last - 1]) {
      // What is marked is cut itself.
      while (trimmed.last > trimmed.first && !glyphs_[trimmed.last].blank) --trimmed.last;
      if (trimmed.last == trimmed.first) return window;
    }
    if (trimmed.first > 0) {
      while (trimmed.first < trimmed.last && !glyphs_[trimmed.first - 1].blank &&
             !marked_[trimmed.first]) {
        ++trimmed.first;
      }
    }
    if (trimmed.last < glyphs_.size()) {
      while (trimmed.last > trimmed.first && !glyphs_[trimmed.last].blank &&
             !marked_[trimmed.last - 1]) {
        --trimmed.last;
      }
      while (trimmed.last > trimmed.first && glyphs_[trimmed.last - 1].blank) --trimmed.last;
    }
    return trimmed;
  }

  std::vector<Glyph> glyphs_;
  std::vector<bool> marked_;
};

}  // namespace

std::string Excerpt::underline() const {
  std::string row;
  for (const Piece& piece : pieces) row.append(piece.width, piece.marked ? '^' : ' ');
  row.erase(row.find_last_not_of(' ') + 1);
  return row;
}

std::vector<Excerpt> excerpts(std::string_view answer, const std::vector<Span>& spans,
                              unsigned width, std::size_t limit) {
  std::vector<Excerpt> shown;
  for (std::size_t first = 0; first < spans.size() && shown.size() < limit;) {
    Span whole = spans[first];
    std::size_t last = first + 1;
    for (; last < spans.size(); ++last) {
      const Span joined = {whole.begin, std::max(whole.end, spans[last].end)};
      const std::string_view between = answer.substr(whole.begin, joined.size());
      if (joined.size() > std::size_t{4} * width || width_of(between) + 4 > width) break;
      if (spans[last].begin >= whole.end &&
          answer.substr(whole.end, spans[last].begin - whole.end).find('\n') !=
              std::string_view::npos) {
        break;
      }
      whole = joined;
    }
    const Span range = line_around(answer, whole, width);
    const Line line(answer, range,
                    {spans.begin() + std::ptrdiff_t(first), spans.begin() + std::ptrdiff_t(last)});
    const bool cut_before = range.begin > 0 && answer[range.begin - 1] != '\n';
    const bool cut_behind = range.end < answer.size() && answer[range.end] != '\n';
    shown.push_back(line.cut(width, cut_before, cut_behind));
    first = last;
  }
  return shown;
}

}  // namespace assay
