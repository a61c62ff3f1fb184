// Positions. Everything that points into an answer is a half-open range of bytes of the answer *as
// it was received*; everything that rules join on is a half-open range of token indexes.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <span>

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

// Those of `ranges` that begin inside `within`. REQUIRES: ranges are ordered.
inline std::span<const TokenRange> beginning_in(std::span<const TokenRange> ranges,
                                                TokenRange within) {
  const auto starts_before = [](TokenRange range, std::uint32_t token) {
    return range.first < token;
  };
  const auto low = std::lower_bound(ranges.begin(), ranges.end(), within.first, starts_before);
  const auto high = std::lower_bound(low, ranges.end(), within.last, starts_before);
  return {low, high};
}

}  // namespace assay
