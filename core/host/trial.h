// Runs a check in a child process, so that whatever the check does to its process, this one lives
// on to say so.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace assay {

// Told by a check before each of its steps, in words that complete "while ...": "loading it". The
// text must be of static storage.
using OnStep = std::function<void(const char* step)>;

struct TrialResult {
  bool finished;     // the check returned
  std::string text;  // what it returned; else what became of it, as a clause
};

// Runs `check` in a child of this process. Where it crashed, ended its process or took longer than
// `limit`, the result says which and at which step: "crashed (Segmentation fault) while loading
// it". Nothing that the check prints is seen, and it leaves no core file. REQUIRES: no other thread
// is running, because the child is a fork that goes on to allocate.
TrialResult try_in_child(const std::function<std::string(const OnStep&)>& check,
                         std::chrono::milliseconds limit);

}  // namespace assay
