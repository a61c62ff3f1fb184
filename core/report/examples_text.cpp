#include <algorithm>
#include <set>

#include "report/examples_report.h"
#include "report/glyphs.h"
#include "report/page.h"

namespace assay {

std::vector<std::uint32_t> failed_lines(const RubricExamples& rubric) {
  std::set<std::uint32_t> lines;
  for (const ExampleFailure& failure : rubric.run.failures) lines.insert(failure.line);
  return {lines.begin(), lines.end()};
}

std::size_t ExamplesReport::examples() const {
  std::size_t count = 0;
  for (const RubricExamples& one : rubrics) count += one.rubric ? one.rubric->examples.size() : 0;
  return count;
}

std::size_t ExamplesReport::failed() const {
  std::size_t count = 0;
  for (const RubricExamples& one : rubrics) count += failed_lines(one).size();
  return count;
}

std::size_t ExamplesReport::gaps() const {
  std::size_t count = 0;
  for (const RubricExamples& one : rubrics) count += one.run.gaps.size();
  return count;
}

std::size_t ExamplesReport::errors() const {
  return std::size_t(std::count_if(rubrics.begin(), rubrics.end(),
                                   [](const RubricExamples& one) { return !one.rubric; }));
}

namespace {

void append_rubric(std::string& out, const RubricExamples& one, const WriterOptions& options) {
  if (!one.rubric) {
    out += inked("ERROR", Ink::red, options.color) + " " + safe(one.question) + ": " +
           safe(one.error) + "\n";
    return;
  }
  const std::size_t all = one.rubric->examples.size();
  const std::size_t failed = failed_lines(one).size();
  const std::size_t gaps = one.run.gaps.size();
  if (failed + gaps == 0) {
    out += inked("ok", Ink::green, options.color) + "    " + one.question + ", " +
           counted(double(all), "example") + "\n";
    return;
  }
  out += inked("FAIL", Ink::red, options.color) + "  " + one.question + ", ";
  if (failed > 0) out += std::to_string(failed) + " of ";
  out += counted(double(all), "example");
  if (gaps > 0) out += ", " + std::to_string(gaps) + " lacking";
  out += "\n";
  for (const ExampleFailure& failure : one.run.failures) {
    const std::string place = safe(one.path) + ":" + std::to_string(failure.line) + ":";
    out += "  " + inked(place, Ink::bold, options.color) + " " + failure.should();
    if (!failure.why.empty()) out += " (" + safe(failure.why) + ")";
    out += "\n    " + safe(failure.text) + "\n";
  }
  for (const ExampleGap& gap : one.run.gaps) {
    out +=
        "  " + inked(safe(one.path) + ":", Ink::bold, options.color) + " " + gap.to_string() + "\n";
  }
}

}  // namespace

std::string examples_text(const ExamplesReport& report, const WriterOptions& options) {
  std::string out;
  for (const RubricExamples& one : report.rubrics) append_rubric(out, one, options);
  const std::size_t failed = report.failed();
  std::string line = counted(double(report.rubrics.size()), "rubric") + ", " +
                     counted(double(report.examples()), "example") + ": ";
  line += failed > 0               ? std::to_string(failed) + " failed"
          : report.examples() == 0 ? "nothing to run"
                                   : "all hold";
  if (report.gaps() > 0) line += ", " + std::to_string(report.gaps()) + " lacking";
  if (report.errors() > 0) line += ", " + counted(double(report.errors()), "error");
  const bool clean = failed + report.gaps() + report.errors() == 0;
  out += "\n" + inked(line, clean ? Ink::green : Ink::red, options.color) + "\n";
  return out;
}

}  // namespace assay
