// Inline labels: "Drawbacks: ...", "Trade-off: ...", a few words at a line's or sentence's start
// that say what the words after the colon are about.
#pragma once

#include <cstdint>

#include "text/draft.h"

namespace assay {

// Whether the token was written with a capital first.
bool is_capitalised(const DocumentDraft& draft, std::uint32_t token);

// How many tokens, from `first` on, are a label; 0 where none stands there. Its colon is followed
// by a blank or by nothing. `tokens` are those of the block, whose text ends at `text_end`.
std::uint32_t label_length(const DocumentDraft& draft, std::uint32_t first, TokenRange tokens,
                           std::uint32_t text_end);

}  // namespace assay
