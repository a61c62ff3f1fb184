#include "host/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace assay {
namespace {

// Below what malloc maps by itself, above what its first growth leaves free.
constexpr std::size_t kAlmostMapped = std::size_t{120} << 10;
constexpr int kMostInHeap = 32 << 20;  // a piece; more is not accepted
constexpr int kMostKept = 256 << 20;

char* first_page = nullptr;
std::size_t taken = 0;

}  // namespace

void take_heap(std::size_t bytes) {
  const auto before = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  ::mallopt(M_TOP_PAD, int(bytes));
  void* volatile grown = std::malloc(kAlmostMapped);  // volatile, or the compiler leaves it out
  const auto after = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  ::mallopt(M_MMAP_THRESHOLD, kMostInHeap);
  ::mallopt(M_TRIM_THRESHOLD, kMostKept);
  std::free(grown);
  if (after <= before || after - before < bytes) return;
  // From the heap's very begin on.
  const auto page = std::uintptr_t(::sysconf(_SC_PAGESIZE));
  const std::uintptr_t begin = (after - ::mallinfo2().arena) / page * page;
  first_page = reinterpret_cast<char*>(begin);
  taken = after - begin;
}

void touch_heap() {
#ifdef MADV_POPULATE_WRITE
  // An older kernel refuses, and the pages come one by one.
  if (taken > 0) ::madvise(first_page, taken, MADV_POPULATE_WRITE);
#endif
}

}  // namespace assay
