// The rubrics of the folders searched, by question: found by their files' names, loaded on first
// use.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/record.h"
#include "host/plugins.h"
#include "rubric/diagnostics.h"
#include "rubric/load.h"

namespace assay {

// A question that has a rubric's file, loaded or not.
struct QuestionFile {
  std::string question;
  std::string pack;
  std::filesystem::path path;
};

// Not thread-safe: loading a rubric can load plugins, which forks. So all plugins are loaded before
// rubrics are parsed on several threads.
class RubricLibrary {
 public:
  // Each folder holds packs (`<pack>/<question>.toml`), is a pack itself where rubrics stand
  // directly in it, and may have `lexicons/`, which serve the rubrics of all folders; so do those
  // beside a folder that is a pack itself. Where two folders have a question the first wins; where
  // two packs of one folder have it, it is refused. Only names are read. `plugins` must outlive the
  // library.
  RubricLibrary(const std::vector<std::filesystem::path>& folders, PluginHost& plugins);

  struct Found {
    std::shared_ptr<const Rubric> rubric;  // null where there is none
    GradingError error;                    // then: "unknown-question" or "rubric-refused"
  };
  // Loads on first use. A refused rubric's mistakes are in diagnostics(), its error only counts
  // them.
  Found find(std::string_view question);
  // Loads on up to `threads` threads what find() would load for these questions; they have ended
  // when it returns. Leaves a single one to find().
  void load(std::span<const std::string_view> questions, unsigned threads);
  // Takes note of what changed on disk since it was read: questions come and go with their files,
  // and find() loads anew those whose file or one of whose lexicons is another now, and those that
  // were refused. All others keep their rubric. Forgets diagnostics().
  void refresh();
  // The folders that it looks for rubrics and lexicons in, packs included; some may not be there.
  const std::vector<std::filesystem::path>& folders() const { return folders_; }
  bool has(std::string_view question) const;
  // Whether all its plugins are those that were installed with the program.
  bool vouched_for(const Rubric& rubric) const;

  // Sorted by question.
  std::vector<QuestionFile> questions() const;
  // The mistakes of all rubrics refused so far, each file's once.
  const Diagnostics& diagnostics() const { return diagnostics_; }
  // Folders that were given but cannot be read, one clause each for a person.
  const std::vector<std::string>& unreadable() const { return unreadable_; }
  // For loading rubrics that stand elsewhere with the same lexicons and plugins.
  const LoadEnvironment& environment() const { return environment_; }

 private:
  struct Entry {
    QuestionFile file;
    std::vector<std::filesystem::path> rivals;  // the same question in other packs of its folder
    bool tried = false;
    std::shared_ptr<const Rubric> rubric;
    std::size_t mistakes = 0;
    std::uint64_t digest = 0;  // of the file's bytes
    std::vector<std::filesystem::path> lexicons;
  };
  using Entries = std::map<std::string, Entry, std::less<>>;

  struct Loading;

  void search();
  void add_pack(const std::filesystem::path& folder, Entries& into);
  void load(Entry& entry);
  void read(Loading& loading);
  void finish(Loading& loading);
  bool is_as_loaded(const Entry& entry,
                    const std::vector<std::filesystem::path>& changed_lexicons) const;

  // Begins the trials of plugins that rubrics will want, to go on while these are read.
  void expect_plugins(const std::vector<std::string>& names);

  PluginHost& plugins_;
  std::vector<std::filesystem::path> roots_;
  std::vector<std::filesystem::path> folders_;
  Entries entries_;
  LoadEnvironment environment_;
  Diagnostics diagnostics_;
  std::vector<std::string> unreadable_;
  bool touched_ = false;  // the heap
};

}  // namespace assay
