#include "host/starts.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "host/library.h"
#include "rubric/table_reader.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPlaceholder = "starter";
constexpr std::string_view kTitlePlaceholder = "Starter";

std::string_view start_folder(StartKind kind) {
  switch (kind) {
    case StartKind::rubric:
      return "rubric";
    case StartKind::plugin:
      return "plugin";
    case StartKind::bank:
      break;
  }
  return "bank";
}

// What is written for each of the placeholders.
struct Names {
  std::string id;     // "late-events"
  std::string title;  // "Late events"
};

Names start_names(const std::string& id) {
  std::string title = id;
  std::replace(title.begin(), title.end(), '-', ' ');
  if (title.front() >= 'a' && title.front() <= 'z') title.front() = char(title.front() - 'a' + 'A');
  return {id, title};
}

std::string with_replaced(std::string text, std::string_view from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw std::system_error(errno, std::generic_category(), file.string());
  return bytes;
}

// In the order of their names, relative to `folder`.
std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(folder));
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Removes what it was told of, the last first, unless all went well.
class Undo {
 public:
  ~Undo() {
    std::error_code ignored;
    for (auto path = made_.rbegin(); path != made_.rend(); ++path) fs::remove(*path, ignored);
  }
  void made(const fs::path& path) { made_.push_back(path); }
  void keep() { made_.clear(); }

 private:
  std::vector<fs::path> made_;
};

void make_folders(const fs::path& folder, Undo& undo) {
  if (folder.empty() || fs::is_directory(folder)) return;
  make_folders(folder.parent_path(), undo);
  if (fs::create_directory(folder)) undo.made(folder);
}

void write_file(const fs::path& file, const std::string& bytes, Undo& undo) {
  undo.made(file);
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw std::system_error(errno, std::generic_category(), file.string());
}

}  // namespace

std::string why_no_start_name(StartKind kind, std::string_view name) {
  if (!is_id(name)) return "is no name: " + std::string(kIdForm) + ", at most 64";
  if (kind == StartKind::plugin && !is_name(name)) {
    return "is no plugin's name: a letter has to come first";
  }
  return {};
}

std::vector<fs::path> write_start(const fs::path& starts, StartKind kind, const std::string& name,
                                  const fs::path& into) {
  const fs::path from = starts / start_folder(kind);
  if (!fs::is_directory(from)) {
    throw std::runtime_error("what a new " + std::string(start_folder(kind)) +
                             " starts with is not found in " + starts.string() +
                             "; install assay whole");
  }
  const bool one_file = kind == StartKind::rubric;
  const fs::path top = (into / (one_file ? name + ".toml" : name)).lexically_normal();
  if (fs::exists(fs::symlink_status(top))) {
    throw std::runtime_error(top.string() + " is already there");
  }
  const Names names = start_names(name);
  const auto named = [&names](std::string text) {
    return with_replaced(with_replaced(std::move(text), kPlaceholder, names.id), kTitlePlaceholder,
                         names.title);
  };
  Undo undo;
  std::vector<fs::path> written;
  for (const fs::path& file : files_below(from)) {
    const fs::path to = one_file ? top : top / named(file.string());
    make_folders(to.parent_path(), undo);
    write_file(to, named(bytes_of(from / file)), undo);
    written.push_back(to);
  }
  undo.keep();
  return written;
}

}  // namespace assay
