// Whose words stand in block quotes.
#pragma once

#include "text/draft.h"

namespace assay {

// Takes kQuoteBlockMark from block quotes all in bold, and from all tokens of an answer that is
// written in block quotes itself: nearly all of it stands in them, and what stands outside speaks
// of nobody else and takes no position. REQUIRES: sentences and blocks are complete. Linear time,
// and little where nothing is quoted.
ASSAY_SDK void take_own_block_quotes(DocumentDraft& draft);

}  // namespace assay
