// The one layout of rubrics and lexicons: `assay fmt`.
//
// Keys stand in the order of the reference, tables apart by one blank line, arrays on one line
// where that has at most kLayoutWidth columns. A longer one, and one that its author divided, has a
// line an operand; of words as many as fit, and a line that was begun stays begun, because words of
// one meaning stand together. Comments stay with what they stand at. Concepts keep their order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "rubric/diagnostics.h"

namespace assay {

inline constexpr std::size_t kLayoutWidth = 100;

// The file laid out; laying out the result changes nothing. It says what `toml` says and has all
// its comments, which is looked at before it is returned. Nothing, and a diagnostic, where `toml`
// is no TOML. `path` is for messages.
std::optional<std::string> laid_out(std::string_view toml, const std::string& path,
                                    Diagnostics& diagnostics);

}  // namespace assay
