#include "grading/answer_files.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace assay {

namespace fs = std::filesystem;

AnswerForm form_of(const fs::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  }
  constexpr std::array<std::string_view, 3> kText = {".md", ".markdown", ".txt"};
  constexpr std::array<std::string_view, 2> kRecords = {".jsonl", ".ndjson"};
  if (std::find(kText.begin(), kText.end(), extension) != kText.end()) return AnswerForm::text;
  if (std::find(kRecords.begin(), kRecords.end(), extension) != kRecords.end()) {
    return AnswerForm::records;
  }
  return AnswerForm::neither;
}

bool is_answer_name(const fs::path& file) {
  return form_of(file) != AnswerForm::neither && file.stem() != "README" &&
         !file.filename().native().starts_with('.');
}

AnswerFolder answers_in(const fs::path& folder, std::error_code& error) {
  AnswerFolder found;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.filename().native().starts_with('.')) continue;
    std::error_code ignored;  // what cannot be looked at cannot be read: who reads it tells that
    const fs::file_status status = entry->status(ignored);
    const bool is_folder = fs::is_directory(status);
    if (is_folder ? entry->is_symlink(ignored) : fs::is_other(status)) continue;
    if (is_folder || is_answer_name(path)) {
      found.answers.push_back({path, is_folder});
    } else {
      found.left_out.push_back(path);
    }
  }
  std::sort(found.answers.begin(), found.answers.end(),
            [](const AnswerPath& a, const AnswerPath& b) { return a.path < b.path; });
  std::sort(found.left_out.begin(), found.left_out.end());
  return found;
}

}  // namespace assay
