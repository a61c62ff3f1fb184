#include "rubric/digest.h"

#include <array>
#include <cinttypes>
#include <cstdio>

namespace assay {

std::uint64_t digest_of(std::string_view bytes, std::uint64_t start) {
  std::uint64_t digest = start;
  for (const char byte : bytes) {
    digest = (digest ^ std::uint8_t(byte)) * 0x100000001b3u;
  }
  return digest;
}

std::string digits_of(std::uint64_t digest) {
  std::array<char, 17> digits;
  std::snprintf(digits.data(), digits.size(), "%016" PRIx64, digest);
  return digits.data();
}

}  // namespace assay
