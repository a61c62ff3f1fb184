#include <CLI/CLI.hpp>
#include <memory>
#include <stdexcept>

#include "cli/command.h"
#include "grading/grader.h"
#include "grading/submissions.h"

namespace assay {
namespace {

struct GradeOptions {
  std::vector<std::string> files;
  std::string question;
  std::string format;
  std::filesystem::path output;
  unsigned threads = 0;
};

std::unique_ptr<Writer> writer_for(const std::string& format, Writer::Sink sink,
                                   const WriterOptions& options) {
  if (format == "json") return make_json_writer(std::move(sink));
  if (format == "jsonl") return make_jsonl_writer(std::move(sink));
  if (format == "csv") return make_csv_writer(std::move(sink));
  return make_text_writer(std::move(sink), options);
}

struct ReaderGone {};

int grade(const GradeOptions& options, const Invocation& invocation) {
  Library library(invocation);
  if (!options.question.empty() && !library.rubrics.has(options.question)) {
    throw std::runtime_error(library.rubrics.find(options.question).error.message);
  }
  Submissions submissions(
      options.files,
      {options.question, [&](std::string_view name) { return library.rubrics.has(name); },
       invocation.stop});
  const auto output = options.output.empty() || options.output == "-"
                          ? std::make_unique<Output>()
                          : std::make_unique<Output>(options.output);
  const auto writer = writer_for(
      options.format, [&](std::string_view bytes) { output->write(bytes); },
      writer_options(invocation, *output));
  Grader grader(library.rubrics, options.threads);

  int exit_code = kClean;
  std::size_t told = 0;
  const auto emit = [&](const GradedAnswer& graded) {
    const Diagnostics& mistakes = library.rubrics.diagnostics();
    tell({mistakes.begin() + std::ptrdiff_t(told), mistakes.end()});
    told = mistakes.size();
    if (const auto* error = std::get_if<GradingError>(&graded.outcome)) {
      exit_code = kFailure;
      tell_error((error->place.empty() ? "" : error->place + ": ") + error->message);
    }
    writer->write(graded);
    if (output->reader_gone()) throw ReaderGone();
  };
  try {
    grade_stream([&](InputRecord& record) { return submissions.next(record); }, grader, emit,
                 invocation.stop);
    if (invocation.stop->load()) return kInterrupted;
    writer->finish();
    output->commit();
  } catch (const ReaderGone&) {
  }
  return exit_code;
}

}  // namespace

void add_grade(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("grade", "Grade answers");
  const auto options = std::make_shared<GradeOptions>();
  command
      ->add_option("FILE", options->files,
                   "A .md or .txt file (one answer), a .jsonl file (records), a folder of these, "
                   "or - for standard input")
      ->type_name("")
      ->required();
  command
      ->add_option("-q,--question", options->question,
                   "The question that answers without one belong to; else a file is taken for "
                   "the question that it or a folder of its path is named after")
      ->type_name("ID");
  add_format_option(*command, options->format, {"text", "json", "jsonl", "csv"});
  command->add_option("-o,--output", options->output, "File to write to, all of it or nothing")
      ->type_name("FILE");
  command->add_option("--threads", options->threads, "Threads to grade with; one a core by default")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u).description(""));
  add_library_options(*command, invocation);
  command->footer(
      "Examples:\n"
      "  assay grade -q idempotency answer.md\n"
      "  assay grade submissions/ --format csv -o grades.csv\n"
      "  assay grade answers.jsonl --format jsonl | jq .band");
  command->callback([&invocation, options] {
    invocation.run = [&invocation, options] { return grade(*options, invocation); };
  });
}

}  // namespace assay
