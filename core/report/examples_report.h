// What rubrics' own examples came to, in three forms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "report/writer.h"
#include "rubric/diagnostics.h"
#include "rubric/examples.h"

namespace assay {

struct RubricExamples {
  std::string question;
  std::string path;
  std::shared_ptr<const Rubric> rubric;  // null where there is none, it was refused or it failed
  ExampleRun run;
  std::string error;  // then: why, in a sentence
};

struct ExamplesReport {
  std::vector<RubricExamples> rubrics;  // in the order they were asked for
  Diagnostics mistakes;                 // of those that were refused

  std::size_t examples() const;
  std::size_t failed() const;  // examples, however often each fails
  std::size_t gaps() const;
  std::size_t errors() const;  // rubrics that were not run
};

// Of one rubric, the lines of its examples that failed; each once, in order.
std::vector<std::uint32_t> failed_lines(const RubricExamples& rubric);

// A line a rubric, under it what failed and what is lacking, and a line for all.
std::string examples_text(const ExamplesReport& report, const WriterOptions& options);
// JUnit XML: a suite a rubric; a case an example, and one for each criterion and flaw: whether it
// has examples on either side.
std::string examples_junit(const ExamplesReport& report);
// One object, indented.
std::string examples_json(const ExamplesReport& report);

}  // namespace assay
