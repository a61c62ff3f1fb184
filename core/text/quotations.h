// What stands between quotation marks.
#pragma once

#include "assay/export.h"
#include "text/draft.h"
#include "text/normalise.h"

namespace assay {

// Sets kDoubleQuotesMark and kSingleQuotesMark for the tokens of a block, whose text is `range`.
// A mark opens before a word and closes after one; one that finds no partner in its block quotes
// nothing, and an apostrophe is none.
ASSAY_SDK void mark_quotations(DocumentDraft& draft, TokenRange tokens, Layout::TextRange range);

}  // namespace assay
