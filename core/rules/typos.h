// Words within reach of a slip of the pen. What counts as one is a matter of length, because short
// words have too many neighbours: from 4 letters a letter too many or too few, from 5 also a wrong
// letter or two changed places, from 8 any two of these. The first letter must be right, unless it
// changed places with the second. Lengths are those of the term's word, in code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "rules/word_list.h"

namespace assay {

inline constexpr std::size_t kShortestMisspelt = 4;
inline constexpr std::size_t kLongestMisspelt =
    40;  // longer words, and words with digits, have none

// How many slips lie between what was written and `word`, 1 or 2; 0 where they are the same, where
// there are too many, or where `word` is too short for that many.
ASSAY_SDK unsigned slips(std::u32string_view written, std::u32string_view word);

// Code points of valid UTF-8; empty where the text cannot be misspelt or be a misspelling.
ASSAY_SDK std::u32string spelling(std::string_view text);

class TypoIndex {
 public:
  explicit TypoIndex(const WordList& words);
  TypoIndex() = default;

  // Appends the indexes of the words that are the fewest slips away, if any are near enough.
  // REQUIRES: `words` are those that it was made of.
  void find(std::string_view written, const WordList& words,
            std::vector<std::uint32_t>& nearest) const;

 private:
  struct Entry {
    std::uint32_t shape;    // its initial and its length
    std::uint32_t letters;  // bits of those it has
    std::uint32_t word;
  };
  static constexpr std::uint32_t shape_of(char32_t initial, std::size_t length) {
    return std::uint32_t(initial) << 8 | std::uint32_t(length);
  }
  std::vector<Entry> entries_;  // ordered by shape
};

}  // namespace assay
