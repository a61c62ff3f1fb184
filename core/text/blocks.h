// The words of an answer, block by block.
#pragma once

#include "assay/export.h"
#include "text/draft.h"
#include "text/normalise.h"
#include "text/outline.h"
#include "text/words.h"

namespace assay {

// Fills the draft's tokens, cues, marks, sentences, ends and blocks, but for what the steps behind
// it find (text/draft.h). A block without tokens is left out. REQUIRES: `layout` and the draft's
// text are those of `outline`, and nothing else of the draft is filled.
ASSAY_SDK void read_blocks(const Outline& outline, const Layout& layout, Words& words,
                           DocumentDraft& draft);

}  // namespace assay
