#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include "bank/bank_check.h"
#include "bank/bank_settings.h"
#include "bank/baseline.h"
#include "bank/paths.h"
#include "bank/repository_ignores.h"
#include "bank/suppress.h"
#include "cli/command.h"
#include "report/baseline_json.h"
#include "report/check_report.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kFormats = {"text", "json", "junit", "sarif", "github", "rdjsonl"};

// Where one form of the report goes; an empty path is standard output.
struct Destination {
  std::string format;
  fs::path path;
};

struct CheckOptions {
  std::vector<std::string> banks;
  std::string format;
  std::vector<std::string> outputs;
  bool exit_zero = false;
  std::string baseline;
  bool update_baseline = false;
  std::string today;
  bool no_ignore = false;
  bool force_exclude = false;
  GraderOptions grader;
};

// Banks with one assay.toml, or with none.
struct Group {
  fs::path settings;
  std::vector<std::string> banks;
};

std::vector<Group> groups_of(const std::vector<std::string>& banks) {
  std::vector<Group> groups;
  for (const std::string& bank : banks) {
    fs::path settings = find_settings(bank);
    const auto known = std::find_if(groups.begin(), groups.end(),
                                    [&](const Group& group) { return group.settings == settings; });
    if (known == groups.end()) {
      groups.push_back({std::move(settings), {shown_path(bank)}});
    } else {
      known->banks.push_back(shown_path(bank));
    }
  }
  return groups;
}

// "-o sarif=report.sarif", or "-o FILE" for the form that --format names.
std::vector<Destination> destinations(const CheckOptions& options) {
  std::vector<Destination> all;
  bool elsewhere = false;
  for (const std::string& output : options.outputs) {
    const std::size_t equals = output.find('=');
    const std::string format = output.substr(0, equals == output.npos ? 0 : equals);
    const bool named = std::find(kFormats.begin(), kFormats.end(), format) != kFormats.end();
    Destination to = {named ? format : options.format, named ? output.substr(equals + 1) : output};
    if (to.path.empty()) throw std::runtime_error("-o " + output + " names no file");
    elsewhere |= !named || to.path == "-";
    all.push_back(std::move(to));
  }
  if (!elsewhere) all.insert(all.begin(), {options.format, {}});
  return all;
}

std::string report_in(const std::string& format, const CheckReport& report,
                      const WriterOptions& options) {
  if (format == "json") return check_json(report);
  if (format == "junit") return check_junit(report);
  if (format == "sarif") return check_sarif(report);
  if (format == "github") return check_github(report);
  if (format == "rdjsonl") return check_rdjsonl(report);
  return check_text(report, options);
}

std::vector<fs::path> all_absolute(const std::vector<std::string>& paths) {
  std::vector<fs::path> all;
  for (const std::string& path : paths) all.push_back(absolute_path(path));
  return all;
}

