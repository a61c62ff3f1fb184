#include "report/snippet.h"

#include <algorithm>

#include "report/excerpt.h"

namespace assay {

Snippet::Snippet(std::uint32_t widest, const WriterOptions& options)
    : digits_(std::to_string(widest).size()), color_(options.color) {
  constexpr unsigned kLeastRoom = 20;
  const unsigned gutter = unsigned(digits_) + 5;
  room_ = std::max(options.width, gutter + kLeastRoom) - gutter;
}

void Snippet::add_words(std::uint32_t number, std::string_view text, const std::vector<Span>& spans,
                        Ink ink) {
  for (const Excerpt& excerpt : excerpts(text, spans, room_, 1)) {
    std::string shown;
    for (const Excerpt::Piece& piece : excerpt.pieces) shown += piece.shown;
    in_margin(std::to_string(number), " | ", shown);
    in_margin("", " | ", inked(excerpt.underline(), ink, color_));
  }
}

void Snippet::add_note(std::string_view label, std::string_view text) {
  if (text.empty()) return;
  std::string_view bar = " = ";
  for (const std::string& line : wrap(std::string(label) + std::string(text), room_)) {
    in_margin("", bar, line);
    bar = "   ";
  }
}

void Snippet::in_margin(std::string number, std::string_view bar, const std::string& shown) {
  number.insert(0, digits_ - number.size(), ' ');
  out_ += "  " + inked(number + std::string(bar), Ink::faint, color_) + shown + "\n";
}

}  // namespace assay
