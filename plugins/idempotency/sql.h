// Finds SQL statements in an answer, fenced or pasted into prose, and says what each does to a
// rerun. Not a parser: it knows the words that open a statement and its clauses, which is all that
// an answer's fragments reliably have.
#pragma once

#include <cstdint>
#include <vector>

#include "assay/rule.h"

namespace idempotency {

enum class Verb : std::uint8_t {
  merge,             // MERGE INTO ... ON, INSERT ... ON CONFLICT / ON DUPLICATE KEY
  insert,            // INSERT INTO with nothing that would keep a second run from adding
  insert_overwrite,  // INSERT OVERWRITE, REPLACE WHERE, INSERT INTO ... REPLACE
  erase,             // DELETE FROM
  truncate,          // TRUNCATE
};

struct Statement {
  Verb verb;
  assay::TokenRange range;  // from its verb to where it ends
  assay::TokenRange key;    // of merge: what it matches on; empty where not said
  assay::TokenRange scope;  // of erase, insert_overwrite: WHERE or PARTITION and what follows
  assay::TokenRange clock;  // a call that asks for the present time; empty where there is none
};

// In text order.
std::vector<Statement> find_statements(const assay::Document& document);

}  // namespace idempotency
