// Grades in processes of their own, for rubrics whose plugins nobody vouches for. What such a
// plugin does to its process costs the answer it did it on, and a fresh process; it can neither
// read files nor reach the network (host/sandbox.h).
//
// A worker is a fork of this process, rubrics loaded, for one chunk of records: nothing is loaded
// or compiled again, and what one chunk left in a worker never meets the next.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grading/outcome_bytes.h"

namespace assay {

// Records that are graded in a row by one thread or worker.
struct Run {
  std::shared_ptr<const Rubric> rubric;
  std::vector<std::size_t> records;  // indexes into the chunk
};

// Sets the outcome of every record of `runs`; where a worker did not give one, "plugin-failed" and
// what became of it. Returns what of the sandbox the kernel would not do, or nothing. REQUIRES: no
// other thread is doing anything.
std::string grade_in_workers(const std::vector<Run>& runs, const std::vector<InputRecord>& records,
                             unsigned workers, const Limits& limits,
                             std::vector<std::optional<Outcome>>& outcomes);

}  // namespace assay
