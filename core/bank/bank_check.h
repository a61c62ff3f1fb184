// Answers of a bank beside what they earned.
#pragma once

#include "bank/finding.h"
#include "grading/grader.h"

namespace assay {

// Grades the bank's answers and appends them, and its mistakes, to `report`.
void check_bank(Bank bank, Grader& grader, CheckReport& report);

}  // namespace assay
