// How a near miss names what a student wrote.
#pragma once

#include <string>

#include "assay/rule.h"

namespace flow {

// The student's words in quotation marks, on one line, cut where they are many. Valid UTF-8.
std::string quoted(const assay::Document& document, assay::TokenRange range);

}  // namespace flow
