#include "rubric/rubric.h"

#include <array>

#include "rubric/points.h"

namespace assay {
namespace {

constexpr std::array<std::string_view, 3> kBandNames = {"red", "yellow", "green"};

}  // namespace

std::string_view name_of(Band band) { return kBandNames[std::size_t(band)]; }

std::optional<Band> band_named(std::string_view name) {
  for (std::size_t i = 0; i < kBandNames.size(); ++i) {
    if (kBandNames[i] == name) return Band(i);
  }
  return std::nullopt;
}

double Rubric::max_points() const {
  Units units = 0;
  for (const Criterion& criterion : criteria) units += units_of(criterion.points);
  return points_of(units);
}

}  // namespace assay
