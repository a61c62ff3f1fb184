// Threads that work in rounds, and as many of them as the system gives.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace assay {

// Up to `count` threads that each call `work` once: fewer, or none, where no more can be started.
std::vector<std::jthread> start_threads(std::size_t count, const std::function<void()>& work);

// Called from one thread. Its end waits for work that is being done.
class ThreadPool {
 public:
  using Work = std::function<void()>;

  // Each thread calls `make` first, and in a round what it got. Neither may throw.
  ThreadPool(std::size_t threads, std::function<Work()> make);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  std::size_t size() const { return threads_.size(); }
  // Begins a round. What the caller wrote before, the threads see. REQUIRES: no round goes on.
  void start();
  // Until the round's work is done; a thread that has not begun by now is let off. What the threads
  // wrote, the caller sees.
  void wait();

 private:
  void take_part(const std::function<Work()>& make);

  std::mutex mutex_;
  std::condition_variable begun_;
  std::condition_variable done_;
  std::size_t wanted_ = 0;   // threads that have yet to begin with the round
  std::size_t working_ = 0;  // threads that are at it
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace assay
