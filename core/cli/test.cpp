#include <CLI/CLI.hpp>
#include <memory>

#include "bank/paths.h"
#include "cli/command.h"
#include "cli/rubric_files.h"
#include "report/examples_report.h"
#include "rubric/load.h"
#include "rubric/thrown.h"

namespace assay {
namespace {

struct TestOptions {
  std::vector<std::string> rubrics;
  std::string format;
  std::filesystem::path output;
};

// The examples of what was loaded; why it was not, else.
void run(RubricExamples& one) {
  // By a plugin's rule.
  if (auto thrown = thrown_by([&] { one.run = run_examples(*one.rubric); })) {
    one.error = std::move(*thrown);
    one.rubric = nullptr;
  }
}

void test_question(const std::string& question, Library& library, ExamplesReport& report) {
  const RubricLibrary::Found found = library.rubrics.find(question);
  RubricExamples one = {question, question, found.rubric, {}, found.error.message};
  for (const QuestionFile& file : library.rubrics.questions()) {
    if (file.question != question) continue;
    one.path = shown_path(file.path);
    // The message ends with the path as it was found.
    const std::size_t at = one.error.find(file.path.string());
    if (at != one.error.npos) one.error.replace(at, file.path.string().size(), one.path);
  }
  if (one.rubric) run(one);
  report.rubrics.push_back(std::move(one));
}

// A file, or all in a folder, with the lexicons beside them.
void test_files(const std::string& name, Library& library, ExamplesReport& report) {
  const RubricFiles files = rubric_files({name}, library.rubrics);
  if (files.rubrics.empty()) {
    const bool nothing = !files.mistakes.empty();
    std::string error = nothing ? files.mistakes[0].message : "there are no rubrics in it";
    if (nothing && !files.mistakes[0].expected.empty()) {
      error += "; expected " + files.mistakes[0].expected;
    }
    report.rubrics.push_back({name, name, nullptr, {}, error});
  }
  LoadEnvironment environment = library.rubrics.environment();
  environment.lexicon_folders.insert(environment.lexicon_folders.begin(),
                                     files.lexicon_folders.begin(), files.lexicon_folders.end());
  for (const std::filesystem::path& path : files.rubrics) {
    const std::size_t before = report.mistakes.size();
    RubricExamples one = {path.stem().string(), path.string(), {}, {}, {}};
    one.rubric = load_rubric(path, environment, report.mistakes);
    if (one.rubric) {
      run(one);
    } else {
      const std::size_t mistakes = report.mistakes.size() - before;
      one.error = "the rubric is refused: " + std::to_string(mistakes) +
                  (mistakes == 1 ? " mistake" : " mistakes");
    }
    report.rubrics.push_back(std::move(one));
  }
}

int test(const TestOptions& options, const Invocation& invocation) {
  refuse_to_overwrite(options.output, options.rubrics);
  Library library(invocation);
  std::vector<std::string> names = options.rubrics;
  if (names.empty()) {
    for (const QuestionFile& file : library.rubrics.questions()) names.push_back(file.question);
  }
  ExamplesReport report;
  for (const std::string& name : names) {
    if (library.rubrics.has(name)) {
      test_question(name, library, report);
    } else {
      test_files(name, library, report);
    }
    if (invocation.stop->load()) return kInterrupted;
  }
  const Diagnostics& refused = library.rubrics.diagnostics();
  report.mistakes.insert(report.mistakes.end(), refused.begin(), refused.end());
  for (Diagnostic& mistake : report.mistakes) mistake.path = shown_path(mistake.path);
  sort_diagnostics(report.mistakes);
  tell(report.mistakes);
  for (const RubricExamples& one : report.rubrics) {
    if (!one.rubric) tell_error(one.question + ": " + one.error);
  }
  const auto output = open_output(options.output);
  output->write(options.format == "json" ? examples_json(report)
                : options.format == "junit"
                    ? examples_junit(report)
                    : examples_text(report, writer_options(invocation, *output)));
  output->commit();
  if (report.errors() > 0) return kFailure;
  return report.failed() + report.gaps() == 0 ? kClean : kFindings;
}

}  // namespace

void add_test(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("test", "Put rubrics to their own examples");
  const auto options = std::make_shared<TestOptions>();
  command
      ->add_option("RUBRIC", options->rubrics,
                   "Questions, rubrics' files, or folders of them; all questions by default")
      ->option_text("...");
  add_format_option(*command, options->format, {"text", "junit", "json"});
  command
      ->add_option("-o,--output", options->output,
                   "Write to a file, which is replaced once all is tested")
      ->option_text("FILE");
  add_library_options(*command, invocation);
  command->footer(
      "A criterion or flaw needs an example that meets it, and one that does not and comes\n"
      "near it.\n\n"
      "Examples:\n"
      "  assay test\n"
      "  assay test idempotency --rubrics my-rubrics\n"
      "  assay test my-rubrics/pack --format junit -o examples.xml");
  command->callback([&invocation, options] {
    invocation.run = [&invocation, options] { return test(*options, invocation); };
  });
}

}  // namespace assay
