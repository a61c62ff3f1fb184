// What was mined to bytes. One format, one file.
#pragma once

#include <string>

#include "grading/mining.h"
#include "report/writer.h"

namespace assay {

// For a terminal: each criterion with its proposals, their counts and two lines of answers.
std::string mining_text(const Mining& mining, const WriterOptions& options);

// Everything, weights to six decimals; spans as bytes of the answer.
std::string mining_json(const Mining& mining);

}  // namespace assay
