// Many answers, many questions, many threads: the same results in the same order on any number of
// them.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "grading/byte_source.h"
#include "grading/record.h"
#include "grading/rubric_library.h"
#include "grading/workers.h"

namespace assay {

struct GraderOptions {
  unsigned threads = 0;  // 0: one a core
  // Grade all answers in worker processes, and not only those to rubrics with plugins from outside
  // the installation.
  bool isolate = false;
  Limits limits = {};
};

// Owns its threads, which start with the first chunk that can be shared, and are fewer where the
// system gives no more. Made and called from one thread, which grades along with them.
class Grader {
 public:
  // `library` must outlive the grader.
  explicit Grader(RubricLibrary& library, const GraderOptions& options = {});
  ~Grader();
  Grader(const Grader&) = delete;
  Grader& operator=(const Grader&) = delete;

  // One result a record, in their order. The rubrics needed are loaded first, while no other thread
  // runs. An exception from a rule, which can only be a plugin's, becomes the error of the answers
  // it was thrown for; in a worker so does whatever else ends or stops it.
  std::vector<GradedAnswer> grade(std::vector<InputRecord> records) {
    begin(std::move(records));
    return finish();
  }
  // The same in two halves: the other threads work while the caller does something else.
  void begin(std::vector<InputRecord> records);
  // REQUIRES: begin(), once each.
  std::vector<GradedAnswer> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// How much of a stream is held at a time; neither changes any result.
struct ChunkLimits {
  std::size_t records = 1024;
  std::size_t bytes = std::size_t{4} << 20;
};

// Grades all that `next` yields until it returns false, or `stop` is set, and hands each result to
// `emit` in order.
void grade_stream(const std::function<bool(InputRecord&)>& next, Grader& grader,
                  const std::function<void(const GradedAnswer&)>& emit,
                  const StopFlag* stop = nullptr, const ChunkLimits& limits = {});

}  // namespace assay
