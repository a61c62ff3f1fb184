// Points as whole numbers. An author writes points and thresholds with at most four decimals;
// counted in ten-thousandths they add up and compare exactly, so that three times 0.1 is 0.3 and
// four criteria of five are 0.8.
#pragma once

#include <cmath>
#include <cstdint>

namespace assay {

using Units = std::int64_t;

inline constexpr double kUnitsPerPoint = 10000;
inline constexpr double kLeastPoints = 0.0001;
inline constexpr double kMostPoints = 10000;

inline Units units_of(double points) { return std::llround(points * kUnitsPerPoint); }
// The double nearest to the decimal number.
inline double points_of(Units units) { return double(units) / kUnitsPerPoint; }
// REQUIRES: |points| <= kMostPoints.
inline bool has_four_decimals(double points) { return points_of(units_of(points)) == points; }

}  // namespace assay
