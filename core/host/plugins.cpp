#include "host/plugins.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <system_error>
#include <utility>

#include "host/elf_file.h"
#include "host/library.h"
#include "host/log.h"
#include "host/trial.h"
#include "rubric/digest.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

std::string refusal(std::string_view name, const fs::path& file, const std::string& why) {
  return "plugin \"" + std::string(name) + "\" is refused: " + file.string() + " " + why;
}

// The plugins in this process by the file they came from; made once, whoever asks.
std::map<fs::path, OpenedPlugin>& in_process() {
  static auto& opened = *new std::map<fs::path, OpenedPlugin>;
  return opened;
}

bool anybody_may_write(const fs::path& path) {
  struct stat found = {};
  if (::lstat(path.c_str(), &found) != 0 || S_ISLNK(found.st_mode)) return false;
  const bool sticky = S_ISDIR(found.st_mode) && (found.st_mode & S_ISVTX) != 0;
  return (found.st_mode & S_IWOTH) != 0 && !sticky;
}

std::string take_away(const fs::path& path) {
  return " by anybody; take that right away with chmod o-w " + path.string();
}

// Whoever may write a library, or put another in its place, may run code as whoever loads it. So
// this follows the path as the kernel does and looks at every folder on the way, those that links
// lead through included. In a sticky folder, as /tmp is one, nobody can replace what is another's.
std::string why_not_trustworthy(const fs::path& file) {
  constexpr int kMostLinks = 40;  // as the kernel has it
  std::list<fs::path> left(file.begin(), file.end());
  fs::path at;
  for (int links = 0; !left.empty();) {
    const fs::path step = left.front();
    left.pop_front();
    if (step.is_absolute()) {
      at = step;
    } else if (step == "..") {
      at = at.parent_path();
    } else if (!step.empty() && step != ".") {
      std::error_code error;
      const fs::path target = fs::read_symlink(at / step, error);
      if (error) {
        at /= step;
      } else if (++links > kMostLinks) {
        return "is a link that leads nowhere";
      } else {
        left.insert(left.begin(), target.begin(), target.end());
      }
    }
    if (!left.empty() && anybody_may_write(at)) {
      return "stands in a folder that can be written" + take_away(at);
    }
  }
  return anybody_may_write(at) ? "can be written" + take_away(at) : std::string();
}

// Why a file is not even to be tried.
std::string why_unfit(const fs::path& file) {
  std::string why = why_not_a_library(file);
  if (!why.empty()) return why + "; build the plugin for this machine and install it whole";
  return why_not_trustworthy(file);
}

// The plugin of a file, tried and loaded where it is not in the process yet; or null and `why`.
// `begun`: its trial, or null. REQUIRES: `file` is absolute.
const LoadedPlugin* open_once(const fs::path& file, std::string_view name,
                              std::unique_ptr<Trial> begun, std::chrono::milliseconds patience,
                              std::string& why) {
  if (const auto found = in_process().find(file); found != in_process().end()) {
    return &found->second.loaded;
  }
  log(LogLevel::debug, "trying plugin " + file.string());
  if (why = why_unfit(file); !why.empty()) return nullptr;
  if (!begun) begun = std::make_unique<Trial>(check_of(file, name));
  if (why = verdict_of(begun->end(patience)); !why.empty()) return nullptr;
  OpenedPlugin opened;
  why = open_plugin(
      file, name, [](const char*) {}, opened);
  if (!why.empty()) return nullptr;
  log(LogLevel::debug, "loaded plugin " + opened.loaded.name + " " + opened.loaded.version + ": " +
                           std::to_string(opened.loaded.kinds.size()) + " kinds");
  return &in_process().emplace(file, std::move(opened)).first->second.loaded;
}

}  // namespace

