// Finds grain statements: the places where an answer says what one row of a table stands for.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "assay/kind.h"
#include "assay/rule.h"

namespace grain {

// "Each record | is | one title on one customer's order". Ranges lie in one sentence, except that a
// row may be named by the question or label that the unit's sentence answers.
struct Statement {
  assay::TokenRange row;   // the words for a row, or for grain
  assay::TokenRange unit;  // what it stands for
  bool known;              // the unit is one of Vocabulary::units
};

// What a rule's table says of how rows and units are named. Copyable; owns nothing.
struct Vocabulary {
  assay::TermSet rows;                   // "one row", "each record"
  std::optional<assay::TermSet> labels;  // "grain"; these state a grain only with a known unit
  assay::TermSet links;                  // what ties a row to its unit: "per", "is", "stands for"
  std::optional<assay::TermSet> units;   // units known to be concrete
  std::optional<assay::TermSet> vague;   // what is no unit: "x", "entity", "day"
  assay::StandingSet accepted;

  // Reads the keys rows, labels, links, units, vague and standing.
  static Vocabulary read(assay::Arguments& arguments);
};

// Appends the statements of a document, ordered by where they begin.
void find_statements(const assay::Reading& reading, const Vocabulary& vocabulary,
                     std::vector<Statement>& out);

}  // namespace grain
