#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/command.h"
#include "cli/rubric_files.h"
#include "lint/layout.h"
#include "report/glyphs.h"
#include "rubric/source_text.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

struct FmtOptions {
  std::vector<std::string> rubrics;
  bool check = false;
};

int lay_out(const FmtOptions& options, const Invocation& invocation) {
  Library library(invocation);
  RubricFiles files = rubric_files(options.rubrics, library.rubrics);
  std::vector<fs::path> paths = files.rubrics;
  paths.insert(paths.end(), files.lexicons.begin(), files.lexicons.end());
  std::size_t changed = 0;
  Output told;
  for (const fs::path& path : paths) {
    const std::optional<std::string> bytes = read_source(path, files.mistakes);
    if (!bytes) continue;
    const std::optional<std::string> layout = laid_out(*bytes, path.string(), files.mistakes);
    if (!layout || *layout == *bytes) continue;
    ++changed;
    told.write(safe(path.string()) + "\n");
    if (options.check) continue;
    Output output(path);
    output.write(*layout);
    output.commit();
  }
  told.commit();
  sort_diagnostics(files.mistakes);
  tell(files.mistakes);
  if (!files.mistakes.empty()) return kFailure;
  return options.check && changed > 0 ? kFindings : kClean;
}

}  // namespace

void add_fmt(CLI::App& app, Invocation& invocation) {
  CLI::App* command =
      app.add_subcommand("fmt", "Lay rubrics and lexicons out in one way, comments kept");
  const auto options = std::make_shared<FmtOptions>();
  command
      ->add_option("RUBRIC", options->rubrics,
                   "Questions, or files and folders of rubrics and lexicons; all by default. Those "
                   "that change are named")
      ->option_text("...");
  command->add_flag("--check", options->check,
                    "Change nothing; exit with 1 where something would be changed");
  add_library_options(*command, invocation);
  command->footer("Examples:\n  assay fmt rubrics/\n  assay fmt --check");
  command->callback([&invocation, options] {
    invocation.run = [&invocation, options] { return lay_out(*options, invocation); };
  });
}

}  // namespace assay
