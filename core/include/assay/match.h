// Where a rule holds, and by which words.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <utility>

#include "assay/span.h"

namespace assay {

class Rule;

// A span of the answer and the rule it satisfied.
struct Part {
  TokenRange range;
  const Rule* rule;
  friend bool operator==(const Part&, const Part&) = default;
};

// A short list of parts. Most matches have one or two, so these stand in the match itself.
class MatchParts {
 public:
  MatchParts() = default;
  MatchParts(std::initializer_list<Part> parts) { append(parts); }
  MatchParts(const MatchParts& other) { append(other); }
  MatchParts(MatchParts&& other) noexcept { take(other); }
  MatchParts& operator=(const MatchParts& other) {
    if (this != &other) {
      size_ = 0;
      append(other);
    }
    return *this;
  }
  MatchParts& operator=(MatchParts&& other) noexcept {
    if (this != &other) {
      size_ = 0;
      take(other);
    }
    return *this;
  }
  ~MatchParts() = default;

  Part* data() { return more_ ? more_.get() : few_; }
  const Part* data() const { return more_ ? more_.get() : few_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Part* begin() { return data(); }
  Part* end() { return data() + size_; }
  const Part* begin() const { return data(); }
  const Part* end() const { return data() + size_; }
  const Part& front() const { return data()[0]; }
  const Part& back() const { return data()[size_ - 1]; }
  Part& operator[](std::size_t i) { return data()[i]; }
  const Part& operator[](std::size_t i) const { return data()[i]; }

  void push_back(Part part) {
    grow(1);
    data()[size_++] = part;
  }
  // REQUIRES: `parts` are not of this list.
  void append(std::span<const Part> parts) {
    grow(parts.size());
    std::copy(parts.begin(), parts.end(), end());
    size_ += std::uint32_t(parts.size());
  }
  // Leaves out [first, last).
  void erase(Part* first, Part* last) {
    std::copy(last, end(), first);
    size_ -= std::uint32_t(last - first);
  }

 private:
  static constexpr std::uint32_t kFew = 2;

  void grow(std::size_t by) {
    if (size_ + by <= room_) return;
    room_ = std::uint32_t(std::max<std::size_t>(size_ + by, 2 * std::size_t(room_)));
    auto more = std::make_unique<Part[]>(room_);
    std::copy(data(), data() + size_, more.get());
    more_ = std::move(more);
  }
  // REQUIRES: size_ == 0
  void take(MatchParts& other) {
    if (other.more_) {
      more_ = std::move(other.more_);
      room_ = std::exchange(other.room_, kFew);
    } else {
      std::copy_n(other.few_, other.size_, data());
    }
    size_ = std::exchange(other.size_, 0);
  }

  std::uint32_t size_ = 0;
  std::uint32_t room_ = kFew;
  std::unique_ptr<Part[]> more_;  // all of them, where they are more than a few
  Part few_[kFew];
};

// One place where a rule holds. `range` covers everything the match rests on and is what enclosing
// rules measure distances from; `parts` are the words to show, in text order. A rule that holds
// without a place, by absence or by another criterion, yields one match with an empty range; its
// parts are those of the other criterion.
struct Match {
  TokenRange range;
  MatchParts parts;
};

}  // namespace assay
