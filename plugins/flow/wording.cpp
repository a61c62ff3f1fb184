#include "wording.h"

#include <algorithm>

namespace flow {
namespace {

constexpr std::size_t kMostBytes = 40;

}  // namespace

std::string quoted(const assay::Document& document, assay::TokenRange range) {
  const auto original = document.original(document.span_of(range));
  const bool plain = std::ranges::all_of(original, [](char c) { return c >= ' ' && c <= '~'; });
  std::string words(original);
  if (!plain) {
    // The normalised view is valid UTF-8, and one line.
    const auto tokens = document.tokens();
    const std::uint32_t begin = tokens[range.first].text_begin;
    words = document.text().substr(begin, tokens[range.last - 1].text_end - begin);
  }
  if (words.size() > kMostBytes) {
    std::size_t cut = kMostBytes;
    while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0u) == 0x80u) --cut;
    words = words.substr(0, cut) + " ...";
  }
  return '"' + words + '"';
}

}  // namespace flow
