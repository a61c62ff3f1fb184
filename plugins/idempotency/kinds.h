// The kinds of rule this plugin adds; README.md describes each.
#pragma once

#include "assay/kind.h"

namespace idempotency {

extern const assay::Kind kStatementKind;

}  // namespace idempotency
