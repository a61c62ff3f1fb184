// What the commands share. A command is one file with one function that is named below.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "grading/byte_source.h"
#include "grading/grader.h"
#include "grading/overwriting.h"
#include "grading/rubric_library.h"
#include "host/folders.h"
#include "host/plugins.h"
#include "report/output.h"
#include "report/terminal.h"
#include "report/writer.h"

namespace CLI {
class App;
}

namespace assay {

// What the process ends with.
inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kFailure = 2;
inline constexpr int kInterrupted = 130;

struct Invocation {
  std::vector<std::filesystem::path> rubric_dirs;
  std::vector<std::filesystem::path> plugin_dirs;
  ColorMode color = ColorMode::automatic;
  const StopFlag* stop = nullptr;  // set on Ctrl-C, SIGTERM and SIGHUP
  std::function<int()> run;        // of the command that was given
};

// Each adds its command to `app`; the command sets Invocation::run, which is called once all
// options are parsed. `invocation` outlives that call.
void add_agree(CLI::App& app, Invocation& invocation);
void add_check(CLI::App& app, Invocation& invocation);
void add_completions(CLI::App& app, Invocation& invocation);
void add_explain(CLI::App& app, Invocation& invocation);
void add_fmt(CLI::App& app, Invocation& invocation);
void add_grade(CLI::App& app, Invocation& invocation);
void add_lint(CLI::App& app, Invocation& invocation);
void add_list(CLI::App& app, Invocation& invocation);
void add_man(CLI::App& app, Invocation& invocation);
void add_mine(CLI::App& app, Invocation& invocation);
void add_new(CLI::App& app, Invocation& invocation);
void add_test(CLI::App& app, Invocation& invocation);

// --rubrics, --plugin-dir and --color: for every command that loads rubrics.
void add_library_options(CLI::App& command, Invocation& invocation);
// --threads, --isolate and --limit: for every command that grades.
void add_grader_options(CLI::App& command, GraderOptions& options);
// `--format`, one of `choices`; the first is the default.
void add_format_option(CLI::App& command, std::string& format, std::vector<std::string> choices);

// The rubrics and plugins of the folders given and of those that are always searched.
struct Library {
  explicit Library(const Invocation& invocation);
  Folders folders;
  PluginHost plugins;
  RubricLibrary rubrics;
};

// Throws where writing to `output` would replace one of `inputs` (paths as Submissions takes them)
// or the baseline, or would be read as an answer in a folder of them. An empty output, and "-", are
// standard output. Every command with -o asks, before it reads.
void refuse_to_overwrite(const std::filesystem::path& output,
                         const std::vector<std::string>& inputs,
                         const std::filesystem::path& baseline = {}, const LeftOut& left_out = {});

// The file that -o names; where it names none, or "-", standard output.
std::unique_ptr<Output> open_output(const std::filesystem::path& file);
// Colour and width for what goes to `output`.
WriterOptions writer_options(const Invocation& invocation, const Output& output);
// To standard error, safe for a terminal.
void tell_error(const std::string& message);
void tell_line(const std::string& line);  // as it is, unless errors alone are told
void tell(const Diagnostics& diagnostics);

}  // namespace assay
