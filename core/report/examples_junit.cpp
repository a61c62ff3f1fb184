#include <algorithm>

#include "report/examples_report.h"
#include "report/junit.h"

namespace assay {
namespace {

JunitCase case_of_example(const Example& example, const RubricExamples& one) {
  JunitCase out;
  out.name = "line " + std::to_string(example.line);
  std::string wrong;
  for (const ExampleFailure& failure : one.run.failures) {
    if (failure.line != example.line) continue;
    if (out.message.empty()) out.message = failure.should();
    wrong += one.path + ":" + std::to_string(failure.line) + ": " + failure.should() +
             (failure.why.empty() ? "" : " (" + failure.why + ")") + "\n";
  }
  if (wrong.empty()) return out;
  out.outcome = JunitCase::Outcome::failed;
  out.type = "example";
  out.body = wrong + example.text;
  return out;
}

JunitCase case_of_sides(const std::string& id, bool flaw, const RubricExamples& one) {
  JunitCase out;
  out.name = (flaw ? "flaw " : "criterion ") + id + ": examples on either side";
  for (const ExampleGap& gap : one.run.gaps) {
    if (gap.flaw != flaw || gap.id != id) continue;
    out.outcome = JunitCase::Outcome::failed;
    out.type = "lacking";
    if (out.message.empty()) out.message = gap.to_string();
    out.body += one.path + ": " + gap.to_string() + "\n";
  }
  return out;
}

}  // namespace

std::string examples_junit(const ExamplesReport& report) {
  JunitReport out("assay test");
  for (const RubricExamples& one : report.rubrics) {
    if (!one.rubric) {
      JunitCase error;
      error.name = "load";
      error.outcome = JunitCase::Outcome::error;
      error.message = one.error;
      for (const Diagnostic& mistake : report.mistakes) {
        if (mistake.path == one.path) error.body += mistake.to_string() + "\n";
      }
      out.add(one.question, error);
      continue;
    }
    for (const Example& example : one.rubric->examples) {
      out.add(one.question, case_of_example(example, one));
    }
    for (const Criterion& criterion : one.rubric->criteria) {
      out.add(one.question, case_of_sides(criterion.id, false, one));
    }
    for (const Flaw& flaw : one.rubric->flaws) {
      out.add(one.question, case_of_sides(flaw.id, true, one));
    }
  }
  for (const Diagnostic& mistake : report.mistakes) {
    if (std::any_of(report.rubrics.begin(), report.rubrics.end(),
                    [&](const RubricExamples& one) { return one.path == mistake.path; })) {
      continue;
    }
    JunitCase error;
    error.name = mistake.line > 0 ? "line " + std::to_string(mistake.line) : "name";
    error.outcome = JunitCase::Outcome::error;
    error.message = mistake.message;
    error.body = mistake.to_string();
    out.add(mistake.path, error);
  }
  return out.finish();
}

}  // namespace assay
