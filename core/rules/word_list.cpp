#include "rules/word_list.h"

#include <algorithm>

namespace assay {

WordList::WordList(std::vector<std::pair<std::string, std::uint32_t>> words) {
  std::sort(words.begin(), words.end());
  std::size_t letters = 0;
  for (const auto& [text, number] : words) letters += text.size();
  letters_.reserve(letters);
  words_.reserve(words.size());
  for (const auto& [text, number] : words) {
    words_.push_back({std::uint32_t(letters_.size()), number});
    letters_ += text;
  }
}

WordList::Range WordList::beginning_with(std::string_view text) const {
  const auto text_of = [this](const Word& word) {
    return this->text(std::uint32_t(&word - words_.data()));
  };
  const auto first = std::partition_point(words_.begin(), words_.end(),
                                          [&](const Word& word) { return text_of(word) <= text; });
  const auto last = std::partition_point(
      first, words_.end(), [&](const Word& word) { return text_of(word).starts_with(text); });
  return {std::uint32_t(first - words_.begin()), std::uint32_t(last - words_.begin())};
}

}  // namespace assay
