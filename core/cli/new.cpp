#include <CLI/CLI.hpp>
#include <memory>
#include <stdexcept>
#include <system_error>

#include "cli/command.h"
#include "host/folders.h"
#include "host/starts.h"
#include "report/glyphs.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

struct NewOptions {
  std::string name;
  fs::path into = ".";
};

// As a shell reads it.
std::string word(const fs::path& path) {
  const std::string text = path.lexically_normal().string();
  const bool plain = text.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789-_./") == text.npos;
  if (plain) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::vector<std::string> next_steps(StartKind kind, const NewOptions& options) {
  const std::string folder = word(options.into);
  const std::string top = word(options.into / options.name);
  switch (kind) {
    case StartKind::rubric:
      return {"assay test " + options.name + " --rubrics " + folder,
              "assay explain " + options.name + " --rubrics " + folder};
    case StartKind::plugin:
      return {"cmake -S " + top + " -B " + top +
                  "/build -G Ninja -DCMAKE_PREFIX_PATH=" + word(installation()),
              "cmake --build " + top + "/build", "ctest --test-dir " + top + "/build"};
    case StartKind::bank:
      break;
  }
  return {"assay check " + top};
}

// Of a path that leads through a file, that file; else nothing.
fs::path file_on(fs::path path) {
  std::error_code ignored;
  for (; !path.empty(); path = path.parent_path()) {
    const fs::file_status status = fs::status(path, ignored);
    if (fs::exists(status) && !fs::is_directory(status)) return path;
    if (fs::exists(status) || !path.has_relative_path()) break;
  }
  return {};
}

std::vector<fs::path> written(StartKind kind, const NewOptions& options) {
  if (const fs::path file = file_on(options.into); !file.empty()) {
    throw std::runtime_error("--into " + options.into.string() + " is no folder: " + file.string() +
                             " is a file");
  }
  try {
    return write_start(starts_folder(), kind, options.name, options.into);
  } catch (const fs::filesystem_error& error) {
    throw std::system_error(error.code(), error.path1().string());
  }
}

int start(StartKind kind, const NewOptions& options) {
  if (const std::string wrong = why_no_start_name(kind, options.name); !wrong.empty()) {
    throw std::runtime_error("\"" + options.name + "\" " + wrong);
  }
  Output output;
  for (const fs::path& file : written(kind, options)) {
    output.write("wrote " + safe(file.lexically_normal().string()) + "\n");
  }
  output.write("\nNext:\n");
  for (const std::string& step : next_steps(kind, options)) output.write("  " + safe(step) + "\n");
  output.commit();
  return kClean;
}

}  // namespace

void add_new(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("new", "Begin a rubric, a plugin or an answer bank");
  command->require_subcommand(1);
  command->footer("Example:\n  assay new rubric late-events --into rubrics/mine");
  const auto options = std::make_shared<NewOptions>();
  const auto add = [&](StartKind kind, const char* what, const char* description,
                       const char* footer) {
    CLI::App* one = command->add_subcommand(what, description);
    one->add_option("NAME", options->name, "Lower-case letters, digits and single hyphens")
        ->option_text(" ")
        ->required();
    one->add_option("--into", options->into,
                    "Folder to write into, made where it is not there; the current one by default")
        ->option_text("DIR");
    one->footer(footer);
    one->callback([&invocation, options, kind] {
      invocation.run = [options, kind] { return start(kind, *options); };
    });
  };
  add(StartKind::rubric, "rubric", "A question: one TOML file with examples that pass",
      "Example:\n  assay new rubric late-events --into rubrics/mine");
  add(StartKind::plugin, "plugin", "A folder with a kind of rule in C++, its build and its tests",
      "Example:\n  assay new plugin opening");
  add(StartKind::bank, "bank", "A folder of answers with what they must earn",
      "Example:\n  assay new bank answers");
}

}  // namespace assay
