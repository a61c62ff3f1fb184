// What Markdown is to read of an answer: a copy of the same length, so that positions hold, in
// which HTML has become Markdown or signs, and from which what only looks like Markdown, or would
// cost time without bounds, is hidden.
#pragma once

#include <string>
#include <string_view>

namespace assay {

// Bytes of the copy that Markdown takes for ordinary characters. Control characters that an answer
// holds itself are kShown in the copy.
enum Sign : char {
  kShown = 0x01,    // the answer's own byte counts, and is no markup: "2*3", "~5 min", ">5 %"
  kDropped = 0x02,  // nothing stands here: a tag, a comment, an address
  kBreak = 0x03,    // "<br>"
  kCell = 0x04,     // "<td>"
  kRow = 0x05,      // "<tr>"
  kStruckOn = 0x06,
  kStruckOff = 0x07,
  kQuoteOn = 0x0e,
  kQuoteOff = 0x0f,
  kCodeOn = 0x10,
  kCodeOff = 0x11,
  kStrongOn = 0x12,
  kStrongOff = 0x13,
};

struct Shielded {
  std::string_view text;  // the answer itself where nothing needs a copy, else a view of `copy`
  bool markup;            // whether there may be any; without it, empty lines part paragraphs
};
Shielded shield(std::string_view answer, std::string& copy);

}  // namespace assay
