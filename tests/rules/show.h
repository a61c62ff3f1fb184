// How rapidcheck shows what it compares.
#pragma once

#include <ostream>

#include "assay/span.h"

namespace assay {

inline void showValue(TokenRange range, std::ostream& out) {
  out << '[' << range.first << ", " << range.last << ')';
}

}  // namespace assay
