#include "cli/rubric_files.h"

#include <algorithm>

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".toml";
constexpr std::string_view kLexicons = "lexicons";

fs::path near_path(const fs::path& path) {
  const fs::path plain = path.lexically_normal();
  if (!plain.is_absolute()) return plain;
  const fs::path relative = plain.lexically_relative(fs::current_path());
  const bool inside = !relative.empty() && *relative.begin() != "..";
  return inside ? relative : plain;
}

template <class Value>
void add_once(std::vector<Value>& to, const Value& value) {
  if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

class Finder {
 public:
  explicit Finder(const RubricLibrary& library) : library_(library) {}

  void all() {
    for (const QuestionFile& file : library_.questions())
      found_.rubrics.push_back(near_path(file.path));
    for (const fs::path& folder : library_.environment().lexicon_folders) add_folder(folder);
    found_.whole = true;
  }

  void named(const std::string& name) {
    std::error_code error;
    if (fs::is_directory(name, error)) {
      if (!add_folder(name)) {
        found_.mistakes.push_back({name, 0, 0, "there are no rubrics in it", {}, {}});
      }
      // A folder with its lexicons in it has all that use them.
      found_.whole = found_.whole || fs::is_directory(fs::path(name) / kLexicons, error);
    } else if (fs::path(name).extension() == kExtension) {
      add_file(name);
    } else {
      add_question(name);
    }
  }

  RubricFiles take() { return std::move(found_); }

 private:
  // False where there is none in it.
  bool add_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> paths;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      if (entry->path().extension() == kExtension) paths.push_back(entry->path());
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) add_file(path);
    return !paths.empty();
  }

  void add_file(const fs::path& path) {
    const fs::path file = near_path(path);
    const fs::path folder = fs::absolute(path).lexically_normal().parent_path();
    if (folder.filename() == kLexicons) {
      add_once(found_.lexicons, file);
      return;
    }
    add_once(found_.rubrics, file);
    std::error_code error;
    for (const fs::path& beside : {folder / kLexicons, folder.parent_path() / kLexicons}) {
      if (fs::is_directory(beside, error)) add_once(found_.lexicon_folders, near_path(beside));
    }
  }

  void add_question(const std::string& name) {
    std::vector<std::string> names;
    for (const QuestionFile& file : library_.questions()) {
      if (file.question == name) return add_once(found_.rubrics, near_path(file.path));
      names.push_back(file.question);
    }
    const std::string near = nearest(name, names);
    found_.mistakes.push_back({name,
                               0,
                               0,
                               "there is no such question, file or folder",
                               near.empty() ? std::string() : "`" + near + "`",
                               {}});
  }

  const RubricLibrary& library_;
  RubricFiles found_;
};

}  // namespace

RubricFiles rubric_files(const std::vector<std::string>& names, const RubricLibrary& library) {
  Finder finder(library);
  if (names.empty()) finder.all();
  for (const std::string& name : names) finder.named(name);
  return finder.take();
}

}  // namespace assay
