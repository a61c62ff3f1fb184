#include "rules/typos.h"

#include <algorithm>
#include <array>
#include <tuple>

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
  std::u32string letters;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead >= '0' && lead <= '9') return {};
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t letter = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
      letter = (letter << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    }
    letters += letter;
    i += length;
    if (letters.size() > kLongestMisspelt + 2) return {};
  }
  return letters;
}

TypoIndex::TypoIndex(const std::vector<std::u32string>& words) {
  std::size_t letters = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::u32string& word = words[i];
    if (word.size() < kShortestMisspelt || word.size() > kLongestMisspelt) continue;
    entries_.push_back({word[0], std::uint32_t(word.size()), i, 0});
    letters += word.size();
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.initial, a.length, a.word) < std::tie(b.initial, b.length, b.word);
  });
  entries_.shrink_to_fit();
  letters_.reserve(letters);
  for (Entry& entry : entries_) {
    entry.begin = std::uint32_t(letters_.size());
    letters_ += words[entry.word];
  }
}

void TypoIndex::find(std::string_view written, std::vector<std::uint32_t>& nearest) const {
  if (entries_.empty()) return;
  const std::u32string letters = spelling(written);
  if (letters.size() < kShortestMisspelt - 1) return;
  unsigned fewest = 3;
  const std::size_t begin = nearest.size();
  // By the right initial, and by the second letter where the two changed places.
  for (std::size_t initial = 0; initial < 2; ++initial) {
    if (initial == 1 && letters[1] == letters[0]) break;
    const auto from = std::lower_bound(
        entries_.begin(), entries_.end(), letters[initial], [&](const Entry& e, char32_t letter) {
          return e.initial < letter || (e.initial == letter && e.length + 2 < letters.size());
        });
    for (auto e = from;
         e != entries_.end() && e->initial == letters[initial] && e->length <= letters.size() + 2;
         ++e) {
      const unsigned count = slips(letters, {letters_.data() + e->begin, e->length});
      if (count == 0 || count > fewest) continue;
      if (count < fewest) nearest.resize(begin);
      fewest = count;
      nearest.push_back(e->word);
    }
  }
}

}  // namespace assay
