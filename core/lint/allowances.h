// What an author wants as it is: `# lint: allow L201 why`, on the line concerned or the one before.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lint/finding.h"
#include "lint/subject.h"

namespace assay {

struct Allowance {
  TomlComment comment;
  std::vector<std::string> codes;  // one or more
  std::string reason;              // may be empty
  // The lines it speaks for: that of its comment, or all of what begins in the line below.
  std::uint32_t first_line;
  std::uint32_t last_line;
};

// In the order of the file.
std::vector<Allowance> allowances_in(const LintFile& file);

// Gives each finding of the file that an allowance speaks of its reason.
void allow(const LintFile& file, LintFindings& findings);

}  // namespace assay
