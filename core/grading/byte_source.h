// The bytes of one file or of standard input, whole or by the line, without ever holding more than
// one line that is over the limit.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace assay {

// Set from a signal handler to end a run early.
using StopFlag = std::atomic<bool>;
static_assert(StopFlag::is_always_lock_free);

// Reads as it goes; a pipe is never read further than is needed for what was asked. Not copyable:
// it owns a file descriptor.
class ByteSource {
 public:
  // The longest answer and the longest line of JSON Lines.
  static constexpr std::size_t kLimit = std::size_t{64} << 20;
  // What may be read, though not relied on, behind a line: simdjson reads in blocks.
  static constexpr std::size_t kPadding = 64;

  enum class Status {
    got,
    too_long,  // over the limit; a line is passed over whole
    end,       // no more, or stopped
    failed,    // see failure()
  };

  // Takes over `descriptor`, unless it is 0. `stop` may be null and must outlive the source.
  explicit ByteSource(int descriptor, const StopFlag* stop = nullptr, std::size_t limit = kLimit);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // The next line without its "\n" or "\r\n", and without a byte order mark at the start of the
  // file; valid until the next call. The last line needs no line end.
  Status next_line(std::string_view& line);
  // All that is left, a byte order mark too: positions are those of the file.
  Status rest(std::string& bytes);
  // Whether what is left begins, behind blanks and a byte order mark, with `{` and then, behind
  // blanks, `"` or `}`: a JSON object and hardly anything that a person would write.
  bool begins_with_object();

  // The errno of a read that failed.
  int failure() const { return failure_; }

 private:
  bool fill();  // false at the end, when stopped or failed
  std::string_view pending() const;
  bool stopped() const;
  void pass_byte_order_mark();

  int descriptor_;
  const StopFlag* stop_;
  std::size_t limit_;
  std::size_t block_;
  std::string buffer_;  // bytes [begin_, end_) are unread; at least kPadding lie behind end_
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool started_ = false;
  bool ended_ = false;
  int failure_ = 0;
};

// Opens a file for reading; -1, with errno, where that fails. A folder is refused with EISDIR.
int open_for_reading(const std::filesystem::path& file);

}  // namespace assay
