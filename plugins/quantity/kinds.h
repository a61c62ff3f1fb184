// The kinds of rule this plugin adds; README.md describes each.
#pragma once

#include "assay/kind.h"

namespace quantity {

extern const assay::Kind kAmountKind;
extern const assay::Kind kSeveralKind;
extern const assay::Kind kArithmeticKind;
extern const assay::Kind kInequalityKind;

}  // namespace quantity
