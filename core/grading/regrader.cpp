#include "grading/regrader.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace assay {
namespace {

namespace fs = std::filesystem;

void add_absolute(std::vector<fs::path>& folders, const fs::path& folder) {
  const fs::path normal = fs::absolute(folder).lexically_normal();
  if (std::find(folders.begin(), folders.end(), normal) == folders.end()) folders.push_back(normal);
}

// A folder and those below it, without the hidden ones and without links, as answers are found.
void add_folder_tree(std::vector<fs::path>& folders, const fs::path& top) {
  add_absolute(folders, top);
  std::error_code error;
  for (fs::recursive_directory_iterator entry(top, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (!entry->is_directory(ignored) || entry->is_symlink(ignored)) continue;
    if (entry->path().filename().native().starts_with('.')) {
      entry.disable_recursion_pending();
    } else {
      add_absolute(folders, entry->path());
    }
  }
}

}  // namespace

Regrader::Regrader(std::vector<std::string> paths, SubmissionOptions options,
                   RubricLibrary& library, const GraderOptions& grading,
                   std::function<void(InputRecord&)> taken)
    : paths_(std::move(paths)),
      options_(std::move(options)),
      library_(library),
      grading_(grading),
      taken_(std::move(taken)) {}

// Whether it would come out as it did. REQUIRES: the library is refreshed.
bool Regrader::is_known(const Known& known, const InputRecord& record) {
  if (record.error) return known.error == record.error->message;
  if (known.text != record.answer.text || known.question != record.answer.question) return false;
  const RubricLibrary::Found found = library_.find(record.answer.question);
  return known.rubric == found.rubric && (found.rubric || known.error == found.error.message);
}

std::vector<Regraded> Regrader::grade() {
  if (std::exchange(graded_before_, true)) library_.refresh();
  std::vector<InputRecord> records;
  std::vector<std::string> keys;
  std::map<std::string, Known> kept;
  std::map<std::string, std::size_t> of_id;
  Submissions submissions(paths_, options_);
  for (InputRecord record; submissions.next(record);) {
    if (taken_) taken_(record);
    std::string key = record.answer.id;
    key += '\n' + std::to_string(of_id[record.answer.id]++);
    auto known = known_.extract(key);
    Known& now = kept[key];
    if (known) now = std::move(known.mapped());
    if (known && is_known(now, record)) continue;
    now.text = record.answer.text;
    now.question = record.answer.question;
    now.rubric = record.error ? nullptr : library_.find(now.question).rubric;
    records.push_back(std::move(record));
    keys.push_back(std::move(key));
  }
  known_ = std::move(kept);

  // What a grader keeps of rubrics that are gone goes with it. Threads of its own would only cost
  // the few answers of a round time.
  constexpr std::size_t kFew = 4;
  GraderOptions grading = grading_;
  if (records.size() <= kFew) grading.threads = 1;
  Grader grader(library_, grading);
  std::vector<Regraded> regraded;
  for (GradedAnswer& graded : grader.grade(std::move(records))) {
    Known& known = known_[keys[regraded.size()]];
    Regraded entry{std::move(graded), known.sheet};
    if (const auto* sheet = std::get_if<ScoreSheet>(&entry.now.outcome)) {
      known.sheet = *sheet;
      known.error.clear();
    } else {
      known.error = std::get<GradingError>(entry.now.outcome).message;
    }
    regraded.push_back(std::move(entry));
  }
  return regraded;
}

std::vector<fs::path> Regrader::folders() const {
  std::vector<fs::path> folders;
  for (const std::string& path : paths_) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      add_folder_tree(folders, path);
      continue;
    }
    add_absolute(folders, fs::absolute(path).parent_path());
    // What a link points to may be saved in its own folder.
    const fs::path target = fs::canonical(path, error);
    if (!error) add_absolute(folders, target.parent_path());
  }
  for (const fs::path& folder : library_.folders()) add_absolute(folders, folder);
  return folders;
}

}  // namespace assay
