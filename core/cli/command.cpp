#include "cli/command.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "host/log.h"
#include "report/glyphs.h"

namespace assay {
namespace {

std::string joined(const std::vector<std::string>& choices) {
  std::string text;
  for (const std::string& choice : choices) text += (text.empty() ? "" : "|") + choice;
  return text;
}

// Refuses what is not one of the choices, with the nearest one.
CLI::Validator choice_of(std::vector<std::string> choices) {
  return {[choices = std::move(choices)](std::string& given) -> std::string {
            if (std::find(choices.begin(), choices.end(), given) != choices.end()) return {};
            return "\"" + given + "\" is not one of " + joined(choices) +
                   did_you_mean(given, choices);
          },
          ""};
}

}  // namespace

void add_library_options(CLI::App& command, Invocation& invocation) {
  command
      .add_option("--rubrics", invocation.rubric_dirs,
                  "Folder with rubrics, searched before the installed ones; may be repeated")
      ->option_text("DIR")
      ->allow_extra_args(false);
  command
      .add_option("--plugin-dir", invocation.plugin_dirs,
                  "Folder with plugins, searched before the installed ones; may be repeated")
      ->option_text("DIR")
      ->allow_extra_args(false);
  command
      .add_option_function<std::string>(
          "--color",
          [&invocation](const std::string& mode) {
            invocation.color = mode == "always"  ? ColorMode::always
                               : mode == "never" ? ColorMode::never
                                                 : ColorMode::automatic;
          },
          "Colour; auto is for terminals, unless NO_COLOR is set")
      ->option_text("auto|always|never")
      ->check(choice_of({"auto", "always", "never"}));
}

void add_grader_options(CLI::App& command, GraderOptions& options) {
  command.add_option("--threads", options.threads, "Threads to grade with; one a core by default")
      ->option_text("N")
      ->check(CLI::Range(1u, 1024u));
  command.add_flag("--isolate", options.isolate,
                   "Grade in processes without files or network even where all plugins are those "
                   "installed with the program");
  command
      .add_option_function<std::vector<std::string>>(
          "--limit",
          [&options](const std::vector<std::string>& assignments) {
            for (const std::string& assignment : assignments) {
              const std::string wrong = set_limit(options.limits, assignment);
              if (!wrong.empty()) throw CLI::ValidationError("--limit", wrong);
            }
          },
          "What one answer may take: " + joined(names_of_limits()) + "; may be repeated")
      ->option_text("NAME=N")
      ->allow_extra_args(false);
}

void add_format_option(CLI::App& command, std::string& format, std::vector<std::string> choices) {
  format = choices.front();
  command.add_option("--format", format, "Form of the output; " + format + " by default")
      ->option_text(joined(choices))
      ->check(choice_of(std::move(choices)));
}

void refuse_to_overwrite(const std::filesystem::path& output,
                         const std::vector<std::string>& inputs,
                         const std::filesystem::path& baseline, const LeftOut& left_out) {
  if (output.empty() || output == "-") return;
  std::string why = why_not_write(output, inputs, left_out);
  if (!baseline.empty() && is_same_file(output, baseline)) why = "would replace the baseline";
  if (why.empty()) return;
  throw std::runtime_error("-o " + output.string() + " " + why + ": name another file");
}

Library::Library(const Invocation& invocation)
    : folders(search_folders(invocation.plugin_dirs, invocation.rubric_dirs)),
      plugins(folders.plugins),
      rubrics(folders.rubrics, plugins) {
  for (const auto& folder : folders.rubrics) log(LogLevel::debug, "rubrics: " + folder.string());
  for (const auto& folder : folders.plugins) log(LogLevel::debug, "plugins: " + folder.string());
  for (const std::filesystem::path& folder : invocation.plugin_dirs) {
    std::error_code error;
    const std::filesystem::directory_iterator opened(folder, error);
    if (!error) continue;
    throw std::runtime_error("the folder of plugins cannot be read: " + folder.string() + ": " +
                             error.message());
  }
  for (const std::string& folder : rubrics.unreadable()) {
    throw std::runtime_error("the folder of rubrics cannot be read: " + folder);
  }
}

std::unique_ptr<Output> open_output(const std::filesystem::path& file) {
  if (file.empty() || file == "-") return std::make_unique<Output>();
  return std::make_unique<Output>(file);
}

WriterOptions writer_options(const Invocation& invocation, const Output& output) {
  const ColorEnvironment environment = {std::getenv("NO_COLOR"), std::getenv("CLICOLOR_FORCE"),
                                        std::getenv("TERM")};
  const bool is_terminal = ::isatty(output.descriptor()) == 1;
  return {use_color(invocation.color, environment, is_terminal),
          terminal_width(std::getenv("COLUMNS"), output.descriptor())};
}

void tell_error(const std::string& message) { log(LogLevel::error, safe(message)); }

void tell_line(const std::string& line) {
  if (is_logged(LogLevel::warn)) std::fputs((safe(line) + "\n").c_str(), stderr);
}

void tell(const Diagnostics& diagnostics) {
  if (!is_logged(LogLevel::error)) return;
  for (const Diagnostic& diagnostic : diagnostics) {
    std::fputs((diagnostic.to_string() + "\n").c_str(), stderr);
  }
}

}  // namespace assay
