// Where the members of a record, and the characters of its strings, stand in its line.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "bank/front_matter.h"

namespace assay {

// The members of the one JSON object in [line.begin, line.end) of the file.
// REQUIRES: RecordParser reads that line without an error.
std::vector<FrontEntry> record_members(const SourceText& file, Span line);

// The byte of the file at which byte `offset` of a string's value is written; for an offset behind
// the value its closing quote. A character that is written as an escape begins at the backslash.
// REQUIRES: `string` is a JSON string of the file, quotes included.
std::size_t place_in_json_string(std::string_view file, Span string, std::size_t offset);

}  // namespace assay
