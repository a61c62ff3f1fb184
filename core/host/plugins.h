// Finds, checks and loads plugins. The only part of assay that runs code it did not build.
//
// A plugin is tried in a child process before it is loaded into this one, because a library can
// crash or end its process before any of its functions is called. What is refused, is refused with
// one line that names the plugin and its file, what is wrong, and what to do. So is, untried, a
// file that anybody may write or replace: every folder on the way to it counts, links followed,
// unless it is sticky.
#pragma once

#include <chrono>
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
  bool installed = false;       // with the program, and not from elsewhere
  std::span<const Kind> kinds;  // for as long as the process lives: nothing is ever unloaded
};

// 16 hex digits over the bytes of its file, which tell one build from another; no defence against
// whoever makes a file on purpose. Empty where the file cannot be read.
std::string hash_of(const LoadedPlugin& plugin);

// The plugins of one process. Not thread-safe: load while no other thread is at work, because the
// trial of a plugin forks (host/trial.h). Hosts of the same process share the libraries and plugin
// objects that they load, which stay in it until it ends.
class PluginHost {
 public:
  // Folders are searched in order; the first `<name>.so` wins, and is refused rather than passed
  // over where it is unfit. A trial that takes longer than `patience` refuses the plugin.
  explicit PluginHost(std::vector<std::filesystem::path> folders,
                      std::chrono::milliseconds patience = std::chrono::seconds(10));
  ~PluginHost();

  // Loads `<folder>/<name>.so` on first use. Null where it is refused; then `why` says so. A name
  // that was refused once stays refused, without another trial.
  const LoadedPlugin* load(std::string_view name, std::string& why);
  // A hint that load() will be asked for the name: its trial, where it needs one, begins now and
  // goes on until then. True where it did.
  bool expect(std::string_view name);
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
