// Cycles in what refers to what: concepts to concepts, criteria to criteria.
#pragma once

#include <cstddef>
#include <vector>

#include "assay/export.h"

namespace assay {

// edges[i]: what i refers to. Each cycle is given as the nodes along it, from the first one found;
// the last refers to the first. Cycles that share a node with one already found are left out, so
// that a knot is told once. Ordered by first node.
ASSAY_SDK std::vector<std::vector<std::size_t>> find_cycles(
    const std::vector<std::vector<std::size_t>>& edges);

}  // namespace assay
