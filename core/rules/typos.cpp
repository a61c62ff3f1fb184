#include "rules/typos.h"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

#include "text/ascii.h"
#include "text/utf8.h"

namespace assay {
namespace {

// Optimal string alignment: a letter too many, too few, wrong, or two neighbours changed. Returns
// 3 for anything above 2. REQUIRES: both are at most kLongestMisspelt + 2 long.
unsigned distance(std::u32string_view a, std::u32string_view b) {
  using Row = std::array<std::uint8_t, kLongestMisspelt + 3>;
  Row before{}, last{}, now{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = std::uint8_t(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = std::uint8_t(i);
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const unsigned wrong = last[j - 1] + (a[i - 1] != b[j - 1]);
      unsigned best = std::min({wrong, last[j] + 1u, now[j - 1] + 1u});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        best = std::min(best, before[j - 2] + 1u);
      }
      now[j] = std::uint8_t(best);
      least = std::min<std::size_t>(least, best);
    }
    if (least > 2) return 3;
    before = last;
    last = now;
  }
  return std::min<unsigned>(last[b.size()], 3);
}

// The letters of a word, none where it cannot be misspelt or be a misspelling. REQUIRES: UTF-8.
class Spelling {
 public:
  explicit Spelling(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const auto [letter, length] = decode(text, i);
      if (is_ascii_digit(text[i]) || size_ == letters_.size()) {
        size_ = 0;
        return;
      }
      letters_[size_++] = char32_t(letter);
      i += length;
    }
  }
  std::u32string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char32_t, kLongestMisspelt + 2> letters_;
  std::size_t size_ = 0;
};

// A bit for each letter; some share one.
std::uint32_t letters_of(std::u32string_view word) {
  std::uint32_t letters = 0;
  for (const char32_t letter : word) letters |= 1u << (letter & 31);
  return letters;
}

// A slip adds one letter, takes one away, or does both.
constexpr int kMostOtherLetters = 2 * 2;

}  // namespace

unsigned slips(std::u32string_view written, std::u32string_view word) {
  if (word.size() < kShortestMisspelt || word.size() > kLongestMisspelt) return 0;
  if (written.size() < 2 || written.size() > word.size() + 2 || word.size() > written.size() + 2) {
    return 0;
  }
  const bool swapped = written[0] == word[1] && written[1] == word[0];
  if (written[0] != word[0] && !swapped) return 0;
  const unsigned count = distance(written, word);
  if (count == 0 || count > 2) return 0;
  if (count == 2) return word.size() >= 8 ? 2 : 0;
  return word.size() >= 5 || written.size() != word.size() ? 1 : 0;
}

std::u32string spelling(std::string_view text) {
  const Spelling letters(text);
  return std::u32string(letters.view());
}

TypoIndex::TypoIndex(const WordList& words) {
  entries_.reserve(words.size());
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const Spelling letters(words.text(i));
    const std::u32string_view word = letters.view();
    if (word.size() < kShortestMisspelt || word.size() > kLongestMisspelt) continue;
    entries_.push_back({shape_of(word[0], word.size()), letters_of(word), i});
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.shape, a.word) < std::tie(b.shape, b.word);
  });
  entries_.shrink_to_fit();
}

void TypoIndex::find(std::string_view written, const WordList& words,
                     std::vector<std::uint32_t>& nearest) const {
  if (entries_.empty()) return;
  const Spelling spelt(written);
  const std::u32string_view letters = spelt.view();
  if (letters.size() < kShortestMisspelt - 1) return;
  const std::uint32_t own = letters_of(letters);
  unsigned fewest = 3;
  const std::size_t begin = nearest.size();
  // By the right initial, and by the second letter where the two changed places.
  for (std::size_t initial = 0; initial < 2; ++initial) {
    if (initial == 1 && letters[1] == letters[0]) break;
    const std::uint32_t shortest =
        shape_of(letters[initial], std::max<std::size_t>(letters.size(), 2) - 2);
    const std::uint32_t longest = shape_of(letters[initial], letters.size() + 2);
    const auto from =
        std::lower_bound(entries_.begin(), entries_.end(), shortest,
                         [](const Entry& e, std::uint32_t shape) { return e.shape < shape; });
    for (auto e = from; e != entries_.end() && e->shape <= longest; ++e) {
      if (std::popcount(e->letters ^ own) > kMostOtherLetters) continue;
      const unsigned count = slips(letters, Spelling(words.text(e->word)).view());
      if (count == 0 || count > fewest) continue;
      if (count < fewest) nearest.resize(begin);
      fewest = count;
      nearest.push_back(e->word);
    }
  }
}

}  // namespace assay
