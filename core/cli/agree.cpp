#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <system_error>

#include "cli/command.h"
#include "cli/marked.h"
#include "grading/agreement.h"
#include "grading/agreement_baseline.h"
#include "report/agreement_report.h"
#include "report/agreement_words.h"

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

std::string contents(const std::filesystem::path& file) {
  const int descriptor = open_for_reading(file);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), file.string());
  ByteSource source(descriptor);
  std::string bytes;
  switch (source.rest(bytes)) {
    case ByteSource::Status::failed:
      throw std::system_error(source.failure(), std::generic_category(), file.string());
    case ByteSource::Status::too_long:
      throw std::runtime_error(file.string() + ": too large for a measurement");
    default:
      return bytes;
  }
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
  const auto output = options.output.empty() || options.output == "-"
                          ? std::make_unique<Output>()
                          : std::make_unique<Output>(options.output);
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
