#include <CLI/CLI.hpp>
#include <memory>
#include <stdexcept>

#include "bank/left_out_front_matter.h"
#include "cli/command.h"
#include "cli/watch.h"
#include "grading/grader.h"
#include "grading/submissions.h"
#include "host/log.h"
#include "report/glyphs.h"

namespace assay {
namespace {

struct GradeOptions {
  std::vector<std::string> files;
  std::string question;
  std::string format;
  std::filesystem::path output;
  GraderOptions grader;
  bool watch = false;
};

std::unique_ptr<Writer> writer_for(const std::string& format, Writer::Sink sink,
                                   const WriterOptions& options) {
  if (format == "json") return make_json_writer(std::move(sink));
  if (format == "jsonl") return make_jsonl_writer(std::move(sink));
  if (format == "csv") return make_csv_writer(std::move(sink));
  return make_text_writer(std::move(sink), options);
}

struct ReaderGone {};

// Somebody's answer may be among them.
void tell_left_out(const Submissions::LeftOut& files) {
  if (files.count == 0) return;
  log(LogLevel::warn,
      (files.count == 1 ? "1 file was left out: "
                        : std::to_string(files.count) + " files were left out, the first: ") +
          safe(files.first.string()) +
          " (answers are .md, .markdown, .txt, .jsonl and .ndjson files not called README)");
}

int grade(const GradeOptions& options, const Invocation& invocation) {
  if (options.watch) {
    if (options.format != "text" || !options.output.empty()) {
      throw std::runtime_error("--watch shows text, and to nobody but you: leave out " +
                               std::string(options.output.empty() ? "--format" : "-o"));
    }
    return watch_answers(options.files, options.question, options.grader, invocation);
  }
  refuse_to_overwrite(options.output, options.files);
  // Not destroyed: it is needed until the process ends, which frees its many pieces at once.
  static Library& library = *new Library(invocation);
  if (!options.question.empty() && !library.rubrics.has(options.question)) {
    throw std::runtime_error(library.rubrics.find(options.question).error.message);
  }
  Submissions submissions(
      options.files,
      {options.question, [&](std::string_view name) { return library.rubrics.has(name); },
       options.grader.limits.record_bytes, invocation.stop});
  const auto output = open_output(options.output);
  const auto writer = writer_for(
      options.format, [&](std::string_view bytes) { output->write(bytes); },
      writer_options(invocation, *output));
  Grader grader(library.rubrics, options.grader);

  std::size_t answers = 0;
  std::size_t errors = 0;
  std::size_t told = 0;
  const auto emit = [&](const GradedAnswer& graded) {
    const Diagnostics& mistakes = library.rubrics.diagnostics();
    tell({mistakes.begin() + std::ptrdiff_t(told), mistakes.end()});
    told = mistakes.size();
    if (const auto* error = std::get_if<GradingError>(&graded.outcome)) {
      ++errors;
      tell_error((error->place.empty() ? "" : error->place + ": ") + error->message);
    }
    ++answers;
    writer->write(graded);
    if (output->reader_gone()) throw ReaderGone();
  };
  try {
    const auto next = [&](InputRecord& record) {
      if (!submissions.next(record)) return false;
      leave_out_front_matter(record);
      return true;
    };
    grade_stream(next, grader, emit, invocation.stop);
    if (invocation.stop->load()) return kInterrupted;
    tell_left_out(submissions.left_out());
    writer->finish();
    output->commit();
    log(LogLevel::info, std::to_string(answers - errors) + " answers graded, " +
                            std::to_string(errors) + " errors");
  } catch (const ReaderGone&) {
  }
  return errors == 0 ? kClean : kFailure;
}

}  // namespace

void add_grade(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("grade", "Grade answers");
  const auto options = std::make_shared<GradeOptions>();
  command
      ->add_option("FILE", options->files,
                   "A .md or .txt file is one answer, a .jsonl file holds records, a folder is "
                   "all of these in it, and - is standard input")
      ->option_text("...")
      ->required();
  command
      ->add_option("-q,--question", options->question,
                   "Question of the answers that name none; without it a text belongs to the "
                   "question that its file or a folder of its path is named after, or that its "
                   "front matter names")
      ->option_text("ID");
  add_format_option(*command, options->format, {"text", "json", "jsonl", "csv"});
  command
      ->add_option("-o,--output", options->output,
                   "Write to a file, which is replaced once all is graded")
      ->option_text("FILE");
  add_grader_options(*command, options->grader);
  command->add_flag(
      "--watch", options->watch,
      "Grade again on every save of an answer or its rubric, and show what changed; q "
      "ends it");
  add_library_options(*command, invocation);
  command->footer(
      "Examples:\n"
      "  assay grade -q idempotency answer.md\n"
      "  assay grade --watch idempotency.md\n"
      "  assay grade submissions/ --format csv -o grades.csv\n"
      "  assay grade answers.jsonl --format jsonl | jq .band");
  command->callback([&invocation, options] {
    invocation.run = [&invocation, options] { return grade(*options, invocation); };
  });
}

}  // namespace assay
