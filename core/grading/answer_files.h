// Which files are answers, for all that read folders of them.
#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

namespace assay {

enum class AnswerForm {
  text,     // *.md, *.markdown, *.txt, in letters of either case: one answer
  records,  // *.jsonl, *.ndjson
  neither,
};
AnswerForm form_of(const std::filesystem::path& file);

// Whether a folder's file of this name is read: one of either form that is not hidden nor called
// README.
bool is_answer_name(const std::filesystem::path& file);

struct AnswerPath {
  std::filesystem::path path;
  bool is_folder;
};

// What of a folder is to be read: its files of either form and its folders, ordered by name;
// without what is hidden, linked folders, and pipes, sockets and devices, which might never end.
struct AnswerFolder {
  std::vector<AnswerPath> answers;
  std::vector<std::filesystem::path> left_out;  // files of neither form, and those called README
};

// With `error`, what was found before it.
AnswerFolder answers_in(const std::filesystem::path& folder, std::error_code& error);

}  // namespace assay
