// What the program tells of its work: a line each on standard error, "assay: LEVEL: text".
#pragma once

#include <string>

namespace assay {

enum class LogLevel { debug, info, warn, error };

// From any thread. `text` is one line.
void log(LogLevel level, const std::string& text);
// Whether a line of that level would be told.
bool is_logged(LogLevel level);
// The least of what is told, which is `warn` until then. REQUIRES: debug, info, warn, error or off.
void set_log_level(const std::string& name);

}  // namespace assay
