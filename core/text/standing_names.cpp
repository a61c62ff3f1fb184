#include <array>

#include "assay/standing.h"

namespace assay {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, kStandings> kNames = {
    "asserted",   "conditional", "hypothetical", "negated",   "rejected",
    "attributed", "question",    "quoted",       "unclaimed", "scrambled"};

}  // namespace

std::string_view name_of(Standing standing) { return kNames[std::size_t(standing)]; }

std::optional<Standing> standing_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return Standing(i);
  }
  return std::nullopt;
}

}  // namespace assay
