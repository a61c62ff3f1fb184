#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include "bank/bank_check.h"
#include "bank/bank_settings.h"
#include "cli/command.h"
#include "report/check_report.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kFormats = {"text", "json", "junit", "sarif", "github"};

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
  GraderOptions grader;
};

// Banks with one assay.toml, or with none.
struct Group {
  fs::path settings;
  std::vector<std::string> banks;
};

// Relative to the current folder where it is in it, as reports for others want it.
std::string nearer(const fs::path& path) {
  if (!path.is_absolute()) return path.string();
  const fs::path relative = path.lexically_normal().lexically_relative(fs::current_path());
  const bool inside = !relative.empty() && *relative.begin() != "..";
  return inside ? relative.string() : path.string();
}

std::vector<Group> groups_of(const std::vector<std::string>& banks) {
  std::vector<Group> groups;
  for (const std::string& bank : banks) {
    fs::path settings = find_settings(bank);
    const auto known = std::find_if(groups.begin(), groups.end(),
                                    [&](const Group& group) { return group.settings == settings; });
    if (known == groups.end()) {
      groups.push_back({std::move(settings), {nearer(bank)}});
    } else {
      known->banks.push_back(nearer(bank));
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
    if (to.path == "-") to.path.clear();
    elsewhere |= !named || to.path.empty();
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
  return check_text(report, options);
}

void check_group(const Group& group, const CheckOptions& options, const Invocation& invocation,
                 CheckReport& report) {
  std::optional<BankSettings> settings = BankSettings();
  if (!group.settings.empty()) {
    settings = read_settings(group.settings, nearer(group.settings), report.mistakes);
    if (!settings) return;
  }
  std::vector<std::string> banks = group.banks;
  if (banks.empty()) {
    for (const fs::path& bank : settings->banks) banks.push_back(nearer(bank));
    if (banks.empty()) {
      throw std::runtime_error("no bank is named, neither here nor as `banks` in an assay.toml");
    }
  }
  Invocation with_settings = invocation;
  const auto append = [](std::vector<fs::path>& to, const std::vector<fs::path>& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(with_settings.rubric_dirs, settings->rubrics);
  append(with_settings.plugin_dirs, settings->plugins);
  Library library(with_settings);
  Bank bank = read_bank(
      banks,
      [&](const fs::path& path, bool is_folder) { return settings->ignores(path, is_folder); },
      invocation.stop);
  refuse_unsound(bank, library.rubrics);
  Grader grader(library.rubrics, options.grader);
  check_bank(std::move(bank), grader, report);
  for (Diagnostic mistake : library.rubrics.diagnostics()) {
    mistake.path = nearer(mistake.path);
    report.mistakes.push_back(std::move(mistake));
  }
}

int check(const CheckOptions& options, const Invocation& invocation) {
  const std::vector<Destination> all = destinations(options);
  std::vector<Group> groups = groups_of(options.banks);
  if (groups.empty()) groups.push_back({find_settings("."), {}});
  CheckReport report;
  for (const Group& group : groups) {
    check_group(group, options, invocation, report);
    if (invocation.stop->load()) return kInterrupted;
  }
  sort_diagnostics(report.mistakes);
  tell(report.mistakes);
  for (const CheckedAnswer& answer : report.answers) {
    if (answer.error) tell_error(answer.answer.record.id + ": " + answer.error->message);
  }
  for (const Destination& to : all) {
    const auto output =
        to.path.empty() ? std::make_unique<Output>() : std::make_unique<Output>(to.path);
    output->write(report_in(to.format, report, writer_options(invocation, *output)));
    output->commit();
  }
  if (report.errors() > 0) return kFailure;
  return report.findings() == 0 || options.exit_zero ? kClean : kFindings;
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
  add_grader_options(*command, options->grader);
  add_library_options(*command, invocation);
  command->footer(
      "Examples:\n"
      "  assay check answers/\n"
      "  assay check answers/ -o sarif=assay.sarif -o junit=assay.xml\n"
      "  assay check --format github");
  command->callback([&invocation, options] {
    invocation.run = [&invocation, options] { return check(*options, invocation); };
  });
}

}  // namespace assay
