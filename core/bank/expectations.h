// Front matter, or a record's members, to what an answer must earn.
#pragma once

#include "bank/bank.h"
#include "bank/front_matter.h"

namespace assay {

// Fills the answer's question and expectations. `whole` is the place to tell of what is missing.
// False where `diagnostics` gained anything.
bool read_expectations(const std::vector<FrontEntry>& entries, Span whole, BankAnswer& answer,
                       Diagnostics& diagnostics);

// The same for ids that the rubric does not have.
bool check_ids(const BankAnswer& answer, const Rubric& rubric, Diagnostics& diagnostics);

}  // namespace assay
