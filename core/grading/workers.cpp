#include "grading/workers.h"

#include <poll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <deque>
#include <memory>
#include <unordered_map>
#include <utility>

#include "host/child.h"
#include "host/sandbox.h"

namespace assay {
namespace {

using Clock = std::chrono::steady_clock;

// To a worker go the place of a run and the first of its records to grade; from it come frames:
// first what its sandbox lacks, then an outcome a record. A plugin can write to the channel too: a
// frame without its order's key, which is drawn anew for each, is none of the worker's.
struct Order {
  std::uint32_t run;
  std::uint32_t first;
  std::uint64_t key;
};
struct FrameHead {
  std::uint64_t key;
  std::uint64_t size;  // of what follows
};
constexpr std::uint64_t kGreeting = 0;  // in place of a key: no order is read by then
constexpr std::uint64_t kLongestFrame = std::uint64_t{1} << 28;

std::uint64_t draw_key() {
  std::uint64_t key = 0;
  while (::getrandom(&key, sizeof key, 0) < 0 && errno == EINTR) {
  }
  return key;
}

bool write_frame(int channel, std::uint64_t key, std::string& frame) {
  const FrameHead head = {key, frame.size()};
  frame.insert(0, reinterpret_cast<const char*>(&head), sizeof head);
  const bool written = write_all(channel, frame);
  frame.clear();
  return written;
}

// An order is short enough to come whole.
bool read_order(int channel, Order& order) {
  ssize_t got = 0;
  do {
    got = ::read(channel, &order, sizeof order);
  } while (got < 0 && errno == EINTR);
  return got == ssize_t(sizeof order);
}

// An exception must not run on into a second copy of the caller.
[[noreturn]] void work(int channel, pid_t parent, const Limits& limits,
                       const std::vector<Run>& runs,
                       const std::vector<InputRecord>& records) noexcept {
  set_apart(parent);
  std::string frame = enter({channel, limits.memory});
  bool heard = write_frame(channel, kGreeting, frame);
  Desk desk(limits);
  for (Order order; heard && read_order(channel, order);) {
    const Run& run = runs[order.run];
    for (std::size_t i = order.first; heard && i < run.records.size(); ++i) {
      append_outcome(frame, desk.grade(run.rubric, records[run.records[i]]));
      heard = write_frame(channel, order.key, frame);
    }
  }
  ::_exit(0);
}

struct Worker {
  pid_t process = -1;
  int channel = -1;
  std::string received;
  bool greeted = false;
  bool busy = false;
  Order at{};  // the record whose outcome is awaited
  // The rubric whose foreign plugins have run in the process: it may be as they left it.
  const Rubric* marked_by = nullptr;
  Clock::time_point deadline;
};

class Crew {
 public:
  Crew(const std::vector<Run>& runs, const std::vector<InputRecord>& records, const Limits& limits,
       std::vector<std::optional<Outcome>>& outcomes)
      : runs_(runs), records_(records), limits_(limits), outcomes_(outcomes) {
    for (std::uint32_t i = 0; i < runs.size(); ++i) waiting_.push_back({i, 0, 0});
    // Rubric by rubric, and those last that want fresh workers.
    std::unordered_map<const Rubric*, std::uint32_t> first;
    for (std::uint32_t i = 0; i < runs.size(); ++i) first.try_emplace(runs[i].rubric.get(), i);
    const auto place = [&](const Order& order) {
      const Run& run = runs[order.run];
      return std::pair(run.foreign, first.at(run.rubric.get()));
    };
    std::stable_sort(waiting_.begin(), waiting_.end(),
                     [&](const Order& a, const Order& b) { return place(a) < place(b); });
  }
  ~Crew() {
    for (Worker& worker : crew_) end(worker);
  }

  std::string grade(unsigned workers) {
    crew_.resize(std::min<std::size_t>(workers, runs_.size()));
    for (;;) {
      for (Worker& worker : crew_) {
        if (!worker.busy && !waiting_.empty()) give(worker);
      }
      if (std::none_of(crew_.begin(), crew_.end(), [](const Worker& w) { return w.busy; })) break;
      listen();
    }
    return missing_;
  }

 private:
  void give(Worker& worker) {
    Order order = waiting_.front();
    waiting_.pop_front();
    order.key = draw_key();
    worker.at = order;
    worker.busy = true;
    const Run& run = runs_[order.run];
    if (worker.marked_by && worker.marked_by != run.rubric.get()) end(worker);
    if (worker.process < 0 && !start(worker)) {
      lose(worker, std::string("no worker could be started: ") + std::strerror(errno));
      return;
    }
    if (run.foreign) worker.marked_by = run.rubric.get();
    worker.deadline = Clock::now() + std::chrono::seconds(limits_.seconds);
    // A worker that cannot be told has ended: reading from it will say so.
    ::send(worker.channel, &order, sizeof order, MSG_NOSIGNAL);
  }

