// Ratings to figures: what measure_agreement() computes for each aspect and each criterion.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "grading/agreement.h"

namespace assay {

enum class Scale : std::uint8_t {
  met,       // 0 or 1
  bands,     // 0, 1, 2
  fraction,  // 0..1
};

// One thing that was scored and marked.
struct Rating {
  std::uint32_t unit = 0;   // the answer: resampled whole
  std::uint32_t group = 0;  // the question or criterion: what a baseline may know
  double score = 0;
  std::size_t length = 0;       // of the answer
  std::vector<double> marks{};  // by marker; at least one
};

// Empty where there are no ratings. REQUIRES: the ratings of one unit stand together.
Comparisons compare(std::span<const Rating> ratings, Scale scale, const BootstrapOptions& options);

// The step of 0.05 nearest to a fraction of the points; a half goes up.
int step_of(double fraction);

}  // namespace assay
