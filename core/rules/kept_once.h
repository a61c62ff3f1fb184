// What many have alike, in memory once for all who have it at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace assay {

// Thread-safe. Keeps nothing alive by itself.
template <typename T>
class KeptOnce {
 public:
  // One under `key` that `is_it`, else what `make` returns, under that key from now on.
  template <typename Is, typename Make>
  std::shared_ptr<const T> get(std::uint64_t key, Is is_it, Make make) {
    {
      const std::lock_guard lock(mutex_);
      if (auto found = find(key, is_it)) return found;
    }
    std::shared_ptr<const T> made = make();
    const std::lock_guard lock(mutex_);
    if (auto found = find(key, is_it)) return found;
    if (known_.size() >= most_) {
      std::erase_if(known_, [](const auto& each) { return each.second.expired(); });
      most_ = std::max(kFewest, 2 * known_.size());
    }
    known_.emplace(key, made);
    return made;
  }

 private:
  static constexpr std::size_t kFewest = 64;

  template <typename Is>
  std::shared_ptr<const T> find(std::uint64_t key, Is is_it) {
    for (auto [at, end] = known_.equal_range(key); at != end; ++at) {
      if (std::shared_ptr<const T> held = at->second.lock(); held && is_it(*held)) return held;
    }
    return nullptr;
  }

  std::mutex mutex_;
  std::unordered_multimap<std::uint64_t, std::weak_ptr<const T>> known_;
  std::size_t most_ = kFewest;  // before those that nobody has any more are looked for
};

}  // namespace assay
