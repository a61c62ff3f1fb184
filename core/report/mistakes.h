// Authors' mistakes, as reports of several formats tell them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "rubric/diagnostics.h"

namespace assay {

// What was wrong and what was expected, without the place.
std::string mistake_text(const Diagnostic& mistake);

// An array of file, line, column, message, expected.
nlohmann::ordered_json mistakes_json(const Diagnostics& mistakes);

}  // namespace assay
