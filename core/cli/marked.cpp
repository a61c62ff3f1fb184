#include "cli/marked.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <stdexcept>

#include "grading/grader.h"
#include "grading/submissions.h"

namespace assay {

void add_marked_options(CLI::App& command, MarkedOptions& options) {
  command
      .add_option("FILE", options.files,
                  "Records (.jsonl) with marks: \"met\" and \"flaws\" (lists of ids), \"band\", or "
                  "\"score\" with \"max_score\"; for several markers a \"marker\" in each record "
                  "or a list of \"marks\"; - for standard input")
      ->type_name("")
      ->required();
  add_grader_options(command, options.grader);
}

std::vector<GradedAnswer> grade_marked(const MarkedOptions& options, const Invocation& invocation,
                                       Library& library) {
  for (const std::string& question : options.questions) {
    if (!library.rubrics.has(question)) {
      throw std::runtime_error(library.rubrics.find(question).error.message);
    }
  }
  Submissions submissions(options.files,
                          {"", [&](std::string_view name) { return library.rubrics.has(name); },
                           options.grader.limits.record_bytes, invocation.stop});
  const auto asked_for = [&](const InputRecord& record) {
    const auto& questions = options.questions;
    return questions.empty() || record.error ||
           std::find(questions.begin(), questions.end(), record.answer.question) != questions.end();
  };
  const auto next = [&](InputRecord& record) {
    while (submissions.next(record)) {
      if (asked_for(record)) return true;
    }
    return false;
  };
  Grader grader(library.rubrics, options.grader);
  std::vector<GradedAnswer> graded;
  grade_stream(
      next, grader, [&](const GradedAnswer& one) { graded.push_back(one); }, invocation.stop);
  return graded;
}

bool any_failed(const std::vector<GradedAnswer>& graded) {
  return std::any_of(graded.begin(), graded.end(), [](const GradedAnswer& one) {
    const auto* error = std::get_if<GradingError>(&one.outcome);
    return error && error->code != "unknown-question";
  });
}

}  // namespace assay
