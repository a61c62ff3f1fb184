#include "bank/repository_ignores.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "rubric/source_text.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

IgnorePatterns read_patterns(const fs::path& file, Diagnostics& mistakes) {
  IgnorePatterns patterns;
  std::error_code error;
  if (fs::symlink_status(file, error).type() != fs::file_type::regular) return patterns;
  const std::optional<std::string> bytes = read_source(file, mistakes);
  if (!bytes) return patterns;
  std::string_view rest = *bytes;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    patterns.add_line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return patterns;
}

}  // namespace

struct RepositoryIgnores::Folder {
  const Folder* above;  // null at the repository's root
  IgnorePatterns patterns;
};

RepositoryIgnores::RepositoryIgnores() = default;
RepositoryIgnores::~RepositoryIgnores() = default;

const RepositoryIgnores::Folder* RepositoryIgnores::folder_at(const fs::path& path) {
  const auto known = folders_.find(path);
  if (known != folders_.end()) return known->second.get();
  std::error_code error;
  const bool root = fs::exists(path / ".git", error);
  const Folder* above = nullptr;
  if (!root && path != path.parent_path()) above = folder_at(path.parent_path());
  std::unique_ptr<Folder>& folder = folders_[path];
  if (root || above) {
    folder.reset(new Folder{above, read_patterns(path / ".gitignore", mistakes_)});
  }
  return folder.get();
}

bool RepositoryIgnores::leave_out(const fs::path& entry, bool is_folder) {
  // The patterns nearest to the entry come before those above it.
  fs::path relative = entry.filename();
  fs::path at = entry.parent_path();
  for (const Folder* folder = folder_at(at); folder; folder = folder->above) {
    const auto says = folder->patterns.of(relative.generic_string(), is_folder);
    if (says != IgnorePatterns::Says::nothing) return says == IgnorePatterns::Says::leave_out;
    relative = at.filename() / relative;
    at = at.parent_path();
  }
  return false;
}

}  // namespace assay
