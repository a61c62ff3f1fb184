// A cheap test that a text can match a regular expression at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"

namespace assay {

// What every match of an expression contains, in a text that is lower-case already: one of `any`,
// ASCII characters in lower case, and that so many times, none overlapping another. Nothing is sure
// where `any` is empty.
struct RegexGate {
  std::vector<std::string> any;
  std::size_t times = 1;

  // Whether the text has it; true where nothing is sure.
  ASSAY_SDK bool is_open(std::string_view text) const;
};

// Errs on the side of nothing.
ASSAY_SDK RegexGate gate_of(std::string_view expression);

}  // namespace assay
