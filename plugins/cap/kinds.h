// The kinds of rule this plugin adds; README.md describes each.
#pragma once

#include "assay/kind.h"

namespace cap {

extern const assay::Kind kAboutKind;
extern const assay::Kind kSplitKind;

}  // namespace cap
