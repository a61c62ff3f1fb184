// Reports without a verb of speech; find_attributions() looks for them.
#pragma once

#include "text/reading.h"

namespace assay {

bool is_report_cue(std::uint64_t word);

// Whether the word at i is the "some" of "some stamp the rows"; the "told" of "we are told"; the
// "think" of "you'd think"; the "everywhere" of "you read everywhere that"; the "wisdom" of
// "conventional wisdom is".
bool others_do(const Reading& r, const Part& part, std::uint32_t i);
bool is_taught(const Reading& r, std::uint32_t i);
bool is_first_guess(const Reading& r, std::uint32_t i);
bool is_heard_everywhere(const Reading& r, const Part& part, std::uint32_t i);
bool is_common_advice(const Reading& r, std::uint32_t i);

}  // namespace assay
