#include "grading/thread_pool.h"

#include <sys/mman.h>

#include <exception>
#include <utility>

namespace assay {
namespace {

// Address space that threads' stacks are not to take where it is bounded (ulimit -v): whoever
// starts them wants to work, too.
class Room {
 public:
  Room() : at_(::mmap(nullptr, kSize, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {}
  ~Room() {
    if (is_there()) ::munmap(at_, kSize);
  }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;
  bool is_there() const { return at_ != MAP_FAILED; }

 private:
  static constexpr std::size_t kSize = std::size_t{128} << 20;
  void* at_;
};

}  // namespace

std::vector<std::jthread> start_threads(std::size_t count, const std::function<void()>& work) {
  std::vector<std::jthread> threads;
  threads.reserve(count);
  const Room room;
  if (!room.is_there()) return threads;
  try {
    while (threads.size() < count) threads.emplace_back(work);
  } catch (const std::exception&) {  // no thread, or no memory for one
  }
  return threads;
}

ThreadPool::ThreadPool(std::size_t threads, std::function<Work()> make)
    : threads_(start_threads(threads, [this, make = std::move(make)] { take_part(make); })) {}

ThreadPool::~ThreadPool() {
  const std::lock_guard lock(mutex_);
  ending_ = true;
  begun_.notify_all();
}

void ThreadPool::start() {
  const std::lock_guard lock(mutex_);
  wanted_ = threads_.size();
  begun_.notify_all();
}

void ThreadPool::wait() {
  std::unique_lock lock(mutex_);
  wanted_ = 0;
  done_.wait(lock, [this] { return working_ == 0; });
}

void ThreadPool::take_part(const std::function<Work()>& make) {
  const Work work = make();
  for (std::unique_lock lock(mutex_);;) {
    begun_.wait(lock, [this] { return wanted_ > 0 || ending_; });
    if (ending_) return;
    --wanted_;
    ++working_;
    lock.unlock();
    work();
    lock.lock();
    if (--working_ == 0) done_.notify_one();
  }
}

}  // namespace assay
