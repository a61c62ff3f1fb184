// An answer of a bank that is graded by itself: its front matter is no part of it.
#pragma once

#include "grading/record.h"

namespace assay {

// Takes the front matter off a file's text, so that `grade` and `check` grade the same bytes, and
// its question where the record has none. Front matter is what read_front_matter() can read and
// what names a `question`, and ends within 64 KiB: an answer that begins with a rule stays as it
// is, and so does a record of a JSON Lines file.
void leave_out_front_matter(InputRecord& record);

}  // namespace assay
