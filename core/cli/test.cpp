#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "report/examples_text.h"
#include "rubric/examples.h"

namespace assay {
namespace {

int test(std::vector<std::string> questions, const Invocation& invocation) {
  Library library(invocation);
  if (questions.empty()) {
    for (const QuestionFile& file : library.rubrics.questions()) {
      questions.push_back(file.question);
    }
  }
  Output output;
  int exit_code = kClean;
  for (const std::string& question : questions) {
    const RubricLibrary::Found found = library.rubrics.find(question);
    if (!found.rubric) {
      tell_error(found.error.message);
      exit_code = kFailure;
      continue;
    }
    const std::vector<ExampleFailure> failures = check_examples(*found.rubric);
    if (!failures.empty() && exit_code == kClean) exit_code = kFindings;
    output.write(examples_text(*found.rubric, failures));
  }
  tell(library.rubrics.diagnostics());
  output.commit();
  return exit_code;
}

}  // namespace

void add_test(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("test", "Put rubrics to their own examples");
  const auto questions = std::make_shared<std::vector<std::string>>();
  command->add_option("QUESTION", *questions, "Questions to test; all by default")
      ->option_text("...");
  add_library_options(*command, invocation);
  command->footer("Examples:\n  assay test\n  assay test idempotency --rubrics my-rubrics");
  command->callback([&invocation, questions] {
    invocation.run = [&invocation, questions] { return test(*questions, invocation); };
  });
}

}  // namespace assay
