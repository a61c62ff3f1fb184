// What a rubric's own examples came to, for people.
#pragma once

#include <span>
#include <string>

#include "rubric/examples.h"
#include "rubric/rubric.h"

namespace assay {

// "ok    grain, 12 examples", or "FAIL  grain, 2 of 12 examples" and under it each failure as
// "path:line: ..." and the example's text.
std::string examples_text(const Rubric& rubric, std::span<const ExampleFailure> failures);

}  // namespace assay
