// What a check of rubrics came to, in four forms. Each is the whole of it but for mistakes of
// authors, which are told on standard error.
#pragma once

#include <cstddef>
#include <string>

#include "lint/finding.h"
#include "report/writer.h"
#include "rubric/diagnostics.h"

namespace assay {

struct LintReport {
  LintFindings findings;  // those that were allowed included
  Diagnostics mistakes;   // of rubrics and lexicons that do not load
  std::size_t files = 0;  // rubrics and lexicons looked at
  std::size_t fixed = 0;

  std::size_t open() const;  // findings that were not allowed
};

// As a compiler shows them: place and sentence, the line with the words underlined, what to do.
std::string lint_text(const LintReport& report, const WriterOptions& options);
// One object, indented.
std::string lint_json(const LintReport& report);
// SARIF 2.1.0; what was allowed is suppressed there.
std::string lint_sarif(const LintReport& report);
// Workflow commands of GitHub Actions, one a line, of what was not allowed.
std::string lint_github(const LintReport& report);

}  // namespace assay
