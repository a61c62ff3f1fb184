// Positions. Everything that points into an answer is a half-open range of bytes of the answer *as
// it was received*; everything that rules join on is a half-open range of token indexes.
#pragma once

#include <compare>
#include <cstdint>

namespace assay {

// Bytes [begin, end) of the answer as received. Never of the normalised view.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// Tokens [first, last) of a Document. Ordered by first, then last.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  constexpr std::uint32_t size() const { return last - first; }
  constexpr bool empty() const { return first == last; }
  constexpr bool contains(std::uint32_t token) const { return first <= token && token < last; }
  constexpr bool overlaps(TokenRange other) const {
    return first < other.last && other.first < last;
  }
  friend constexpr auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

// The smallest range that holds both. REQUIRES: neither is empty.
constexpr TokenRange cover(TokenRange a, TokenRange b) {
  return {a.first < b.first ? a.first : b.first, a.last > b.last ? a.last : b.last};
}

}  // namespace assay
