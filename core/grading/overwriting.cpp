#include "grading/overwriting.h"

#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <system_error>
#include <utility>

#include "grading/answer_files.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

using Identity = std::pair<dev_t, ino_t>;

std::optional<struct stat> status_of(const fs::path& path) {
  struct stat status;
  const int failed = path == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status);
  return failed == 0 ? std::optional(status) : std::nullopt;
}

std::optional<Identity> identity_of(const fs::path& path, mode_t type) {
  const std::optional<struct stat> status = status_of(path);
  if (!status || (status->st_mode & S_IFMT) != type) return std::nullopt;
  return Identity(status->st_dev, status->st_ino);
}

class Search {
 public:
  Search(const fs::path& output, const LeftOut& left_out)
      : name_(output.filename()), left_out_(left_out), file_(identity_of(output, S_IFREG)) {
    const fs::path folder = output.parent_path();
    folder_ = identity_of(folder.empty() ? "." : folder, S_IFDIR);
  }

  bool is_file(const fs::path& input) const {
    return file_ && identity_of(input, S_IFREG) == file_;
  }

  // Whether the output is, or would be, an answer in `folder`.
  bool is_in(const fs::path& folder) const {
    if (identity_of(folder, S_IFDIR) == folder_ && is_answer(folder / name_)) return true;
    std::error_code error;
    for (const auto& [path, is_folder] : answers_in(folder, error).answers) {
      if (leaves_out(path, is_folder)) continue;
      if (is_folder ? is_in(path) : is_file(path)) return true;
    }
    return false;
  }

 private:
  bool leaves_out(const fs::path& path, bool is_folder) const {
    return left_out_ && left_out_(path.lexically_normal(), is_folder);
  }
  bool is_answer(const fs::path& file) const {
    return is_answer_name(file) && !leaves_out(file, false);
  }

  const fs::path name_;
  const LeftOut& left_out_;
  std::optional<Identity> file_;
  std::optional<Identity> folder_;
};

}  // namespace

std::string why_not_write(const fs::path& output, const std::vector<std::string>& inputs,
                          const LeftOut& left_out) {
  const std::optional<struct stat> status = status_of(output);
  if (status && !S_ISREG(status->st_mode)) return {};
  const Search search(output, left_out);
  for (const std::string& input : inputs) {
    std::error_code ignored;
    if (input != "-" && fs::is_directory(input, ignored)) {
      if (search.is_in(input)) return "would be read as an answer in " + input;
    } else if (search.is_file(input)) {
      return "would replace what is read from it";
    }
  }
  return {};
}

bool is_same_file(const fs::path& a, const fs::path& b) {
  const std::optional<Identity> file = identity_of(a, S_IFREG);
  return file && identity_of(b, S_IFREG) == file;
}

}  // namespace assay
