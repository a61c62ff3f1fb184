// Sentences to clauses.
#pragma once

#include "text/draft.h"

namespace assay {

// Fills clauses, with the standing and cue that their own sentence gives them, Sentence::clauses
// and Token::clause. Every token of a sentence is in exactly one clause, in order. Takes time
// linear in the text, however long a sentence is.
ASSAY_SDK void split_clauses(DocumentDraft& draft);

}  // namespace assay
