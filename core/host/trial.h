// Runs a check in a child process, so that whatever the check does to its process, this one lives
// on to say so.
#pragma once

#include <sys/types.h>

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

using Check = std::function<std::string(const OnStep&)>;

// A check that goes on in a child of this process, while this one does something else. Where it
// crashed, ended its process or took too long, the result says which and at which step: "crashed
// (Segmentation fault) while loading it". Nothing that the check prints is seen, and it leaves no
// core file. REQUIRES: no other thread is running where it begins, because the child is a fork that
// goes on to allocate.
class Trial {
 public:
  explicit Trial(const Check& check);
  ~Trial();  // ends the child, its check done or not
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;

  // Waits for the end, for `limit` from now on at most. Once.
  TrialResult end(std::chrono::milliseconds limit);

 private:
  pid_t child_ = -1;
  int pipe_ = -1;
  int failure_ = 0;  // the errno of what could not be begun
};

}  // namespace assay
