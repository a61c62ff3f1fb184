// Characters that a terminal obeys rather than shows, or that reorder the text around them. No
// report writes one raw that came with an answer, an id or a file's name.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay {

// Bytes of the character that `bytes` begin with where it is one: a control (C0 but for tab, line
// feed and carriage return, DEL, C1) or a directional mark of Unicode (UAX #9, 2); else 0.
std::size_t obeyed(std::string_view bytes);

}  // namespace assay
