// What `assay grade --watch` shows of an answer that was graded again.
#pragma once

#include <string>

#include "grading/regrader.h"
#include "report/writer.h"

namespace assay {

// Only what is different from the sheet before, under the band and points; one line where nothing
// is. The whole sheet where there was none before, and the error where there is one now. Headed by
// the answer's id.
std::string change_text(const Regraded& regraded, const WriterOptions& options);

}  // namespace assay
