// The hash behind identity_of(), usable in constant expressions: tables of words can hold
// identities.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace assay {
namespace identity_detail {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const Wide product = Wide(a) * b;
  return std::uint64_t(product) ^ std::uint64_t(product >> 64);
}

// The first `n` bytes at `p`, the first in the lowest byte. REQUIRES: n <= 8.
constexpr std::uint64_t load(const char* p, std::size_t n) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < n; ++i) value |= std::uint64_t(std::uint8_t(p[i])) << (8 * i);
  return value;
}

inline std::uint64_t load_four(const char* p) {
  std::uint32_t value;
  std::memcpy(&value, p, sizeof value);
  if constexpr (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__) value = __builtin_bswap32(value);
  return value;
}
inline std::uint64_t load_eight(const char* p) {
  std::uint64_t value;
  std::memcpy(&value, p, sizeof value);
  if constexpr (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__) value = __builtin_bswap64(value);
  return value;
}

}  // namespace identity_detail

constexpr std::uint64_t hash_word(std::string_view word) {
  using namespace identity_detail;
  constexpr std::uint64_t kA = 0x9e3779b97f4a7c15, kB = 0xc2b2ae3d27d4eb4f, kC = 0x165667b19e3779f9;
  const char* p = word.data();
  std::size_t n = word.size();
  std::uint64_t state = kA ^ (std::uint64_t(n) * kC);
  for (; n > 8; n -= 8, p += 8) {
    const std::uint64_t eight = std::is_constant_evaluated() ? load(p, 8) : load_eight(p);
    state = mix(state ^ eight, kB) + kA;
  }
  std::uint64_t rest = 0;
  if (std::is_constant_evaluated() || n < 4) {
    rest = load(p, n);
  } else if (n == 8) {
    rest = load_eight(p);
  } else {  // the bytes that both hold are the same
    rest = load_four(p) | load_four(p + n - 4) << (8 * (n - 4));
  }
  return mix(mix(state ^ rest, kB) ^ kC, kA ^ rest);
}

// Whether the identity is one of the list's.
constexpr bool is_one_of(std::uint64_t word, const auto& identities) {
  for (const std::uint64_t one : identities) {
    if (one == word) return true;
  }
  return false;
}

}  // namespace assay
