// The heap's pages, asked for many at a time. A page that is touched for the first time costs a
// fault, which takes longer than most of what a cold run does with the page.
#pragma once

#include <cstddef>

namespace assay {

// Makes the heap `bytes` large, all of it in memory, and has malloc keep what it once got. To be
// called before anything large is allocated; does nothing where malloc is another's.
void take_heap(std::size_t bytes);

// After a fork, every page of the parent's faults once more when it is written to. Takes those of
// take_heap() back at once; to be called when the child has ended.
void retake_heap();

}  // namespace assay
