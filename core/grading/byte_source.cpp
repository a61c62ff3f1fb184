#include "grading/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace assay {
namespace {

// What is read at once: little at first, because most files are short answers.
constexpr std::size_t kFirstBlock = std::size_t{4} << 10;
constexpr std::size_t kLargestBlock = std::size_t{256} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

ByteSource::ByteSource(int descriptor, const StopFlag* stop, std::size_t limit)
    : descriptor_(descriptor), stop_(stop), limit_(limit), block_(kFirstBlock) {}

ByteSource::~ByteSource() {
  if (descriptor_ > 0) ::close(descriptor_);
}

std::string_view ByteSource::pending() const {
  return std::string_view(buffer_).substr(begin_, end_ - begin_);
}

bool ByteSource::stopped() const { return stop_ && stop_->load(std::memory_order_relaxed); }

bool ByteSource::fill() {
  if (ended_) return false;
  if (begin_ > 0 && buffer_.size() < end_ + block_ + kPadding) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + block_ + kPadding) {
    buffer_.resize(std::max(end_ + 2 * block_ + kPadding, 2 * end_));
  }
  const std::size_t room = buffer_.size() - end_ - kPadding;
  ssize_t count;
  do {
    if (stopped()) {
      ended_ = true;
      return false;
    }
    count = ::read(descriptor_, buffer_.data() + end_, room);
  } while (count < 0 && errno == EINTR);
  if (count <= 0) {
    if (count < 0) failure_ = errno;
    ended_ = true;
    return false;
  }
  end_ += std::size_t(count);
  if (std::size_t(count) == room) block_ = std::min(4 * block_, kLargestBlock);
  return true;
}

void ByteSource::pass_byte_order_mark() {
  while (end_ - begin_ < kByteOrderMark.size() && fill()) {
  }
  if (pending().starts_with(kByteOrderMark)) begin_ += kByteOrderMark.size();
}

ByteSource::Status ByteSource::next_line(std::string_view& line) {
  if (!std::exchange(started_, true)) pass_byte_order_mark();
  std::size_t searched = 0;
  bool too_long = false;
  for (;;) {
    const std::string_view bytes = pending();
    const std::size_t newline = bytes.find('\n', searched);
    if (newline != std::string_view::npos) {
      line = bytes.substr(0, newline);
      begin_ += newline + 1;
      break;
    }
    if (bytes.size() > limit_) {
      too_long = true;
      begin_ = end_;
    }
    searched = end_ - begin_;
    if (!fill()) {
      if (failure_ != 0) return Status::failed;
      if (stopped() || (begin_ == end_ && !too_long)) return Status::end;
      line = pending();
      begin_ = end_;
      break;
    }
  }
  if (line.ends_with('\r')) line.remove_suffix(1);
  return too_long || line.size() > limit_ ? Status::too_long : Status::got;
}

ByteSource::Status ByteSource::rest(std::string& bytes) {
  while (end_ - begin_ <= limit_ && fill()) {
  }
  if (failure_ != 0) return Status::failed;
  if (stopped()) return Status::end;
  if (end_ - begin_ > limit_) return Status::too_long;
  bytes = pending();
  begin_ = end_;
  return Status::got;
}

bool ByteSource::begins_with_object() {
  std::size_t at = 0;
  while (end_ - begin_ < kByteOrderMark.size() && fill()) {
  }
  if (pending().starts_with(kByteOrderMark)) at = kByteOrderMark.size();
  const auto next = [&]() -> char {
    for (;; ++at) {
      while (at >= end_ - begin_) {
        if (at > limit_ || !fill()) return '\0';
      }
      if (const char c = buffer_[begin_ + at]; !blank(c)) return c;
    }
  };
  if (next() != '{') return false;
  ++at;
  const char second = next();
  return second == '"' || second == '}';
}

int open_for_reading(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return -1;
  struct stat status;
  if (::fstat(descriptor, &status) == 0 && !S_ISDIR(status.st_mode)) return descriptor;
  ::close(descriptor);
  errno = EISDIR;
  return -1;
}

}  // namespace assay
