// The words of one answer that mining counts. Part of mine().
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "assay/document.h"

namespace assay {

// One stem, or two of one sentence, the smaller identity first.
struct WordPair {
  std::uint64_t first = 0;
  std::uint64_t second = 0;  // 0: one word

  bool is_single() const { return second == 0; }
  friend auto operator<=>(const WordPair&, const WordPair&) = default;
};

class WordsOfAnswer {
 public:
  // Keeps `document`, which outlives it.
  explicit WordsOfAnswer(const Document& document) : document_(document) {}

  // Single words and pairs, each with its first place. `read`: words inside `occurrences`;
  // otherwise words outside, and pairs of which one at least stands outside.
  std::map<WordPair, std::vector<Span>> pairs(const std::vector<TokenRange>& occurrences,
                                              bool read) const;
  void count_forms(std::uint64_t stem, std::map<std::string, std::size_t>& forms) const;

 private:
  const Document& document_;
};

// The form in which a stem is written most; the first in byte order of several.
std::string most_frequent_form(const std::vector<WordsOfAnswer>& answers, std::uint64_t stem);

}  // namespace assay
