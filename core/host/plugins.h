// Finds, checks and loads plugins. The only part of assay that runs code it did not build.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assay/kind.h"

namespace assay {

struct LoadedPlugin {
  std::string name;
  std::string version;
  std::filesystem::path path;
  std::span<const Kind> kinds;  // for as long as the process lives: nothing is ever unloaded
};

// The plugins of one process. Not thread-safe: load before threads are started (the check of a
// plugin forks).
class PluginHost {
 public:
  // Folders are searched in order; the first `<name>.so` wins.
  explicit PluginHost(std::vector<std::filesystem::path> folders);
  ~PluginHost();

  // Loads `<folder>/<name>.so` on first use. Null where it is refused; then `why` says so by name:
  // what is wrong and what to do.
  const LoadedPlugin* load(std::string_view name, std::string& why);
  // Loads one file; refused also where its name differs from the file's or is already taken by
  // another file.
  const LoadedPlugin* load_file(const std::filesystem::path& file, std::string& why);
  // The names found in the folders, sorted, without loading anything.
  std::vector<std::string> available() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace assay
