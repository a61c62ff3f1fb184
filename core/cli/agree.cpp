#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "cli/command.h"
#include "cli/marked.h"
#include "grading/agreement.h"
#include "grading/agreement_baseline.h"
#include "report/agreement_report.h"
#include "report/agreement_words.h"
#include "rubric/source_text.h"

namespace assay {
namespace {

struct AgreeOptions {
  MarkedOptions marked;
  std::string format;
  std::filesystem::path output;
  std::filesystem::path baseline;
  AgreementOptions measure;
};

std::size_t disagreements_named(const std::string& given) {
  if (given == "all") return SIZE_MAX;
  if (given == "none") return 0;
  std::size_t count = 0;
  const char* const end = given.data() + given.size();
  const auto [stopped, error] = std::from_chars(given.data(), end, count);
  if (error != std::errc() || stopped != end) {
    throw CLI::ValidationError("--disagreements", "\"" + given + "\" is not a number, all or none");
  }
  return count;
}

// Of a measurement, which has a line for each criterion and disagreement.
std::string contents(const std::filesystem::path& file) {
  Diagnostics mistakes;
  std::optional<std::string> bytes = read_source(file, mistakes, ByteSource::kLimit);
  if (!bytes) throw std::runtime_error(file.string() + ": " + mistakes.front().message);
  return std::move(*bytes);
}

std::string report(const Agreement& agreement, const std::string& format,
                   const WriterOptions& options) {
  if (format == "json") return agreement_json(agreement);
  if (format == "html") return agreement_html(agreement);
  return agreement_text(agreement, options);
}

int agree(const AgreeOptions& options, const Invocation& invocation) {
  refuse_to_overwrite(options.output, options.marked.files, options.baseline);
  const std::string baseline =
      options.baseline.empty() ? std::string() : contents(options.baseline);
  Library library(invocation);
  std::vector<GradedAnswer> graded = grade_marked(options.marked, invocation, library);
  if (invocation.stop->load()) return kInterrupted;
  tell(library.rubrics.diagnostics());
  const bool failures = any_failed(graded);

  Agreement agreement = measure_agreement(std::move(graded), options.measure);
  if (!options.baseline.empty()) {
    if (const auto wrong = compare_with_baseline(baseline, agreement)) {
      throw std::runtime_error(options.baseline.string() + ": " + *wrong);
    }
  }
  const auto output = open_output(options.output);
  output->write(report(agreement, options.format, writer_options(invocation, *output)));
  output->commit();

  // The other forms are for machines and browsers: say here too why the run fails.
  if (options.format != "text") {
    for (const std::string& problem : agreement.problems) tell_error(problem);
    for (const Fall& fall : agreement.falls) tell_error(sentence_of(fall));
  }
  if (agreement.all.answers == 0) tell_error("no answer has both marks and a rubric");
  if (failures || agreement.all.answers == 0) return kFailure;
  return agreement.problems.empty() && agreement.falls.empty() ? kClean : kFindings;
}

}  // namespace

void add_agree(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("agree", "Measure how far scores agree with marks");
  const auto options = std::make_shared<AgreeOptions>();
  add_marked_options(*command, options->marked);
  command
      ->add_option("-q,--question", options->marked.questions,
                   "Measure this question alone; may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
  add_format_option(*command, options->format, {"text", "json", "html"});
  command->add_option("-o,--output", options->output, "File to write to, all of it or nothing")
      ->type_name("FILE");
  command
      ->add_option("--baseline", options->baseline,
                   "What --format json wrote earlier: exit with 1 where a headline figure is worse "
                   "by more than 0.01")
      ->type_name("FILE");
  command
      ->add_option_function<std::string>(
          "--disagreements",
          [options](const std::string& given) {
            options->measure.disagreements = disagreements_named(given);
          },
          "Answers to list, worst first: a number, all or none; 10 by default. With none the "
          "report holds figures alone and nobody's words")
      ->type_name("N|all|none");
  command
      ->add_option("--bootstrap", options->measure.bootstrap.replicates,
                   "Replicates for the intervals; 1000 by default, 0 for no intervals")
      ->type_name("N")
      ->check(CLI::Range(0, 1000000).description(""));
  command
      ->add_option("--seed", options->measure.bootstrap.seed, "Seed of the bootstrap; 1 by default")
      ->type_name("N");
  add_library_options(*command, invocation);
  command->footer(
      "Examples:\n"
      "  assay agree marked.jsonl\n"
      "  assay agree marked.jsonl --format html -o agreement.html\n"
      "  assay agree marked.jsonl --baseline agreement.json --disagreements none");
  command->callback([&invocation, options] {
    invocation.run = [&invocation, options] { return agree(*options, invocation); };
  });
}

}  // namespace assay
