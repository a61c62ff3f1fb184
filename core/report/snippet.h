// Lines of a file with words underlined and notes below, in the manner of compilers: what text
// reports of `assay check` and `assay lint` show below a finding's first line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assay/span.h"
#include "report/glyphs.h"
#include "report/page.h"
#include "report/writer.h"

namespace assay {

class Snippet {
 public:
  // `widest`: the greatest line number that will be shown.
  Snippet(std::uint32_t widest, const WriterOptions& options);

  // Spans are bytes of the text and begin in the same line of it, which its file numbers so.
  void add_words(std::uint32_t number, std::string_view text, const std::vector<Span>& spans,
                 Ink ink);
  // Nothing where the text is empty.
  void add_note(std::string_view label, std::string_view text);

  // Whole lines.
  const std::string& text() const { return out_; }

 private:
  void in_margin(std::string number, std::string_view bar, const std::string& shown);

  std::size_t digits_;
  unsigned room_;  // columns right of the margin
  bool color_;
  std::string out_;
};

}  // namespace assay
