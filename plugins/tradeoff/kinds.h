// The kinds of rule this plugin adds; README.md describes each.
#pragma once

#include "assay/kind.h"

namespace tradeoff {

extern const assay::Kind kChoiceKind;
extern const assay::Kind kSlotKind;
extern const assay::Kind kSwitchKind;

}  // namespace tradeoff
