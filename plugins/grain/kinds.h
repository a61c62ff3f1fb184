// The kinds of rule this plugin adds; README.md describes each.
#pragma once

#include "assay/kind.h"

namespace grain {

extern const assay::Kind kStatementKind;
extern const assay::Kind kDeclaredFirstKind;
extern const assay::Kind kTwoGrainsKind;

}  // namespace grain
