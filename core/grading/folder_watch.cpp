#include "grading/folder_watch.h"

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kSaved = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE;
constexpr std::uint32_t kGone = IN_DELETE | IN_MOVED_FROM;
constexpr std::uint32_t kFolderGone = IN_DELETE_SELF | IN_MOVE_SELF;
// Something is lost: events, a watch, or the file system below it.
constexpr std::uint32_t kUnknown = IN_Q_OVERFLOW | IN_IGNORED | IN_UNMOUNT | kFolderGone;

fs::path nearest_existing(fs::path folder) {
  std::error_code error;
  while (!fs::is_directory(folder, error) && folder.has_relative_path()) {
    folder = folder.parent_path();
  }
  return folder;
}

// A file just made is written and closed soon, which is told; a link comes whole.
bool is_complete(const fs::path& file) {
  struct stat status;
  if (::lstat(file.c_str(), &status) != 0) return false;
  return !S_ISREG(status.st_mode) || status.st_size > 0;
}

}  // namespace

FolderWatch::FolderWatch(std::set<std::string> extensions)
    : extensions_(std::move(extensions)), descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "inotify");
}

FolderWatch::~FolderWatch() { ::close(descriptor_); }

void FolderWatch::watch(const std::vector<fs::path>& folders) {
  std::map<int, fs::path> watched;
  for (const fs::path& wanted : folders) {
    const fs::path folder = nearest_existing(wanted);
    const int watch =
        ::inotify_add_watch(descriptor_, folder.c_str(), kSaved | kGone | kFolderGone | IN_ONLYDIR);
    if (watch >= 0) {
      watched[watch] = folder;
    } else if (errno == ENOSPC || errno == ENOMEM) {
      throw std::system_error(errno, std::generic_category(), "inotify: " + folder.string());
    }
  }
  for (const auto& [watch, folder] : folders_) {
    if (watched.find(watch) == watched.end()) ::inotify_rm_watch(descriptor_, watch);
  }
  folders_ = std::move(watched);
}

FolderWatch::News FolderWatch::take_in() {
  News news = News::none;
  const auto told = [&news](News more) { news = std::max(news, more); };
  alignas(inotify_event) std::array<char, 16384> buffer;
  for (ssize_t size; (size = ::read(descriptor_, buffer.data(), buffer.size())) > 0;) {
    for (const char* at = buffer.data(); at < buffer.data() + size;) {
      inotify_event event;
      std::memcpy(&event, at, sizeof event);
      const fs::path name = event.len > 0 ? at + sizeof event : "";
      at += sizeof event + event.len;
      const auto folder = folders_.find(event.wd);
      if (event.mask & IN_Q_OVERFLOW) told(News::saved);
      if (folder == folders_.end()) continue;  // watched no more
      if (event.mask & kUnknown) {
        told(News::saved);
      } else if (event.mask & IN_ISDIR) {
        told(event.mask & kGone ? News::gone : News::saved);
      } else if (extensions_.find(name.extension().string()) != extensions_.end()) {
        if (event.mask & kGone) {
          told(News::gone);
        } else if (!(event.mask & IN_CREATE) || is_complete(folder->second / name)) {
          told(News::saved);
        }
      }
    }
  }
  return news;
}

}  // namespace assay
