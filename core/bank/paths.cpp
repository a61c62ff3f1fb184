#include "bank/paths.h"

#include <algorithm>
#include <system_error>

namespace assay {

namespace fs = std::filesystem;

fs::path absolute_path(const fs::path& path) {
  std::error_code error;
  fs::path whole = fs::absolute(path, error).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

bool lies_in(const fs::path& path, const std::vector<fs::path>& folders) {
  return std::any_of(folders.begin(), folders.end(), [&](const fs::path& folder) {
    const fs::path below = path.lexically_relative(folder);
    return !below.empty() && *below.begin() != "..";
  });
}

std::string shown_path(const fs::path& path) {
  if (!path.is_absolute()) return path.string();
  const fs::path relative = path.lexically_normal().lexically_relative(fs::current_path());
  const bool inside = !relative.empty() && *relative.begin() != "..";
  return inside ? relative.string() : path.string();
}

}  // namespace assay
