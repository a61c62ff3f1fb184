#include "grading/rubric_library.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "host/heap.h"
#include "rubric/digest.h"
#include "rubric/source_text.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLexicons = "lexicons";

bool hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

// Sorted, so that nothing depends on the order of a folder on disk.
std::vector<fs::path> listed(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> paths;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (!hidden(entry->path())) paths.push_back(entry->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

// The names in a line `plugins = ["a", "b"]` of a file's head. Where they are written in another
// way they are found when the file is read.
std::vector<std::string_view> plugins_mentioned(std::string_view toml) {
  constexpr std::string_view kKey = "\nplugins = [";
  std::vector<std::string_view> names;
  toml = toml.substr(0, toml.find("\n["));
  const std::size_t at = toml.find(kKey);
  if (at == toml.npos) return names;
  std::string_view list = toml.substr(at + kKey.size());
  list = list.substr(0, std::min(list.find(']'), list.find('\n')));
  while (true) {
    const std::size_t begin = list.find('"');
    if (begin == list.npos) return names;
    const std::size_t end = list.find('"', begin + 1);
    if (end == list.npos) return names;
    names.push_back(list.substr(begin + 1, end - begin - 1));
    list.remove_prefix(end + 1);
  }
}

std::string counted_mistakes(std::size_t count) {
  return count == 1 ? "1 mistake" : std::to_string(count) + " mistakes";
}

}  // namespace

RubricLibrary::RubricLibrary(const std::vector<fs::path>& folders, PluginHost& plugins)
    : plugins_(plugins), roots_(folders) {
  search();
  environment_.plugin_names = plugins.available();
  environment_.plugin_kinds = [&plugins](std::string_view name) {
    LoadEnvironment::PluginKinds result;
    if (const LoadedPlugin* plugin = plugins.load(name, result.error)) result.kinds = plugin->kinds;
    return result;
  };
}

void RubricLibrary::search() {
  entries_.clear();
  folders_.clear();
  unreadable_.clear();
  environment_.lexicon_folders.clear();
  for (const fs::path& folder : roots_) {
    std::error_code error;
    const std::vector<fs::path> paths = listed(folder, error);
    if (error) {
      unreadable_.push_back(folder.string() + ": " + error.message());
      folders_.push_back(folder);
      continue;
    }
    Entries found;
    add_pack(folder, found);
    for (const fs::path& path : paths) {
      if (!is_folder(path)) continue;
      if (path.filename() == kLexicons) {
        environment_.lexicon_folders.push_back(path);
        folders_.push_back(path);
      } else {
        add_pack(path, found);
      }
    }
    entries_.merge(found);  // keeps what an earlier folder has
  }
}

void RubricLibrary::add_pack(const fs::path& folder, Entries& into) {
  folders_.push_back(folder);
  std::error_code ignored;  // a pack that cannot be read has no questions
  for (const fs::path& path : listed(folder, ignored)) {
    if (path.extension() != ".toml" || is_folder(path)) continue;
    Entry entry;
    entry.file = {path.stem().string(), folder.filename().string(), path};
    const auto [at, added] = into.try_emplace(path.stem().string(), std::move(entry));
    if (!added) at->second.rivals.push_back(path);
  }
}

bool RubricLibrary::vouched_for(const Rubric& rubric) const {
  return std::all_of(rubric.plugins.begin(), rubric.plugins.end(), [&](const std::string& name) {
    std::string ignored;
    const LoadedPlugin* plugin = plugins_.load(name, ignored);
    return plugin && plugin->installed;
  });
}

RubricLibrary::Found RubricLibrary::find(std::string_view question) {
  const auto at = entries_.find(question);
  if (at == entries_.end()) {
    std::vector<std::string> names;
    for (const auto& [name, entry] : entries_) names.push_back(name);
    std::string message = "there is no question \"" + std::string(question) + "\"";
    if (const std::string near = nearest(question, names); !near.empty()) {
      message += "; did you mean \"" + near + "\"?";
    } else if (names.empty()) {
      message += ", nor any other: no rubrics were found";
    }
    return {nullptr, {"unknown-question", std::move(message), {}}};
  }
  Entry& entry = at->second;
  if (!std::exchange(entry.tried, true)) load(entry);
  if (entry.rubric) return {entry.rubric, {}};
  return {nullptr,
          {"rubric-refused",
           "the rubric has " + counted_mistakes(entry.mistakes) + ": " + entry.file.path.string(),
           {}}};
}

void RubricLibrary::load(Entry& entry) {
  Diagnostics mistakes;
  for (const fs::path& rival : entry.rivals) {
    mistakes.push_back(
        {rival.string(),
         0,
         0,
         "the question \"" + entry.file.question + "\" has another rubric in this folder",
         "one of this and " + entry.file.path.string(),
         {}});
  }
  if (entry.rivals.empty()) {
    if (const std::optional<std::string> bytes = read_source(entry.file.path, mistakes)) {
      expect_plugins(*bytes);
      entry.digest = digest_of(*bytes);
      LoadEnvironment environment = environment_;
      environment.lexicon_used = [&entry](const fs::path& path) { entry.lexicons.push_back(path); };
      entry.rubric = parse_rubric(*bytes, entry.file.path, environment, mistakes);
    }
  }
  entry.mistakes = mistakes.size();
  diagnostics_.insert(diagnostics_.end(), mistakes.begin(), mistakes.end());
}

void RubricLibrary::expect_plugins(std::string_view toml) {
  bool forked = false;
  for (const std::string_view name : plugins_mentioned(toml)) forked |= plugins_.expect(name);
  if (forked || !std::exchange(touched_, true)) touch_heap();
}

void RubricLibrary::refresh() {
  Entries before = std::move(entries_);
  diagnostics_.clear();
  search();
  const std::vector<fs::path> changed_lexicons = forget_changed(*environment_.lexicons);
  for (auto& [question, old] : before) {
    const auto now = entries_.find(question);
    if (now == entries_.end() || !old.rubric || now->second.file.path != old.file.path ||
        !now->second.rivals.empty() || !is_as_loaded(old, changed_lexicons)) {
      continue;
    }
    now->second = std::move(old);
  }
}

bool RubricLibrary::is_as_loaded(const Entry& entry,
                                 const std::vector<fs::path>& changed_lexicons) const {
  Diagnostics ignored;
  const std::optional<std::string> bytes = read_source(entry.file.path, ignored);
  if (!bytes || digest_of(*bytes) != entry.digest) return false;
  return std::none_of(entry.lexicons.begin(), entry.lexicons.end(), [&](const fs::path& used) {
    if (std::find(changed_lexicons.begin(), changed_lexicons.end(), used) !=
        changed_lexicons.end()) {
      return true;
    }
    // Another folder that is searched earlier may have a lexicon of the name by now.
    const auto first =
        std::find_if(environment_.lexicon_folders.begin(), environment_.lexicon_folders.end(),
                     [&](const fs::path& folder) { return fs::exists(folder / used.filename()); });
    return first == environment_.lexicon_folders.end() ||
           (*first / used.filename()).lexically_normal() != used;
  });
}

bool RubricLibrary::has(std::string_view question) const {
  return entries_.find(question) != entries_.end();
}

std::vector<QuestionFile> RubricLibrary::questions() const {
  std::vector<QuestionFile> files;
  for (const auto& [question, entry] : entries_) files.push_back(entry.file);
  return files;
}

}  // namespace assay
