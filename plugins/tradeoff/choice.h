// Finds choices: something taken and something left.
#pragma once

#include <optional>
#include <vector>

#include "assay/kind.h"
#include "assay/rule.h"

namespace tradeoff {

// "I went with DynamoDB | over | Aurora Postgres".
struct Choice {
  assay::TokenRange cue;    // what sets the one against the other
  assay::TokenRange taken;  // empty where only the verb says that something was
  assay::TokenRange left;
};

struct ChoiceVocabulary {
  assay::TermSet choose;        // "I went with"
  assay::TermSet against;       // "instead of", "rather than": what follows was not taken
  assay::TermSet between;       // "over", "not", "vs": so only between two things or names
  assay::TermSet turned;        // "left aside", "turned down": what stands beside was not taken
  assay::TermSet things;        // technologies and designs, known to be things one can choose
  assay::TermSet vague;         // words that name nothing
  assay::StandingSet accepted;  // of the verb; what was left is of course negated or rejected

  // Reads the keys choose, against, between, turned-down, things, vague and standing.
  static ChoiceVocabulary read(assay::Arguments& arguments);
};

// Appends the choices of a document, ordered by their cue.
void find_choices(const assay::Reading& reading, const ChoiceVocabulary& vocabulary,
                  std::vector<Choice>& out);

}  // namespace tradeoff
