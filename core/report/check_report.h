// What a check of answer banks came to, in six forms. Each is the whole of it.
#pragma once

#include <string>

#include "bank/finding.h"
#include "report/writer.h"

namespace assay {

// Findings as a compiler shows them: place and sentence, the line with the words underlined, why,
// and what to do; a line each for those that are known or suppressed. Mistakes of authors are not
// in it.
std::string check_text(const CheckReport& report, const WriterOptions& options);
// One object, indented.
std::string check_json(const CheckReport& report);
// JUnit XML: a suite a file, a case an expectation, a failure a finding, an error a mistake; known
// and suppressed findings are skipped.
std::string check_junit(const CheckReport& report);
// SARIF 2.1.0 as code scanning of GitHub wants it. Paths are relative where they were given so.
std::string check_sarif(const CheckReport& report);
// Workflow commands of GitHub Actions, one a line. Whatever an answer holds, no further command
// comes of it.
std::string check_github(const CheckReport& report);
// Reviewdog's Diagnostic Format: JSON Lines of `Diagnostic`, a finding or mistake a line.
std::string check_rdjsonl(const CheckReport& report);

}  // namespace assay
