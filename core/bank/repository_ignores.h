// The .gitignore files of a repository.
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "bank/ignore_patterns.h"
#include "rubric/diagnostics.h"

namespace assay {

// Of every repository that is asked after: from the folder that has a `.git` down. Files are read
// as they are needed, once. What only one machine knows, core.excludesFile and .git/info/exclude,
// is not read, so that every clone is checked alike; and neither is what git tracks in spite of
// its patterns. A linked .gitignore is none, as for git. Outside of repositories nothing is left
// out.
class RepositoryIgnores {
 public:
  RepositoryIgnores();
  ~RepositoryIgnores();

  // Whether the patterns leave out a file or folder that stands in a folder which they do not leave
  // out. REQUIRES: `entry` is absolute and without `.` and `..`.
  bool leave_out(const std::filesystem::path& entry, bool is_folder);

  // .gitignore files that cannot be read.
  const Diagnostics& mistakes() const { return mistakes_; }

 private:
  struct Folder;
  const Folder* folder_at(const std::filesystem::path& path);

  std::map<std::filesystem::path, std::unique_ptr<Folder>> folders_;  // null: in no repository
  Diagnostics mistakes_;
};

}  // namespace assay
