#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "report/explanation.h"

namespace assay {
namespace {

int explain(const std::string& question, const std::string& format, const Invocation& invocation) {
  Library library(invocation);
  const RubricLibrary::Found found = library.rubrics.find(question);
  tell(library.rubrics.diagnostics());
  if (!found.rubric) {
    tell_error(found.error.message);
    return kFailure;
  }
  Output output;
  output.write(format == "json"
                   ? explanation_json(*found.rubric)
                   : explanation_text(*found.rubric, writer_options(invocation, output)));
  output.commit();
  return kClean;
}

}  // namespace

void add_explain(CLI::App& app, Invocation& invocation) {
  CLI::App* command =
      app.add_subcommand("explain", "Show a question, what earns points, and the rules for it");
  const auto question = std::make_shared<std::string>();
  const auto format = std::make_shared<std::string>();
  command->add_option("QUESTION", *question, "The question's id")->option_text(" ")->required();
  add_format_option(*command, *format, {"text", "json"});
  add_library_options(*command, invocation);
  command->footer("Example:\n  assay explain idempotency");
  command->callback([&invocation, question, format] {
    invocation.run = [&invocation, question, format] {
      return explain(*question, *format, invocation);
    };
  });
}

}  // namespace assay