template <class T>
void append(std::vector<T>& to, std::vector<T> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// Appends to the report, and to the paths checked.
void check_group(const Group& group, const CheckOptions& options,
                 const std::vector<Destination>& destinations, Day today,
                 const Invocation& invocation, CheckReport& report,
                 std::vector<fs::path>& checked) {
  std::optional<BankSettings> settings = BankSettings();
  if (!group.settings.empty()) {
    settings = read_settings(group.settings, shown_path(group.settings), report.mistakes);
    if (!settings) return;
  }
  std::vector<std::string> banks = group.banks;
  if (banks.empty()) {
    for (const fs::path& of_settings : settings->banks) banks.push_back(shown_path(of_settings));
    if (banks.empty()) {
      throw std::runtime_error("no bank is named, neither here nor as `banks` in an assay.toml");
    }
  }
  Invocation with_settings = invocation;
  append(with_settings.rubric_dirs, settings->rubrics);
  append(with_settings.plugin_dirs, settings->plugins);
  Library library(with_settings);
  RepositoryIgnores repository;
  const auto by_settings = [&](const fs::path& path, bool is_folder) {
    return settings->ignores(path, is_folder);
  };
  const auto by_any = [&](const fs::path& path, bool is_folder) {
    return by_settings(path, is_folder) || repository.leave_out(absolute_path(path), is_folder);
  };
  BankOptions reading = {{}, {}, invocation.stop, options.grader.limits.record_bytes};
  if (options.force_exclude) reading.leave_out_named = by_settings;
  if (!options.no_ignore) reading.leave_out_found = by_any;
  for (const Destination& to : destinations) {
    refuse_to_overwrite(to.path, banks, options.baseline, reading.leave_out_found);
  }
  Bank bank = read_bank(banks, reading);
  refuse_unsound(bank, library.rubrics);
  Grader grader(library.rubrics, options.grader);
  CheckReport part;
  check_bank(std::move(bank), grader, part);
  const std::vector<fs::path> here = all_absolute(banks);
  append(checked, here);
  const auto is_checked = [&](const fs::path& path) { return lies_in(path, here); };
  const std::vector<fs::path> all =
      settings->banks.empty() ? std::vector<fs::path>{settings->folder} : settings->banks;
  apply_suppressions(
      {today, settings->suppressions, [&](const fs::path& path) { return settings->below(path); },
       std::all_of(all.begin(), all.end(), is_checked)},
      part);
  for (const Diagnostics& mistakes : {library.rubrics.diagnostics(), repository.mistakes()}) {
    for (Diagnostic mistake : mistakes) {
      mistake.path = shown_path(mistake.path);
      part.mistakes.push_back(std::move(mistake));
    }
  }
  append(report.answers, std::move(part.answers));
  append(report.others, std::move(part.others));
  append(report.mistakes, std::move(part.mistakes));
  report.ignored += part.ignored;
}

// What the comparison with the baseline came to; nothing where the baseline cannot be read.
std::optional<BaselineChange> compare(const CheckOptions& options,
                                      const std::vector<fs::path>& checked, CheckReport& report) {
  Baseline baseline;
  baseline.folder = absolute_path(options.baseline).parent_path();
  if (!options.update_baseline || fs::exists(options.baseline)) {
    std::optional<Baseline> read =
        read_baseline(options.baseline, options.baseline, report.mistakes);
    if (!read) return std::nullopt;
    baseline = std::move(*read);
  }
  return compare_with_baseline(baseline, checked, report);
}

// Never in silence: what came and what went stands on standard error.
void update_baseline(const std::string& file, const BaselineChange& change) {
  const std::string bytes = baseline_json(change.renewed);
  if (bytes.size() > kLargestFile) {
    throw std::runtime_error("a baseline of " + std::to_string(change.renewed.size()) +
                             " findings is longer than 1 MiB, and would not be read: " + file);
  }
  Output output(file);
  output.write(bytes);
  output.commit();
  tell_line(file + ": " + std::to_string(change.added) + " added, " +
            std::to_string(change.removed) + " removed, " + std::to_string(change.renewed.size()) +
            " in all");
}

Day today_of(const CheckOptions& options) {
  if (options.today.empty()) {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  }
  const std::optional<Day> day = day_named(options.today);
  if (!day)
    throw std::runtime_error("--today " + options.today + " is no day; expected one as 2027-01-31");
  return *day;
}

int check(const CheckOptions& options, const Invocation& invocation) {
  const std::vector<Destination> all = destinations(options);
  const Day today = today_of(options);
  std::vector<Group> groups = groups_of(options.banks);
  if (groups.empty()) groups.push_back({find_settings("."), {}});
  CheckReport report;
  std::vector<fs::path> checked;
  for (const Group& group : groups) {
    check_group(group, options, all, today, invocation, report, checked);
    if (invocation.stop->load()) return kInterrupted;
  }
  number_fingerprints(report);
  std::optional<BaselineChange> change;
  if (!options.baseline.empty()) change = compare(options, checked, report);
  sort_diagnostics(report.mistakes);
  tell(report.mistakes);
  for (const CheckedAnswer& answer : report.answers) {
    if (answer.error) tell_error(answer.answer.record.id + ": " + answer.error->message);
  }
  for (const Destination& to : all) {
    const auto output = open_output(to.path);
    output->write(report_in(to.format, report, writer_options(invocation, *output)));
    output->commit();
  }
  if (report.errors() > 0) {
    if (options.update_baseline) tell_error(options.baseline + " is left as it was");
    return kFailure;
  }
  if (options.update_baseline) {
    update_baseline(options.baseline, *change);
    return kClean;
  }
  return report.failures() == 0 || options.exit_zero ? kClean : kFindings;
}

}  // namespace

void add_check(CLI::App& app, Invocation& invocation) {
  CLI::App* command =
      app.add_subcommand("check", "Check that answers of a bank earn what they must");
  const auto options = std::make_shared<CheckOptions>();
  command
      ->add_option("BANK", options->banks,
                   "Folders, .md or .txt files with front matter, or .jsonl with records; without "
                   "any the banks of the assay.toml here or above")
      ->option_text("...");
  add_format_option(*command, options->format, kFormats);
  command
      ->add_option("-o,--output", options->outputs,
                   "Write a form of the report to a file, which is replaced once all is checked; "
                   "may be repeated. Without a form it is that of --format")
      ->option_text("[FORMAT=]FILE")
      ->allow_extra_args(false);
  command->add_flag("--exit-zero", options->exit_zero, "Exit with 0 in spite of findings");
  CLI::Option* baseline =
      command
          ->add_option("--baseline", options->baseline,
                       "Findings that are known: they are shown, and only others fail")
          ->option_text("FILE");
  command
      ->add_flag("--update-baseline", options->update_baseline,
                 "Write the findings there are to the baseline, say how many came and went, and "
                 "exit with 0")
      ->needs(baseline);
  command
      ->add_option("--today", options->today,
                   "The day for suppressions that end; the system's, in UTC, by default. Nothing "
                   "else depends on the day")
      ->option_text("YYYY-MM-DD");
  CLI::Option* no_ignore =
      command->add_flag("--no-ignore", options->no_ignore,
                        "Leave nothing out of folders, whatever .gitignore files and the `ignore` "
                        "of assay.toml say");
  command
      ->add_flag("--force-exclude", options->force_exclude,
                 "Leave out named files too where the `ignore` of assay.toml says so; else what "
                 "is named is checked")
      ->excludes(no_ignore);
  add_grader_options(*command, options->grader);
  add_library_options(*command, invocation);
  command->footer(
      "Examples:\n"
      "  assay check answers/\n"
      "  assay check answers/ -o sarif=assay.sarif -o junit=assay.xml\n"
      "  assay check answers/ --baseline baseline.json --update-baseline\n"
      "  assay check --format github");
  command->callback([&invocation, options] {
    invocation.run = [&invocation, options] { return check(*options, invocation); };
  });
}

}  // namespace assay
