// What a clause's standing owes to more than its own words: the question mark behind it, the answer
// around it.
#pragma once

#include "text/draft.h"

namespace assay {

// Completes Clause::standing after split_clauses(): questions, what a verdict takes
// back, piles of terms with nothing said of them, and words in no order of English; adds the flag
// "term-pile" where piles make up a good part of the answer, and "word-salad" where words are
// shuffled. Linear time.
ASSAY_SDK void assign_standing(DocumentDraft& draft);

// Marks what is asked or left open; a question that says when is a condition. assign_standing()
// calls it.
void mark_questions(DocumentDraft& draft);

// Marks the clauses of piles as unclaimed; assign_standing() calls it.
void mark_term_piles(DocumentDraft& draft);

// Marks what a verdict behind it takes back ("... I disagree.") as attributed, or as
// rejected where it calls wrong what others do; assign_standing() calls it.
void mark_verdicts(DocumentDraft& draft);

// Marks as rejected what is told to have led to harm ("That is how we lost a day.");
// assign_standing() calls it.
void mark_reproaches(DocumentDraft& draft);

// Marks the clauses of blocks whose words are shuffled as scrambled; assign_standing() calls it.
void mark_word_salad(DocumentDraft& draft);

}  // namespace assay
