// Tells when files in some folders are saved, by inotify. Folders are watched and not files: most
// editors write a new file and rename it, and then the old one is nobody's any more.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace assay {

class FolderWatch {
 public:
  enum class News {
    none,   // nothing that matters
    gone,   // something was removed or renamed away, which an editor may be about to put back
    saved,  // a file was written and closed, or renamed to its place; or no one knows what happened
  };

  // Of files with other extensions (".toml") nothing is told.
  // Throws std::system_error where the system has no more watches to give.
  explicit FolderWatch(std::set<std::string> extensions);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Watches these from now on, and no others. Where a folder is not there, the nearest one above it
  // that is, until it comes.
  void watch(const std::vector<std::filesystem::path>& folders);

  // Readable when there is something to take in.
  int descriptor() const { return descriptor_; }
  // All that has happened so far, the weightiest of it. Does not wait.
  News take_in();

 private:
  std::set<std::string> extensions_;
  int descriptor_ = -1;
  std::map<int, std::filesystem::path> folders_;  // by watch descriptor
};

}  // namespace assay
