#include "grading/rubric_library.h"

#include <algorithm>
#include <atomic>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "grading/thread_pool.h"
#include "host/heap.h"
#include "rubric/digest.h"
#include "rubric/source_text.h"
#include "rubric/toml_source.h"

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

// A pipe, a socket or a device, which might never end.
bool is_no_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_other(fs::status(path, ignored));
}

// Where the line that follows begins, and strings of several lines are part of the one they begin
// in.
std::size_t behind_line(std::string_view toml, std::size_t at) {
  while (at < toml.size() && toml[at] != '\n') {
    const char c = toml[at];
    if (c == '#') return std::min(toml.find('\n', at), toml.size() - 1) + 1;
    at = c == '"' || c == '\'' ? behind_string(toml, at) : at + 1;
  }
  return at + 1;
}

// The names in a line `plugins = ["a", "b"]` of a file's head. Where they are written in another
// way they are found when the file is read.
std::vector<std::string> plugins_mentioned(std::string_view toml) {
  constexpr std::string_view kKey = "plugins = [";
  std::vector<std::string> names;
  std::string_view list;
  for (std::size_t at = 0; at < toml.size() && toml[at] != '['; at = behind_line(toml, at)) {
    if (!toml.substr(at).starts_with(kKey)) continue;
    list = toml.substr(at + kKey.size());
    list = list.substr(0, std::min(list.find(']'), list.find('\n')));
    break;
  }
  while (true) {
    const std::size_t begin = list.find('"');
    if (begin == list.npos) return names;
    const std::size_t end = list.find('"', begin + 1);
    if (end == list.npos) return names;
    names.emplace_back(list.substr(begin + 1, end - begin - 1));
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
    const bool is_pack = !found.empty();
    for (const fs::path& path : paths) {
      if (!is_folder(path)) continue;
      if (path.filename() == kLexicons) {
        environment_.lexicon_folders.push_back(path);
        folders_.push_back(path);
      } else {
        add_pack(path, found);
      }
    }
    // Of a pack that was given by itself, the lexicons stand beside it.
    const fs::path pack = folder.has_filename() ? folder : folder.parent_path();
    const fs::path beside = pack.parent_path() / kLexicons;
    std::vector<fs::path>& lexicons = environment_.lexicon_folders;
    const bool known = std::find(lexicons.begin(), lexicons.end(), beside) != lexicons.end();
    if (is_pack && !known && is_folder(beside)) {
      lexicons.push_back(beside);
      folders_.push_back(beside);
    }
    entries_.merge(found);  // keeps what an earlier folder has
  }
}

void RubricLibrary::add_pack(const fs::path& folder, Entries& into) {
  folders_.push_back(folder);
  std::error_code ignored;  // a pack that cannot be read has no questions
  for (const fs::path& path : listed(folder, ignored)) {
    if (path.extension() != ".toml" || is_folder(path) || is_no_file(path)) continue;
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
    message +=
        names.empty() ? ", nor any other: no rubrics were found" : did_you_mean(question, names);
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

// An entry on its way to a rubric.
struct RubricLibrary::Loading {
  Entry& entry;
  Diagnostics mistakes;
  std::optional<std::string> bytes;  // of its file, where that is to be parsed
  std::vector<std::string> plugins;  // that the file mentions

  void parse(LoadEnvironment environment) {
    if (!bytes) return;
    entry.lexicons.clear();
    environment.lexicon_used = [this](const fs::path& path) { entry.lexicons.push_back(path); };
    entry.rubric = parse_rubric(*bytes, entry.file.path, environment, mistakes);
  }
};

void RubricLibrary::read(Loading& loading) {
  Entry& entry = loading.entry;
  entry.tried = true;
  for (const fs::path& rival : entry.rivals) {
    loading.mistakes.push_back(
        {rival.string(),
         0,
         0,
         "the question \"" + entry.file.question + "\" has another rubric in this folder",
         "one of this and " + entry.file.path.string(),
         {}});
  }
  if (!entry.rivals.empty()) return;
  loading.bytes = read_source(entry.file.path, loading.mistakes);
  if (!loading.bytes) return;
  entry.digest = digest_of(*loading.bytes);
  loading.plugins = plugins_mentioned(*loading.bytes);
}

void RubricLibrary::finish(Loading& loading) {
  loading.entry.mistakes = loading.mistakes.size();
  diagnostics_.insert(diagnostics_.end(), loading.mistakes.begin(), loading.mistakes.end());
}

void RubricLibrary::load(Entry& entry) {
  Loading loading{entry, {}, {}, {}};
  read(loading);
  expect_plugins(loading.plugins);
  loading.parse(environment_);
  finish(loading);
}

void RubricLibrary::load(std::span<const std::string_view> questions, unsigned threads) {
  std::vector<Loading> loadings;
  for (const std::string_view question : questions) {
    const auto at = entries_.find(question);
    if (at == entries_.end() || at->second.tried) continue;
    loadings.push_back({at->second, {}, {}, {}});
  }
  if (loadings.size() < 2 || threads < 2) return;
  std::vector<std::string> names;
  for (Loading& loading : loadings) {
    read(loading);
    names.insert(names.end(), loading.plugins.begin(), loading.plugins.end());
  }
  expect_plugins(names);
  std::map<std::string, LoadEnvironment::PluginKinds, std::less<>> kinds;
  for (const std::string& name : names) {
    if (!kinds.contains(name)) kinds.emplace(name, environment_.plugin_kinds(name));
  }
  // Whether it is left for later: it wants a plugin that it did not mention, or there was no room.
  std::vector<char> late(loadings.size());
  std::atomic<std::size_t> next = 0;
  const auto parse = [&] {
    for (std::size_t i; (i = next.fetch_add(1)) < loadings.size();) {
      try {
        LoadEnvironment own = environment_;
        own.plugin_kinds = [&, i](std::string_view name) {
          const auto known = kinds.find(name);
          if (known != kinds.end()) return known->second;
          late[i] = true;
          return LoadEnvironment::PluginKinds{};
        };
        loadings[i].parse(std::move(own));
      } catch (const std::bad_alloc&) {  // the other threads' will be free
        late[i] = true;
      }
      if (!late[i]) loadings[i].bytes.reset();
    }
  };
  {
    const std::size_t all = std::min<std::size_t>(threads, loadings.size());
    const std::vector<std::jthread> others = start_threads(all - 1, parse);
    parse();
  }
  for (std::size_t i = 0; i < loadings.size(); ++i) {
    if (late[i]) {
      loadings[i].mistakes.clear();
      loadings[i].parse(environment_);
    }
    finish(loadings[i]);
  }
}

void RubricLibrary::expect_plugins(const std::vector<std::string>& names) {
  bool forked = false;
  for (const std::string& name : names) forked |= plugins_.expect(name);
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
