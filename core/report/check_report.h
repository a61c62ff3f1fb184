// What a check of answer banks came to, in five forms. Each is the whole of it.
#pragma once

#include <string>

#include "bank/bank_check.h"
#include "report/writer.h"

namespace assay {

// Findings as a compiler shows them: place and sentence, the line with the words underlined, why,
// and what to do. Mistakes of authors are not in it.
std::string check_text(const CheckReport& report, const WriterOptions& options);
// One object, indented.
std::string check_json(const CheckReport& report);
// JUnit XML: a suite a file, a case an expectation, a failure a finding, an error a mistake.
std::string check_junit(const CheckReport& report);
// SARIF 2.1.0 as code scanning of GitHub wants it. Paths are relative where they were given so.
std::string check_sarif(const CheckReport& report);
// Workflow commands of GitHub Actions, one a line. Whatever an answer holds, no further command
// comes of it.
std::string check_github(const CheckReport& report);

}  // namespace assay
