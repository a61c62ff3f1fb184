#include "grading/grader.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <memory>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "grading/thread_pool.h"
#include "host/log.h"

namespace assay {
namespace {

// Answers of one question that a thread takes at once: enough to find the rubric's rules in the
// cache, few enough that no thread waits long for the last one.
constexpr std::size_t kRun = 16;

// The questions that records ask for, each once.
std::vector<std::string_view> questions_of(const std::vector<InputRecord>& records) {
  std::vector<std::string_view> questions;
  std::unordered_set<std::string_view> seen;
  for (const InputRecord& record : records) {
    if (record.error || !seen.insert(record.answer.question).second) continue;
    questions.push_back(record.answer.question);
  }
  return questions;
}

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
    if (added) runs.push_back({at->second.rubric, {}, false});
    runs[run->second].records.push_back(i);
  }
  return runs;
}

}  // namespace

struct Grader::State {
  State(RubricLibrary& rubrics, const GraderOptions& given)
      : library(rubrics), options(given), desk(given.limits) {}

  // A chunk that nobody asks for any more is left.
  ~State() { next_run = runs.size(); }

  // The caller is one of the threads.
  void start_others() {
    const std::size_t others = options.threads - 1;
    pool = std::make_unique<ThreadPool>(others, [this] {
      return [this, own = std::make_shared<Desk>(options.limits)] { take_runs(*own); };
    });
    if (pool->size() < others) {
      log(LogLevel::info, "no more than " + std::to_string(pool->size() + 1) + " of " +
                              std::to_string(options.threads) + " threads could be started");
    }
  }

  void take_runs(Desk& at) {
    for (std::size_t i; (i = next_run.fetch_add(1)) < runs.size();) {
      for (const std::size_t index : runs[i].records) {
        outcomes[index] = at.grade(runs[i].rubric, records[index]);
      }
    }
  }

  void begin(std::vector<InputRecord> chunk) {
    records = std::move(chunk);
    outcomes.clear();
    outcomes.resize(records.size());
    library.load(questions_of(records), options.threads);
    runs = divide(records, library, outcomes);
    for (Run& run : runs) run.foreign = !library.vouched_for(*run.rubric);
    const auto first_apart = std::stable_partition(
        runs.begin(), runs.end(), [&](const Run& run) { return !options.isolate && !run.foreign; });
    apart.assign(std::make_move_iterator(first_apart), std::make_move_iterator(runs.end()));
    runs.erase(first_apart, runs.end());
    next_run = 0;
    if (!pool && runs.size() > 1 && options.threads > 1) start_others();
    if (pool) pool->start();
  }

  void finish() {
    take_runs(desk);
    if (pool) pool->wait();
    if (apart.empty()) return;
    // The threads wait by now, which forking asks for.
    const std::string missing =
        grade_in_workers(apart, records, options.threads, options.limits, outcomes);
    if (!missing.empty() && !std::exchange(told, true)) {
      log(LogLevel::warn, "plugins are not wholly contained here: " + missing);
    }
  }

  RubricLibrary& library;
  const GraderOptions options;
  Desk desk;          // the caller's
  bool told = false;  // what a sandbox lacks
  // Written by the caller before a round of the pool begins, and read by its threads in it.
  std::vector<InputRecord> records;
  std::vector<std::optional<Outcome>> outcomes;
  std::vector<Run> runs;
  std::atomic<std::size_t> next_run = 0;
  std::vector<Run> apart;  // for workers
  // None before there is a chunk to share.
  std::unique_ptr<ThreadPool> pool;
};

Grader::Grader(RubricLibrary& library, const GraderOptions& options) {
  GraderOptions given = options;
  if (given.threads == 0) given.threads = std::max(1u, std::thread::hardware_concurrency());
  state_ = std::make_unique<State>(library, given);
}

Grader::~Grader() = default;

void Grader::begin(std::vector<InputRecord> records) { state_->begin(std::move(records)); }

std::vector<GradedAnswer> Grader::finish() {
  state_->finish();
  std::vector<InputRecord>& records = state_->records;
  std::vector<std::optional<Outcome>>& outcomes = state_->outcomes;
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
  bool ended = false;
  const auto read = [&] {
    std::vector<InputRecord> chunk;
    std::size_t bytes = 0;
    while (!ended && chunk.size() < limits.records && bytes < limits.bytes) {
      InputRecord record;
      ended = !next(record);
      if (ended) break;
      bytes += record.answer.text.size() + record.answer.members.size();
      chunk.push_back(std::move(record));
    }
    return chunk;
  };
  // While one chunk is graded the one before is written and the next read.
  std::vector<GradedAnswer> graded;
  for (std::vector<InputRecord> chunk = read(); !stopped();) {
    const bool more = !chunk.empty();
    if (more) grader.begin(std::move(chunk));
    for (const GradedAnswer& each : graded) emit(each);
    if (!more) return;
    chunk = read();
    graded = grader.finish();
  }
}

}  // namespace assay
