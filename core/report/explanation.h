// A rubric in words: what earns a criterion, and the rules that look for it.
#pragma once

#include <string>

#include "report/writer.h"
#include "rubric/rubric.h"

namespace assay {

std::string explanation_text(const Rubric& rubric, const WriterOptions& options);
// One object, indented.
std::string explanation_json(const Rubric& rubric);

}  // namespace assay
