// Looks for what is wrong with rubrics that load.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/finding.h"
#include "lint/subject.h"

namespace assay {

// All findings of a bank, those that were allowed included. Of a rubric where a plugin's rule
// throws some may be missing; that it does is added to `mistakes`.
LintFindings lint(const LintBank& bank, Diagnostics& mistakes);

// A file's text with the fixes of its findings made that do not touch each other and were not
// allowed; `made`: how many. What is left is found in a second run.
std::string mended(std::string_view bytes, std::string_view path, const LintFindings& findings,
                   std::size_t& made);

// Whether a file of the bank would still load with that text.
bool loads(std::string_view bytes, const std::string& path, const LintBank& bank);

}  // namespace assay
