// Words in order, the letters of all in one piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assay {

// Each with a number of its owner's.
class WordList {
 public:
  WordList() = default;
  explicit WordList(std::vector<std::pair<std::string, std::uint32_t>> words);

  std::uint32_t size() const { return std::uint32_t(words_.size()); }
  std::string_view text(std::uint32_t i) const {
    const std::size_t end = i + 1 < words_.size() ? words_[i + 1].begin : letters_.size();
    return {letters_.data() + words_[i].begin, end - words_[i].begin};
  }
  std::uint32_t number(std::uint32_t i) const { return words_[i].number; }

  // [first, last): those that begin with `text` and are longer.
  struct Range {
    std::uint32_t first;
    std::uint32_t last;
  };
  Range beginning_with(std::string_view text) const;

 private:
  struct Word {
    std::uint32_t begin;
    std::uint32_t number;
  };
  std::string letters_;
  std::vector<Word> words_;
};

}  // namespace assay
