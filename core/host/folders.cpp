#include "host/folders.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace assay {
namespace {

namespace fs = std::filesystem;

void add_once(std::vector<fs::path>& folders, fs::path folder) {
  if (std::find(folders.begin(), folders.end(), folder) == folders.end()) {
    folders.push_back(std::move(folder));
  }
}

void add_existing(std::vector<fs::path>& folders, const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) add_once(folders, folder.lexically_normal());
}

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

void add_list(std::vector<fs::path>& folders, std::string_view list) {
  while (!list.empty()) {
    const std::size_t colon = std::min(list.find(':'), list.size());
    const fs::path entry = list.substr(0, colon);
    if (entry.is_absolute()) add_existing(folders, entry);
    list.remove_prefix(std::min(colon + 1, list.size()));
  }
}

// The user's own data folder by the XDG base directory rules; empty where there is none.
fs::path data_home() {
  const fs::path xdg = environment("XDG_DATA_HOME");
  if (xdg.is_absolute()) return xdg;
  const fs::path home = environment("HOME");
  return home.is_absolute() ? home / ".local/share" : fs::path();
}

std::vector<fs::path> search(std::span<const fs::path> given, const char* variable,
                             std::string_view in_data_home, std::string_view beside_program) {
  std::vector<fs::path> folders;
  for (const fs::path& folder : given) add_once(folders, fs::absolute(folder).lexically_normal());
  add_list(folders, environment(variable));
  if (const fs::path home = data_home(); !home.empty()) add_existing(folders, home / in_data_home);
  if (const fs::path root = installation(); !root.empty())
    add_existing(folders, root / beside_program);
  return folders;
}

}  // namespace

fs::path installed_plugins() {
  const fs::path root = installation();
  return root.empty() ? root : (root / ASSAY_PLUGIN_DIR).lexically_normal();
}

fs::path installation() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path().parent_path();
}

fs::path starts_folder() { return installation() / ASSAY_STARTS_DIR; }

Folders search_folders(std::span<const fs::path> plugin_dirs,
                       std::span<const fs::path> rubric_dirs) {
  return {search(plugin_dirs, "ASSAY_PLUGIN_PATH", "assay/plugins", ASSAY_PLUGIN_DIR),
          search(rubric_dirs, "ASSAY_RUBRIC_PATH", "assay/rubrics", ASSAY_RUBRIC_DIR)};
}

}  // namespace assay
