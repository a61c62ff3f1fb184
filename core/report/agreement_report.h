// Agreement to bytes. One format, one file.
#pragma once

#include <string>

#include "grading/agreement.h"
#include "report/writer.h"

namespace assay {

// For a terminal: the headline first, then a row a criterion, the rules that went wrong, and the
// disagreements with their words.
std::string agreement_text(const Agreement& agreement, const WriterOptions& options);

// Everything that was measured; what `assay agree --baseline` reads. Figures to six decimals, null
// where undefined.
std::string agreement_json(const Agreement& agreement);

// One page with plots, for any browser: no script, no network, light and dark.
std::string agreement_html(const Agreement& agreement);

}  // namespace assay
