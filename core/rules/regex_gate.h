// A cheap test that a text can match a regular expression at all.
#pragma once

#include <string>
#include <string_view>

#include "assay/export.h"

namespace assay {

// The longest run of ASCII characters, lower-cased, that every match of the expression contains in
// a text that is lower-case already; empty where none is sure. Errs on the side of empty.
ASSAY_SDK std::string required_literal(std::string_view expression);

}  // namespace assay
