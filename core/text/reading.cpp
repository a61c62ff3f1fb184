#include "text/reading.h"

#include <array>

namespace assay {
namespace {

// How firmly a standing holds against another that reaches the same token.
constexpr std::array<std::uint8_t, kStandings> kStrength = {
    0,  // asserted
    1,  // conditional
    4,  // hypothetical
    2,  // negated
    3,  // rejected
    5,  // attributed
    6,  // question
    7,  // quoted
    8,  // unclaimed
    9,  // scrambled
};

}  // namespace

void Reading::lay(std::uint32_t from, std::uint32_t to, Standing standing, std::uint32_t cue) {
  for (std::uint32_t i = from; i < to; ++i) {
    Laid& laid = laid_[i - tokens_.first];
    if (kStrength[std::size_t(standing)] > kStrength[std::size_t(laid.standing)]) {
      laid = {standing, cue};
    }
  }
}

}  // namespace assay
