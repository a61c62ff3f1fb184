// assay grade --watch.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "grading/grader.h"

namespace assay {

// Shows how the files are graded, and then what changes in that whenever one of them, or a rubric
// or lexicon, is saved; until `q`, Ctrl-C or a hang-up. Throws where that cannot be begun.
int watch_answers(const std::vector<std::string>& files, const std::string& question,
                  const GraderOptions& grading, const Invocation& invocation);

}  // namespace assay
