#include "grading/overwriting.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

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

// What Submissions and read_bank() take from folders.
bool is_taken(const fs::path& file) {
  constexpr std::array<std::string_view, 5> kTaken = {".md", ".markdown", ".txt", ".jsonl",
                                                      ".ndjson"};
  const std::string extension = file.extension().string();
  return std::find(kTaken.begin(), kTaken.end(), extension) != kTaken.end() &&
         file.stem() != "README";
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

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
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      std::error_code ignored;
      const fs::path& path = entry->path();
      if (entry->is_directory(ignored)) {
        const bool entered =
            !is_hidden(path) && !entry->is_symlink(ignored) && !leaves_out(path, true);
        if (entered && is_in(path)) return true;
      } else if (file_ && is_answer(path) && is_file(path)) {
        return true;
      }
    }
    return false;
  }

 private:
  bool leaves_out(const fs::path& path, bool is_folder) const {
    return left_out_ && left_out_(path.lexically_normal(), is_folder);
  }
  bool is_answer(const fs::path& file) const {
    return is_taken(file) && !is_hidden(file) && !leaves_out(file, false);
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
