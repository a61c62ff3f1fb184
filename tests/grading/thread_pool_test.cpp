#include "grading/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>

namespace assay {
namespace {

TEST(ThreadPool, HasDoneTheWorkOfARoundWhenTheCallerHasWaited) {
  constexpr int kItems = 50;
  std::atomic<int> next = kItems;
  int done[kItems] = {};
  const auto take = [&] {
    for (int i; (i = next.fetch_add(1)) < kItems;) ++done[i];
  };
  for (const std::size_t threads : {0, 1, 3}) {
    std::atomic<int> made = 0;
    {
      ThreadPool pool(threads, [&] {
        ++made;
        return take;
      });
      EXPECT_EQ(pool.size(), threads);
      for (int round = 1; round <= 500; ++round) {
        next = 0;
        pool.start();
        take();
        pool.wait();
        for (int& each : done) {
          ASSERT_EQ(each, 1) << round;
          each = 0;
        }
      }
      next = 0;
      pool.start();  // and nobody waits for it
    }
    EXPECT_EQ(made, int(threads));
    for (int& each : done) {
      EXPECT_LE(each, 1);
      each = 0;
    }
    next = kItems;
  }
}

TEST(StartThreads, CallsTheWorkOnEach) {
  std::atomic<int> calls = 0;
  start_threads(5, [&] { ++calls; });  // joined
  EXPECT_EQ(calls, 5);
}

}  // namespace
}  // namespace assay
