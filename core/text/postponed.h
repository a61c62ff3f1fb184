// Ways of not doing a thing now; find_tentative() looks for them.
#pragma once

#include "text/reading.h"

namespace assay {

bool is_postponing_cue(std::uint64_t word);

// Where what is put off begins if the word at i is the cue of "we | postpone sharding", "| masks
// are left for later", "| masks are left for a next release", "| a filter is future work"; else
// kNone.
std::uint32_t postponed_from(const Reading& r, const Part& part, std::uint32_t i);

}  // namespace assay
