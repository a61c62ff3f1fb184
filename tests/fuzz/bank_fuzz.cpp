// A file of an answer bank, its settings, or a baseline, of any bytes is read or told of, with
// places that the file has; what is checked gives a report in every form.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "../grading/small_rubrics.h"
#include "../host/temp_folder.h"
#include "../parsed_json.h"
#include "bank/bank_check.h"
#include "bank/bank_settings.h"
#include "bank/baseline.h"
#include "bank/suppress.h"
#include "host/plugins.h"
#include "report/check_report.h"
#include "require.h"

namespace {

using namespace assay;

struct Bench {
  Bench() { folder.write("pack/runs.toml", rubric_toml("runs", "run|rerun")); }

  TempFolder folder;
  PluginHost plugins{{}};
  RubricLibrary library{{folder.path()}, plugins};
  Grader grader{library, {1}};
};

void require_places(const Diagnostics& mistakes) {
  for (const Diagnostic& mistake : mistakes) {
    require(!mistake.message.empty(), "a mistake without words");
    require(mistake.line == 0 || mistake.column > 0, "a line without a column");
  }
}

void check(const std::filesystem::path& file, Bench& bench) {
  Bank bank = read_bank({file.string()}, {});
  for (const BankAnswer& answer : bank.answers) {
    const std::size_t size = answer.file->bytes().size();
    require(answer.text.begin <= answer.text.end && answer.text.end <= size,
            "text beyond the file");
    for (const Expectation& expectation : answer.expectations) {
      require(expectation.span.begin <= expectation.span.end && expectation.span.end <= size,
              "an expectation beyond the file");
    }
  }
  refuse_unsound(bank, bench.library);
  require_places(bank.mistakes);
  CheckReport report;
  check_bank(std::move(bank), bench.grader, report);
  const Day today = *day_named("2026-11-30");
  apply_suppressions(
      {today, {}, [](const std::filesystem::path& path) { return path.string(); }, true}, report);
  number_fingerprints(report);
  require(is_json(check_json(report)), "a report that is no JSON");
  require(is_json(check_sarif(report)), "a log that is no JSON");
  require(!check_text(report, {}).empty(), "a report without words");
  require(check_junit(report).starts_with("<?xml"), "a report that is no XML");
  check_github(report);
  check_rdjsonl(report);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Bench bench;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bench.folder.write("answer.md", bytes), bench);
  check(bench.folder.write("answers.jsonl", bytes), bench);
  Diagnostics mistakes;
  const auto settings = read_settings(bench.folder.write("assay.toml", bytes), "s", mistakes);
  require(settings.has_value() == mistakes.empty(), "settings refused without a reason");
  mistakes.clear();
  const auto baseline = read_baseline(bench.folder.write("baseline.json", bytes), "b", mistakes);
  require(baseline.has_value() == mistakes.empty(), "a baseline refused without a reason");
  require_places(mistakes);
  return 0;
}
