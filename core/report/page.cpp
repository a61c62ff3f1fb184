#include "report/page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "report/excerpt.h"
#include "report/glyphs.h"

namespace assay {
namespace {

constexpr std::size_t kExcerpts = 5;  // of one criterion; more is no help

std::string_view escape_of(Ink ink) {
  switch (ink) {
    case Ink::bold:
      return "\x1b[1m";
    case Ink::faint:
      return "\x1b[2m";
    case Ink::green:
      return "\x1b[1;32m";
    case Ink::yellow:
      return "\x1b[1;33m";
    case Ink::red:
      return "\x1b[1;31m";
    case Ink::plain:
      break;
  }
  return "";
}

}  // namespace

std::string inked(std::string_view shown, Ink ink, bool color) {
  if (!color || ink == Ink::plain || shown.empty()) return std::string(shown);
  return std::string(escape_of(ink)) + std::string(shown) + "\x1b[0m";
}

Page::Page(std::string& out, unsigned width, bool color)
    : out_(out), width_(width), color_(color) {}

unsigned Page::room(unsigned indent) const {
  return std::min(width_ > indent ? width_ - indent : 1u, kMeasure);
}

void Page::line(std::string_view text, Ink ink) {
  out_ += inked(safe(text), ink, color_);
  out_ += '\n';
}

void Page::paragraph(std::string_view text, Ink ink) {
  for (const std::string& wrapped : wrap(text, room(0))) {
    out_ += inked(wrapped, ink, color_);
    out_ += '\n';
  }
}

// `first` and then the text's first line; the others indented by its `columns`.
void Page::hang(const std::string& first, unsigned columns, std::string_view text) {
  out_ += first;
  bool behind_first = true;
  for (const std::string& wrapped : wrap(text, room(columns))) {
    if (!std::exchange(behind_first, false)) out_.append(wrapped.empty() ? 0 : columns, ' ');
    out_ += wrapped + '\n';
  }
}

void Page::headed(std::string_view head, Ink ink, std::string_view text) {
  hang(inked(head, ink, color_) + "  ", unsigned(head.size()) + 2, text);
}

void Page::item(std::string_view mark, Ink ink, std::string_view text) {
  hang("  " + inked(mark, ink, color_) + "  ", kIndent, text);
}

void Page::note(std::string_view label, Ink ink, std::string_view text) {
  bool first = true;
  for (const std::string& wrapped : wrap(std::string(label) + std::string(text), room(kIndent))) {
    out_.append(kIndent, ' ');
    if (first && wrapped.starts_with(label)) {
      out_ += inked(label, ink, color_) + wrapped.substr(label.size());
    } else {
      out_ += wrapped;
    }
    first = false;
    out_ += '\n';
  }
}

void Page::bullet(std::string_view text) {
  hang(std::string(kIndent, ' ') + "- ", kIndent + 2, text);
}

void Page::quote(std::string_view answer, const std::vector<Span>& spans, Ink ink) {
  for (const Excerpt& excerpt : excerpts(answer, spans, room(kIndent), kExcerpts)) {
    out_.append(kIndent, ' ');
    for (const Excerpt::Piece& piece : excerpt.pieces) {
      out_ += inked(piece.shown, piece.marked ? ink : Ink::faint, color_);
    }
    out_ += '\n';
    if (const std::string row = excerpt.underline(); !color_ && !row.empty()) {
      out_.append(kIndent, ' ');
      out_ += row + '\n';
    }
  }
}

std::string rounded(double number) {
  std::array<char, 400> buffer;
  const double hundredths = std::round(number * 100) / 100;
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                    hundredths == 0 ? 0.0 : hundredths, std::chars_format::fixed);
  return std::string(buffer.data(), result.ptr);
}

std::string counted(double number, std::string_view singular) {
  return rounded(number) + " " + std::string(singular) + (number == 1 ? "" : "s");
}

}  // namespace assay
