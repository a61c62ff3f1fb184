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
  // The first word for which `is_before` no longer holds.
  const auto first_not = [this](std::uint32_t low, auto is_before) {
    std::uint32_t high = size();
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (is_before(this->text(middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  const auto first = first_not(0, [&](std::string_view word) { return word <= text; });
  const auto last = first_not(first, [&](std::string_view word) { return word.starts_with(text); });
  return {first, last};
}

}  // namespace assay
