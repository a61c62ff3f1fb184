#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/marked.h"
#include "grading/mining.h"
#include "report/mining_report.h"

namespace assay {
namespace {

struct MineOptions {
  std::string question;
  MarkedOptions marked;
  std::string format;
  MiningOptions mining;
};

int mine_answers(MineOptions options, const Invocation& invocation) {
  options.marked.questions = {options.question};
  Library library(invocation);
  std::vector<GradedAnswer> graded = grade_marked(options.marked, invocation, library);
  if (invocation.stop->load()) return kInterrupted;
  tell(library.rubrics.diagnostics());
  const bool failures = any_failed(graded);
  const Mining mining = mine(std::move(graded), options.mining);
  for (const std::string& problem : mining.problems) tell_error(problem);
  if (mining.answers == 0) {
    tell_error("no answer to \"" + options.question + "\" has marks");
    return kFailure;
  }
  Output output;
  output.write(options.format == "json" ? mining_json(mining)
                                        : mining_text(mining, writer_options(invocation, output)));
  output.commit();
  if (failures) return kFailure;
  return mining.problems.empty() ? kClean : kFindings;
}

}  // namespace

void add_mine(CLI::App& app, Invocation& invocation) {
  CLI::App* command =
      app.add_subcommand("mine", "Propose words that a rubric does not see, from marked answers");
  const auto options = std::make_shared<MineOptions>();
  command->add_option("QUESTION", options->question, "The question whose rubric is to be extended")
      ->option_text(" ")
      ->required();
  add_marked_options(*command, options->marked);
  add_format_option(*command, options->format, {"text", "json"});
  command
      ->add_option("--least", options->mining.least_answers,
                   "Answers that a word must stand in to be proposed; 3 by default")
      ->type_name("N")
      ->check(CLI::Range(1, 1000000).description(""));
  command
      ->add_option("--most", options->mining.candidates,
                   "Proposals of each kind a criterion; 10 by default")
      ->type_name("N")
      ->check(CLI::Range(1, 1000000).description(""));
  add_library_options(*command, invocation);
  command->footer(
      "A word counts where it tells the answers that people say meet a criterion from the others,\n"
      "whether the rubric sees those or not.\n\n"
      "Example:\n  assay mine idempotency marked.jsonl");
  command->callback([&invocation, options] {
    invocation.run = [&invocation, options] { return mine_answers(*options, invocation); };
  });
}

}  // namespace assay