std::string hash_of(const LoadedPlugin& plugin) {
  std::ifstream file(plugin.path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return file ? digits_of(digest_of(bytes)) : std::string();
}

struct PluginHost::State {
  struct Entry {
    fs::path file;  // empty where none was found
    const LoadedPlugin* plugin;
    std::string why;
  };

  std::vector<fs::path> folders;
  std::chrono::milliseconds patience;
  std::map<std::string, Entry, std::less<>> by_name;
  std::map<fs::path, std::unique_ptr<Trial>> trials;  // that have begun, by file

  fs::path find(std::string_view name) const {
    for (const fs::path& folder : folders) {
      fs::path file = folder / (std::string(name) + ".so");
      std::error_code error;
      if (fs::exists(fs::symlink_status(file, error))) return file;
    }
    return {};
  }

  std::string why_not_found(std::string_view name) const {
    std::string why = "plugin \"" + std::string(name) + "\" is not found in";
    for (const fs::path& folder : folders) {
      why += (&folder == &folders.front() ? " " : ", ") + folder.string();
    }
    if (folders.empty()) why += " any folder";
    return why + "; add its folder with --plugin-dir or ASSAY_PLUGIN_PATH";
  }
};

PluginHost::PluginHost(std::vector<fs::path> folders, std::chrono::milliseconds patience)
    : state_(std::make_unique<State>()) {
  // The loader of the C library searches folders of its own for anything but an absolute path.
  for (fs::path& folder : folders) folder = fs::absolute(folder).lexically_normal();
  state_->folders = std::move(folders);
  state_->patience = patience;
}

PluginHost::~PluginHost() = default;

bool PluginHost::expect(std::string_view name) {
  if (!is_name(name) || state_->by_name.find(name) != state_->by_name.end()) return false;
  const fs::path file = state_->find(name);
  if (file.empty() || in_process().find(file) != in_process().end() || !why_unfit(file).empty()) {
    return false;
  }
  std::unique_ptr<Trial>& trial = state_->trials[file];
  if (trial) return false;
  trial = std::make_unique<Trial>(check_of(file, name));
  return true;
}

const LoadedPlugin* PluginHost::load(std::string_view name, std::string& why) {
  if (const auto known = state_->by_name.find(name); known != state_->by_name.end()) {
    why = known->second.why;
    return known->second.plugin;
  }
  // Before it becomes a part of a path.
  if (!is_name(name)) {
    why = "\"" + std::string(name) +
          "\" is no plugin's name: they are lower-case letters, digits and hyphens";
    return nullptr;
  }
  const fs::path file = state_->find(name);
  if (!file.empty()) return load_file(file, why);
  why = state_->why_not_found(name);
  state_->by_name.emplace(name, State::Entry{{}, nullptr, why});
  return nullptr;
}

const LoadedPlugin* PluginHost::load_file(const fs::path& given, std::string& why) {
  const fs::path file = fs::absolute(given).lexically_normal();
  const std::string name = file.stem().string();
  if (!is_name(name) || file.extension() != ".so") {
    why = refusal(
        name, file,
        "is no plugin's name; call it <name>.so, in lower-case letters, digits and hyphens");
    return nullptr;
  }
  if (const auto known = state_->by_name.find(name);
      known != state_->by_name.end() && !known->second.file.empty()) {
    const State::Entry& entry = known->second;
    why = entry.why;
    if (entry.file == file) return entry.plugin;
    if (entry.plugin) {
      why = refusal(name, file,
                    "has the name of " + entry.file.string() + ", which is loaded; rename one");
      return nullptr;
    }
  }
  std::unique_ptr<Trial> begun;
  if (auto trial = state_->trials.extract(file)) begun = std::move(trial.mapped());
  const LoadedPlugin* plugin = open_once(file, name, std::move(begun), state_->patience, why);
  why = plugin ? "" : refusal(name, file, why);
  if (!plugin) log(LogLevel::debug, why);
  state_->by_name.insert_or_assign(name, State::Entry{file, plugin, why});
  return plugin;
}

std::vector<std::string> PluginHost::available() const {
  std::vector<std::string> names;
  for (const fs::path& folder : state_->folders) {
    std::error_code error;
    fs::directory_iterator entries(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const fs::path& file = entries->path();
      if (file.extension() == ".so" && is_name(file.stem().string())) {
        names.push_back(file.stem().string());
      }
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace assay
