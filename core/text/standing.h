// What a clause's standing owes to more than its own words: the question mark behind it, the answer
// around it.
#pragma once

#include "text/draft.h"

namespace assay {

// Completes Clause::standing after split_clauses(): questions, and piles of terms with nothing said
// of them; adds the flag "term-pile" where they make up a good part of the answer. Linear time.
ASSAY_SDK void assign_standing(DocumentDraft& draft);

// Marks the clauses of piles as unclaimed; assign_standing() calls it.
void mark_term_piles(DocumentDraft& draft);

}  // namespace assay
