#include "lint/lint.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/rubric_files.h"
#include "report/lint_report.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

struct LintOptions {
  std::vector<std::string> rubrics;
  std::string format;
  bool fix = false;
  bool mutate = false;
};

// Writes what the fixes make of the files, where what they make loads; how many fixes were made.
std::size_t mend(const LintReport& report, const LintBank& bank) {
  std::vector<std::string> paths;
  for (const LintFinding& finding : report.findings) {
    if (paths.empty() || paths.back() != finding.path) paths.push_back(finding.path);
  }
  std::size_t all = 0;
  for (const std::string& path : paths) {
    Diagnostics mistakes;
    const std::optional<std::string> bytes = read_source(path, mistakes);
    if (!bytes) continue;
    std::size_t made = 0;
    const std::string text = mended(*bytes, path, report.findings, made);
    if (made == 0 || !loads(text, path, bank)) continue;
    Output output{fs::path(path)};
    output.write(text);
    output.commit();
    all += made;
  }
  return all;
}

// One look at all files. With `fixed` what can be mended is; how many fixes were made is added.
LintReport look_at_all(const LintOptions& options, const Invocation& invocation,
                       std::size_t* fixed) {
  Library library(invocation);
  const RubricFiles files = rubric_files(options.rubrics, library.rubrics);
  LintBank bank;
  bank.environment = library.rubrics.environment();
  bank.environment.lexicon_folders.insert(bank.environment.lexicon_folders.begin(),
                                          files.lexicon_folders.begin(),
                                          files.lexicon_folders.end());
  bank.whole = files.whole;
  bank.mutate = options.mutate && !fixed;
  bank.stop = invocation.stop;
  LintReport report;
  report.mistakes = files.mistakes;
  for (const fs::path& path : files.rubrics) add_rubric(bank, path, report.mistakes);
  for (const fs::path& path : files.lexicons) add_lexicon(bank, path, report.mistakes);
  report.files = files.rubrics.size() + files.lexicons.size();
  // What a rubric that does not load would have used is not known.
  bank.whole = bank.whole && report.mistakes.empty();
  report.findings = lint(bank, report.mistakes);
  sort_diagnostics(report.mistakes);
  if (fixed && report.mistakes.empty() && !bank.stopped()) *fixed += mend(report, bank);
  return report;
}

std::string report_in(const std::string& format, const LintReport& report,
                      const WriterOptions& options) {
  if (format == "json") return lint_json(report);
  if (format == "sarif") return lint_sarif(report);
  if (format == "github") return lint_github(report);
  return lint_text(report, options);
}

int run_lint(const LintOptions& options, const Invocation& invocation) {
  constexpr int kMostRounds = 20;  // a fix can bring another to light
  std::size_t fixed = 0;
  for (int round = 0; options.fix && round < kMostRounds; ++round) {
    const std::size_t before = fixed;
    look_at_all(options, invocation, &fixed);
    if (fixed == before) break;
  }
  LintReport report = look_at_all(options, invocation, nullptr);
  if (invocation.stop->load()) return kInterrupted;
  report.fixed = fixed;
  tell(report.mistakes);
  Output output;
  output.write(report_in(options.format, report, writer_options(invocation, output)));
  output.commit();
  if (!report.mistakes.empty()) return kFailure;
  return report.open() == 0 ? kClean : kFindings;
}

}  // namespace

void add_lint(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("lint", "Look for what is wrong with rubrics that load");
  const auto options = std::make_shared<LintOptions>();
  command
      ->add_option("RUBRIC", options->rubrics,
                   "Questions, or files and folders of rubrics and lexicons; all by default")
      ->option_text("...");
  add_format_option(*command, options->format, {"text", "json", "sarif", "github"});
  command->add_flag("--fix", options->fix,
                    "Mend what can be mended without a change of what the rubric says");
  command->add_flag("--mutate", options->mutate,
                    "Change rules one by one, too, and tell what no example notices");
  add_library_options(*command, invocation);
  command->footer(
      "Examples:\n  assay lint\n  assay lint idempotency --mutate\n"
      "  assay lint rubrics/foundation --fix");
  command->callback([&invocation, options] {
    invocation.run = [&invocation, options] { return run_lint(*options, invocation); };
  });
}

}  // namespace assay