  bool start(Worker& worker) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    const pid_t parent = ::getpid();
    worker.process = ::fork();
    if (worker.process == 0) {
      // Its siblings' channels are closed with all else, or they would outlive this process.
      work(ends[1], parent, limits_, runs_, records_);
    }
    ::close(ends[1]);
    worker.channel = ends[0];
    worker.received.clear();
    worker.greeted = false;
    if (worker.process > 0) {
      ::setpgid(worker.process, worker.process);  // whichever of the two comes first
      return true;
    }
    ::close(worker.channel);
    return false;
  }

  // How the worker's process ended. It may be started again.
  std::string end(Worker& worker) {
    if (worker.process < 0) return {};
    worker.marked_by = nullptr;
    ::close(worker.channel);
    return end_child(std::exchange(worker.process, -1));
  }

  // The record it was at is lost; the rest of its run waits for another.
  void lose(Worker& worker, std::string why) {
    const Run& run = runs_[worker.at.run];
    const std::size_t record = run.records[worker.at.first];
    outcomes_[record] = plugin_failed(*run.rubric, records_[record], std::move(why));
    worker.busy = false;
    if (++worker.at.first < run.records.size()) waiting_.push_front(worker.at);
  }

  void listen() {
    std::vector<pollfd> channels;
    std::vector<Worker*> busy;
    auto first = Clock::time_point::max();
    for (Worker& worker : crew_) {
      if (!worker.busy) continue;
      channels.push_back({worker.channel, POLLIN, 0});
      busy.push_back(&worker);
      first = std::min(first, worker.deadline);
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
    const int wait = int(std::clamp<std::int64_t>(left, 0, 60'000));
    if (::poll(channels.data(), channels.size(), wait) < 0 && errno != EINTR) return;
    for (std::size_t i = 0; i < busy.size(); ++i) {
      Worker& worker = *busy[i];
      if (channels[i].revents != 0) {
        hear(worker);
      } else if (Clock::now() >= worker.deadline) {
        end(worker);
        lose(worker, "took longer than " + std::to_string(limits_.seconds) + " s");
      }
    }
  }

  void hear(Worker& worker) {
    char buffer[1 << 16];
    const ssize_t got = ::read(worker.channel, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) {
      const std::string how = end(worker);
      lose(worker, how);
      return;
    }
    worker.received.append(buffer, std::size_t(got));
    std::string_view rest = worker.received;
    bool sound = true;
    while (sound && worker.busy && rest.size() >= sizeof(FrameHead)) {
      FrameHead head;
      std::memcpy(&head, rest.data(), sizeof head);
      sound =
          head.key == (worker.greeted ? worker.at.key : kGreeting) && head.size <= kLongestFrame;
      if (!sound || rest.size() - sizeof head < head.size) break;
      sound = take(worker, rest.substr(sizeof head, head.size));
      rest.remove_prefix(sizeof head + head.size);
    }
    worker.received.erase(0, worker.received.size() - rest.size());
    if (!sound) {
      end(worker);
      lose(worker, "sent what is no result");
    }
  }

  bool take(Worker& worker, std::string_view frame) {
    worker.deadline = Clock::now() + std::chrono::seconds(limits_.seconds);
    if (!worker.greeted) {
      worker.greeted = true;
      missing_ = frame.substr(0, 200);
      return true;
    }
    const Run& run = runs_[worker.at.run];
    const std::size_t record = run.records[worker.at.first];
    std::optional<Outcome> outcome =
        read_outcome(frame, records_[record].answer.text.size(), run.rubric);
    if (!outcome) return false;
    outcomes_[record] = std::move(*outcome);
    worker.busy = ++worker.at.first < run.records.size();
    return true;
  }

  const std::vector<Run>& runs_;
  const std::vector<InputRecord>& records_;
  const Limits& limits_;
  std::vector<std::optional<Outcome>>& outcomes_;
  std::deque<Order> waiting_;
  std::vector<Worker> crew_;
  std::string missing_;
};

}  // namespace

std::string grade_in_workers(const std::vector<Run>& runs, const std::vector<InputRecord>& records,
                             unsigned workers, const Limits& limits,
                             std::vector<std::optional<Outcome>>& outcomes) {
  return Crew(runs, records, limits, outcomes).grade(std::max(1u, workers));
}

}  // namespace assay
