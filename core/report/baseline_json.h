// A baseline as it is written; its form is told in bank/baseline.h.
#pragma once

#include <string>
#include <vector>

#include "bank/baseline.h"

namespace assay {

// The same entries give the same bytes. REQUIRES: `entries` are sorted.
std::string baseline_json(const std::vector<BaselineEntry>& entries);

}  // namespace assay
