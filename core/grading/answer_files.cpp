#include "grading/answer_files.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace assay {

namespace fs = std::filesystem;

AnswerForm form_of(const fs::path& file) {
  const std::string extension = file.extension().string();
  constexpr std::array<std::string_view, 3> kText = {".md", ".markdown", ".txt"};
  constexpr std::array<std::string_view, 2> kRecords = {".jsonl", ".ndjson"};
  if (std::find(kText.begin(), kText.end(), extension) != kText.end()) return AnswerForm::text;
  if (std::find(kRecords.begin(), kRecords.end(), extension) != kRecords.end()) {
    return AnswerForm::records;
  }
  return AnswerForm::neither;
}

std::vector<AnswerPath> answers_in(const fs::path& folder, std::error_code& error) {
  std::vector<AnswerPath> found;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.filename().native().starts_with('.')) continue;
    std::error_code ignored;  // what cannot be looked at cannot be read: who reads it tells that
    const fs::file_status status = entry->status(ignored);
    const bool is_folder = fs::is_directory(status);
    const bool is_answer =
        form_of(path) != AnswerForm::neither && path.stem() != "README" && !fs::is_other(status);
    if (is_folder ? !entry->is_symlink(ignored) : is_answer) found.push_back({path, is_folder});
  }
  std::sort(found.begin(), found.end(),
            [](const AnswerPath& a, const AnswerPath& b) { return a.path < b.path; });
  return found;
}

}  // namespace assay
