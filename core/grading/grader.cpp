#include "grading/grader.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <iterator>
#include <optional>
#include <thread>
#include <unordered_map>
#include <utility>

namespace assay {
namespace {

// Answers of one question that a thread takes at once: enough to find the rubric's rules in the
// cache, few enough that no thread waits long for the last one.
constexpr std::size_t kRun = 16;

// Chunk's records by question, in runs. Records without a rubric get their outcome at once.
std::vector<Run> divide(const std::vector<InputRecord>& records, RubricLibrary& library,
                        std::vector<std::optional<Outcome>>& outcomes) {
  std::vector<Run> runs;
  std::unordered_map<std::string_view, std::size_t> open;  // question -> its run that has room
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
    auto [run, added] = open.try_emplace(question, runs.size());
    if (!added && runs[run->second].records.size() == kRun) {
      run->second = runs.size();
      added = true;
    }
    if (added) runs.push_back({at->second.rubric, {}});
    runs[run->second].records.push_back(i);
  }
  return runs;
}

}  // namespace

struct Grader::State {
  State(RubricLibrary& rubrics, const GraderOptions& given)
      : library(rubrics), options(given), gate(std::ptrdiff_t(given.threads) + 1) {
    for (unsigned i = 0; i < given.threads; ++i) pool.emplace_back([this] { work(); });
  }

  ~State() {
    ending = true;
    gate.arrive_and_wait();
  }

  void work() {
    Desk desk(options.limits);
    for (;;) {
      gate.arrive_and_wait();  // a chunk is laid out, or it is time to end
      if (ending) return;
      for (std::size_t i; (i = next_run.fetch_add(1)) < runs.size();) {
        for (const std::size_t index : runs[i].records) {
          (*outcomes)[index] = desk.grade(runs[i].rubric, (*records)[index]);
        }
      }
      gate.arrive_and_wait();  // the chunk is graded
    }
  }

  RubricLibrary& library;
  const GraderOptions options;
  RuleNames names;
  bool told = false;  // what a sandbox lacks
  // What the gate hands over: written by the caller while the threads wait, read by them after.
  const std::vector<InputRecord>* records = nullptr;
  std::vector<std::optional<Outcome>>* outcomes = nullptr;
  std::vector<Run> runs;
  std::atomic<std::size_t> next_run = 0;
  bool ending = false;

  std::barrier<> gate;
  std::vector<std::jthread> pool;
};

Grader::Grader(RubricLibrary& library, const GraderOptions& options) {
  GraderOptions given = options;
  if (given.threads == 0) given.threads = std::max(1u, std::thread::hardware_concurrency());
  state_ = std::make_unique<State>(library, given);
}

Grader::~Grader() = default;

std::vector<GradedAnswer> Grader::grade(std::vector<InputRecord> records) {
  std::vector<std::optional<Outcome>> outcomes(records.size());
  State& state = *state_;
  state.runs = divide(records, state.library, outcomes);
  const auto here =
      std::stable_partition(state.runs.begin(), state.runs.end(), [&](const Run& run) {
        return !state.options.isolate && state.library.vouched_for(*run.rubric);
      });
  const std::vector<Run> apart(std::make_move_iterator(here),
                               std::make_move_iterator(state.runs.end()));
  state.runs.erase(here, state.runs.end());
  if (!state.runs.empty()) {
    state.records = &records;
    state.outcomes = &outcomes;
    state.next_run = 0;
    state.gate.arrive_and_wait();
    state.gate.arrive_and_wait();
  }
  if (!apart.empty()) {
    const std::string missing = grade_in_workers(apart, records, state.options.threads,
                                                 state.options.limits, state.names, outcomes);
    if (!missing.empty() && !std::exchange(state.told, true)) {
      spdlog::warn("plugins are not wholly contained here: {}", missing);
    }
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
