// What stands under headings and labels.
#pragma once

#include "assay/export.h"
#include "text/draft.h"

namespace assay {

// Fills draft.sections and Block::section from the blocks and sentences. Sections begin
//   at headings, at their level;
//   at a short bold line ("**Drawbacks**"), which becomes a heading of level 6;
//   at labels, at level 7: "Drawbacks: slow", "**Cost.** Two people", "**Cost** – two people" at a
//   block's begin, "It works. Cost: high" in it; there the block is divided.
// A heading and the words of a label are their section's title; their block is the section's.
ASSAY_SDK void find_sections(DocumentDraft& draft);

}  // namespace assay
