// A page of text for a person: paragraphs and excerpts under marks in a margin, wrapped to a width,
// in colour or without.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assay/span.h"

namespace assay {

enum class Ink : std::uint8_t { plain, bold, faint, green, yellow, red };

// Text in the ink, if there is colour at all. `shown` must be safe to show.
std::string inked(std::string_view shown, Ink ink, bool color);

// Appends to a string it does not own. Everything added is made safe to show.
class Page {
 public:
  static constexpr unsigned kIndent = 5;    // of all that stands under a mark
  static constexpr unsigned kMeasure = 92;  // columns of text that still read well

  Page(std::string& out, unsigned width, bool color);

  void line(std::string_view text, Ink ink = Ink::plain);  // not wrapped, no indent
  void blank() { out_ += '\n'; }
  // Wrapped, without indent.
  void paragraph(std::string_view text, Ink ink = Ink::plain);
  // A paragraph behind a word, and indented by it.
  void headed(std::string_view head, Ink ink, std::string_view text);
  // A paragraph with a mark of one column in its margin.
  void item(std::string_view mark, Ink ink, std::string_view text);
  // Under the last item: a label in ink and a paragraph.
  void note(std::string_view label, Ink ink, std::string_view text);
  // Under the last note.
  void bullet(std::string_view text);
  // Under the last item: the spans in their lines of the answer, a few lines at most.
  void quote(std::string_view answer, const std::vector<Span>& spans, Ink ink);

 private:
  void hang(const std::string& first, unsigned columns, std::string_view text);
  unsigned room(unsigned indent) const;

  std::string& out_;
  unsigned width_;
  bool color_;
};

// "3", "0.5", "0.67": at most two decimals, for people.
std::string rounded(double number);
// "1 point", "2 points".
std::string counted(double number, std::string_view singular);

}  // namespace assay
