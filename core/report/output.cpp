#include "report/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = std::size_t{64} << 10;

// Never one of the three that are standard, not even where one of them is closed. -1 with errno.
int open_above_standard(const fs::path& file, int flags) {
  const int descriptor = ::open(file.c_str(), flags | O_CLOEXEC, 0666);
  if (descriptor < 0 || descriptor > 2) return descriptor;
  const int above = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  const int error = errno;
  ::close(descriptor);
  errno = error;
  return above;
}

}  // namespace

Output::Output() = default;

Output::Output(const fs::path& file) : file_(file) {
  std::error_code ignored;
  const fs::file_status status = fs::status(file, ignored);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    descriptor_ = open_above_standard(file, O_WRONLY);
    if (descriptor_ < 0) fail(errno);
    return;
  }
  if (fs::exists(status)) file_ = fs::canonical(file);
  const std::string name = "." + file_.filename().string() + "." + std::to_string(::getpid());
  descriptor_ = -1;
  for (int attempt = 0; descriptor_ < 0; ++attempt) {
    temporary_ = file_.parent_path() / (name + "-" + std::to_string(attempt) + ".tmp");
    descriptor_ = open_above_standard(temporary_, O_WRONLY | O_CREAT | O_EXCL);
    if (descriptor_ < 0 && (errno != EEXIST || attempt == 100)) {
      temporary_.clear();
      fail(errno);
    }
  }
  struct stat old;
  if (::stat(file_.c_str(), &old) == 0) (void)::fchmod(descriptor_, old.st_mode & 07777);
}

Output::~Output() {
  if (descriptor_ > 1) ::close(descriptor_);
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

void Output::fail(int error) const {
  throw std::system_error(error, std::generic_category(),
                          file_.empty() ? "standard output" : file_.string());
}

void Output::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

void Output::flush() {
  std::string_view left = buffer_;
  while (!left.empty() && !reader_gone_) {
    const ssize_t count = ::write(descriptor_, left.data(), left.size());
    if (count >= 0) {
      left.remove_prefix(std::size_t(count));
    } else if (errno == EPIPE) {
      reader_gone_ = true;
    } else if (errno != EINTR) {
      const int error = errno;
      buffer_.clear();
      fail(error);
    }
  }
  buffer_.clear();
}

void Output::commit() {
  flush();
  if (temporary_.empty()) return;
  if (::fsync(descriptor_) != 0) fail(errno);
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (::close(descriptor) != 0) fail(errno);
  if (::rename(temporary_.c_str(), file_.c_str()) != 0) fail(errno);
  temporary_.clear();
}

}  // namespace assay
