// Mistakes of authors: each with its place, collected so that all of a file's come at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"

namespace assay {

// Line and column count from 1; the column in code points. Line 0: the file as a whole.
struct Diagnostic {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;   // what is wrong
  std::string expected;  // what was expected, with the nearest name; may be empty
  std::string source;    // the line itself; empty where there is none

  // "path:line:column: message", the line with a caret under the column, and "expected: ...".
  ASSAY_SDK std::string to_string() const;
};

// Sorted by path, line and column; see sort_diagnostics.
using Diagnostics = std::vector<Diagnostic>;

// Sorts, and drops repeats: two rubrics may use one faulty lexicon.
ASSAY_SDK void sort_diagnostics(Diagnostics& diagnostics);

// The candidate nearest to `name` by edit distance if it is near enough to be a slip, else empty.
ASSAY_SDK std::string nearest(std::string_view name, const std::vector<std::string>& candidates);
// What it adds to a message: `; did you mean "merge"?`, or nothing.
ASSAY_SDK std::string did_you_mean(std::string_view name,
                                   const std::vector<std::string>& candidates);
// `number` as an author writes it: "0.0001", "3". REQUIRES: finite.
ASSAY_SDK std::string decimal(double number);
// "`name`".
ASSAY_SDK std::string as_code(std::string_view name);
// "`a`, `b` or `c`".
ASSAY_SDK std::string one_of(const std::vector<std::string>& names);
// What to write in Diagnostic::expected for a name that is none of `candidates`: the nearest, else
// all of them if they are few, each once, else nothing.
ASSAY_SDK std::string expected_name(std::string_view name,
                                    const std::vector<std::string>& candidates);

}  // namespace assay
