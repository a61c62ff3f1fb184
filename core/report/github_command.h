// Workflow commands of GitHub Actions.
#pragma once

#include <string>
#include <string_view>

#include "rubric/diagnostics.h"
#include "rubric/source_text.h"

namespace assay {

// Appends one command on a line of its own: an annotation of `level` ("error", "warning") at a
// place of a file, if there is a line. Whatever the texts hold, no further command comes of them.
void append_github_command(std::string& out, std::string_view level, std::string_view file,
                           Place begin, Place end, std::string_view title,
                           std::string_view message);
// One of level "error" for an author's mistake.
void append_github_mistake(std::string& out, const Diagnostic& mistake);

}  // namespace assay
