#include "grading/grader.h"

#include <algorithm>
#include <atomic>
#include <barrier>
#include <exception>
#include <optional>
#include <thread>
#include <unordered_map>
#include <utility>

#include "text/analyzer.h"

namespace assay {
namespace {

// Answers of one question that a thread takes at once: enough to find the rubric's rules in the
// cache, few enough that no thread waits long for the last one.
constexpr std::size_t kRun = 16;

struct Task {
  std::shared_ptr<const Rubric> rubric;
  std::vector<std::size_t> records;  // indexes into the chunk
};

using Outcome = std::variant<ScoreSheet, GradingError>;

// What a thread keeps from one answer to the next.
class Desk {
 public:
  Outcome grade(const std::shared_ptr<const Rubric>& rubric, const InputRecord& record) {
    std::string what = "unknown exception";
    try {
      auto at = scorers_.find(rubric.get());
      if (at == scorers_.end()) at = scorers_.emplace(rubric.get(), Scorer(rubric)).first;
      return at->second.score(analyzer_.analyze(record.answer.text));
    } catch (const std::exception& thrown) {
      what = thrown.what();
    } catch (...) {
    }
    scorers_.erase(rubric.get());  // it was left in the middle of an answer
    std::string plugins;
    for (const std::string& name : rubric->plugins) plugins += " " + name;
    return GradingError{"plugin-failed",
                        plugins.empty() ? what : what + " (plugins of the rubric:" + plugins + ")",
                        record.place};
  }

 private:
  Analyzer analyzer_;
  std::unordered_map<const Rubric*, Scorer> scorers_;
};

// Chunk's records by question, in runs. Records without a rubric get their outcome at once.
std::vector<Task> divide(const std::vector<InputRecord>& records, RubricLibrary& library,
                         std::vector<std::optional<Outcome>>& outcomes) {
  std::vector<Task> tasks;
  std::unordered_map<std::string_view, std::size_t> open;  // question -> its task that has room
  std::unordered_map<std::string_view, RubricLibrary::Found> found;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (records[i].error) {
      outcomes[i] = *records[i].error;
      continue;
    }
    const std::string_view question = records[i].answer.question;
    auto at = found.find(question);
    if (at == found.end()) at = found.emplace(question, library.find(question)).first;
    if (!at->second.rubric) {
      GradingError error = at->second.error;
      error.place = records[i].place;
      outcomes[i] = std::move(error);
      continue;
    }
    auto [task, added] = open.try_emplace(question, tasks.size());
    if (!added && tasks[task->second].records.size() == kRun) {
      task->second = tasks.size();
      added = true;
    }
    if (added) tasks.push_back({at->second.rubric, {}});
    tasks[task->second].records.push_back(i);
  }
  return tasks;
}

}  // namespace

struct Grader::State {
  State(RubricLibrary& rubrics, unsigned threads) : library(rubrics), gate(threads + 1) {
    for (unsigned i = 0; i < threads; ++i) pool.emplace_back([this] { work(); });
  }

  ~State() {
    ending = true;
    gate.arrive_and_wait();
  }

  void work() {
    Desk desk;
    for (;;) {
      gate.arrive_and_wait();  // a chunk is laid out, or it is time to end
      if (ending) return;
      for (std::size_t i; (i = next_task.fetch_add(1)) < tasks.size();) {
        for (const std::size_t index : tasks[i].records) {
          (*outcomes)[index] = desk.grade(tasks[i].rubric, (*records)[index]);
        }
      }
      gate.arrive_and_wait();  // the chunk is graded
    }
  }

  RubricLibrary& library;
  // What the gate hands over: written by the caller while the threads wait, read by them after.
  const std::vector<InputRecord>* records = nullptr;
  std::vector<std::optional<Outcome>>* outcomes = nullptr;
  std::vector<Task> tasks;
  std::atomic<std::size_t> next_task = 0;
  bool ending = false;

  std::barrier<> gate;
  std::vector<std::jthread> pool;
};

Grader::Grader(RubricLibrary& library, unsigned threads) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  state_ = std::make_unique<State>(library, threads);
}

Grader::~Grader() = default;

std::vector<GradedAnswer> Grader::grade(std::vector<InputRecord> records) {
  std::vector<std::optional<Outcome>> outcomes(records.size());
  state_->tasks = divide(records, state_->library, outcomes);
  if (!state_->tasks.empty()) {
    state_->records = &records;
    state_->outcomes = &outcomes;
    state_->next_task = 0;
    state_->gate.arrive_and_wait();
    state_->gate.arrive_and_wait();
  }
  std::vector<GradedAnswer> graded;
  graded.reserve(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    graded.push_back({std::move(records[i].answer), std::move(*outcomes[i])});
  }
  return graded;
}

void grade_stream(const std::function<bool(InputRecord&)>& next, Grader& grader,
                  const std::function<void(const GradedAnswer&)>& emit, const StopFlag* stop,
                  const ChunkLimits& limits) {
  const auto stopped = [stop] { return stop && stop->load(std::memory_order_relaxed); };
  for (bool more = true; more && !stopped();) {
    std::vector<InputRecord> chunk;
    std::size_t bytes = 0;
    while (chunk.size() < limits.records && bytes < limits.bytes) {
      InputRecord record;
      more = next(record);
      if (!more) break;
      bytes += record.answer.text.size() + record.answer.members.size();
      chunk.push_back(std::move(record));
    }
    if (stopped()) return;
    for (const GradedAnswer& graded : grader.grade(std::move(chunk))) emit(graded);
  }
}

}  // namespace assay
