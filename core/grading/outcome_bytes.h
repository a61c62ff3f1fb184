// An outcome as bytes, to be sent from the process that graded to the one that asked. Not a format
// to keep: both ends are the same build.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "grading/desk.h"

namespace assay {

void append_outcome(std::string& bytes, const Outcome& outcome);

// Nothing where `bytes` are not one whole outcome for an answer of `size` bytes and this rubric: a
// plugin may have written them. A sheet's rubric is this one and keeps the names of rules that came
// with the sheet, too.
std::optional<Outcome> read_outcome(std::string_view bytes, std::size_t size,
                                    const std::shared_ptr<const Rubric>& rubric);

}  // namespace assay
