// What the program was built of, for reports of what went wrong.
#pragma once

#include <string>

namespace assay {

// Lines of "name: value" without the last line end. The same sources, built by the same tools, give
// the same bytes.
std::string build_facts();

}  // namespace assay
