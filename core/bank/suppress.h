// Suppressions put to the findings of a check.
#pragma once

#include "bank/finding.h"

namespace assay {

struct SuppressionRun {
  Day today;
  std::vector<Suppression> of_settings;
  // A path as the patterns of the settings have it; empty where it does not stand below them.
  std::function<std::string(const std::filesystem::path&)> below_settings;
  // All banks of the settings are checked, so that a suppression that met nothing is of no use.
  bool all_checked = false;
};

// Marks what is suppressed, and adds what is wrong with suppressions: those that ended, which
// suppress nothing any more, those without a reason, and those that are of nothing.
void apply_suppressions(const SuppressionRun& run, CheckReport& report);

}  // namespace assay
