// The kinds of rule this plugin adds; README.md describes each.
#pragma once

#include "assay/kind.h"

namespace flow {

extern const assay::Kind kPathKind;
extern const assay::Kind kLinkKind;
extern const assay::Kind kStepsKind;

}  // namespace flow
