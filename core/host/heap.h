// The heap's pages, asked for many at a time. A page that is touched for the first time costs a
// fault, which takes longer than most of what a cold run does with the page.
#pragma once

#include <cstddef>

namespace assay {

// Has malloc get `bytes` at once and keep what it got: to fetch it from the system anew takes as
// long as to read an answer. To be called before anything large is allocated.
void take_heap(std::size_t bytes);

// Puts what take_heap() got in memory, to be written to. Also after a fork, which costs every page
// of the heap a fault once more. Does nothing where malloc is another's.
void touch_heap();

}  // namespace assay
