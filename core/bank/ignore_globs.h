// Patterns of paths to leave out, as .gitignore writes them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

// `*` is any part of a name, `?` one character, `**` any folders. A pattern without a slash before
// its end holds for a name at any depth, another one for the path from the top. With a slash at
// its end it holds for folders only. What stands in a folder that is left out is left out too.
class IgnoreGlobs {
 public:
  // Why the pattern cannot be read; empty where it can, and then it is added.
  std::string add(std::string_view pattern);
  bool empty() const { return globs_.empty(); }
  // `path` is relative to the folder that the patterns stand in, with no `.` or `..` in it.
  bool ignores(const std::filesystem::path& path, bool is_folder) const;

 private:
  struct Glob {
    std::vector<std::string> parts;  // names; "**" for any folders
    bool folders_only;
  };
  bool matches(const std::vector<std::string>& parts, std::size_t count, bool is_folder) const;

  std::vector<Glob> globs_;
};

}  // namespace assay
