// L402: two criteria that no example tells apart.
#include <algorithm>

#include "lint/check.h"
#include "lint/example_runs.h"

namespace assay {
namespace {

constexpr std::size_t kFewest = 2;  // examples that meet both; with fewer that may be chance

void find_same_examples(const LintRubric& rubric, LintSink& sink) {
  const auto& criteria = rubric.rubric->criteria;
  std::vector<std::vector<bool>> met(criteria.size());
  run_examples(rubric, [&](const ExampleRun& run) {
    for (std::size_t i = 0; i < criteria.size(); ++i) met[i].push_back(run.sheet->criteria[i].met);
  });
  const auto tables = rubric.tables("criterion");
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const auto times = std::size_t(std::count(met[i].begin(), met[i].end(), true));
    for (std::size_t k = 0; k < i && times >= kFewest; ++k) {
      if (met[i] != met[k]) continue;
      sink.add(rubric.file, *tables[i]->get("id"),
               "the same " + std::to_string(times) + " examples meet " + code_of(criteria[i].id) +
                   " and " + code_of(criteria[k].id),
               "add an example that meets one of them and not the other, or make one of both");
    }
  }
}

void find_same_examples(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) {
    sink.try_rules(rubric.file, [&] { find_same_examples(rubric, sink); });
  }
}

}  // namespace

const LintCheck kSameExamples{"L402", "same-examples", "No example tells two criteria apart",
                              find_same_examples};

}  // namespace assay
