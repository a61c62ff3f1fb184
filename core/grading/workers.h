// Grades in processes of their own, for rubrics whose plugins nobody vouches for. What such a
// plugin does to its process costs the answer it did it on, and a fresh process; it can neither
// read files nor reach the network (host/sandbox.h).
//
// A worker is a fork of this process, rubrics loaded, for one chunk of records: nothing is loaded
// or compiled again, and what one chunk left in a worker never meets the next. Nor does what one
// rubric's plugins left in it meet another rubric, where they are from outside the installation:
// these run in workers of their own. What a plugin sends in the worker's place is refused, unless
// it searches memory for how a worker signs; it decides on its own rubric's answers then, as it
// does anyway.
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
  bool foreign = false;              // the rubric has plugins from outside the installation
};

// Sets the outcome of every record of `runs`; where a worker did not give one, "plugin-failed" and
// what became of it. Returns what of the sandbox the kernel would not do, or nothing. REQUIRES: no
// other thread is doing anything.
std::string grade_in_workers(const std::vector<Run>& runs, const std::vector<InputRecord>& records,
                             unsigned workers, const Limits& limits,
                             std::vector<std::optional<Outcome>>& outcomes);

}  // namespace assay
