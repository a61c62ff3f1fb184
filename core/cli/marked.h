// Marked answers, as `agree` and `mine` take them.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "grading/record.h"

namespace assay {

struct MarkedOptions {
  std::vector<std::string> files;
  std::vector<std::string> questions;  // all where empty
  GraderOptions grader;
};

// FILE..., with what marks look like, and --threads.
void add_marked_options(CLI::App& command, MarkedOptions& options);

// All answers asked for, graded, in their order. Throws where a question has no rubric.
std::vector<GradedAnswer> grade_marked(const MarkedOptions& options, const Invocation& invocation,
                                       Library& library);

// Whether an answer failed by more than having no rubric.
bool any_failed(const std::vector<GradedAnswer>& graded);

}  // namespace assay
