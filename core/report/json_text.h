// JSON, appended to a string: no tree in between, and any bytes become valid UTF-8.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace assay {

// With quotes. Each byte that is not part of valid UTF-8 becomes U+FFFD; what a terminal would obey
// (obeyed.h) is escaped.
void append_json_string(std::string& out, std::string_view bytes);

// The shortest decimal that reads back as the same number. REQUIRES: finite.
void append_json_number(std::string& out, double number);

// JSON that somebody wrote, with what a terminal would obey escaped. REQUIRES: valid JSON.
void append_json(std::string& out, std::string_view json);

// On lines of their own, two blanks a level, ended by a line feed; or all on one line, without an
// end. Bytes that are not UTF-8 become U+FFFD, and what a terminal would obey is escaped.
std::string pretty_json(const nlohmann::ordered_json& json);
std::string json_line(const nlohmann::ordered_json& json);

// The length of the valid UTF-8 sequence that `bytes` begin with; 0 where there is none.
// REQUIRES: not empty.
std::size_t valid_sequence(std::string_view bytes);

}  // namespace assay
