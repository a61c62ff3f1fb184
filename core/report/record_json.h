// One result as one JSON object; see README.md ("Records").
#pragma once

#include <string>

#include "grading/record.h"

namespace assay {

// Appends the object on one line, without a line end. Keys stand in one order always; further
// members of the input stand last, without those that bear the name of one of the result's own.
void append_record_json(std::string& out, const GradedAnswer& graded);

}  // namespace assay
