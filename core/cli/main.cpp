#include <CLI/CLI.hpp>
#include <csignal>
#include <sstream>
#include <string>
#include <vector>

#include "assay/sdk_identity.h"
#include "cli/build_facts.h"
#include "cli/command.h"
#include "host/heap.h"
#include "host/log.h"
#include "report/glyphs.h"
#include "rubric/diagnostics.h"
#include "rubric/thrown.h"

namespace assay {
namespace {

// What it takes to grade one answer.
constexpr std::size_t kColdHeap = std::size_t{5} << 19;

StopFlag stop = false;

void stop_early(int) { stop = true; }

// The second Ctrl-C ends the process at once, and so does another of the signals; a reader that
// goes away is told by write(). What is to outlive a hang-up (nohup) does.
void handle_signals() {
  struct sigaction action = {};
  action.sa_handler = stop_early;
  action.sa_flags = int(SA_RESETHAND);  // no SA_RESTART: a read that waits has to end
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before = {};
    sigaction(signal, nullptr, &before);
    if (signal == SIGHUP && before.sa_handler == SIG_IGN) continue;
    sigaction(signal, &action, nullptr);
  }
  std::signal(SIGPIPE, SIG_IGN);
}

void add_log_level(CLI::App& app) {
  app.add_option_function<std::string>("--log-level", set_log_level,
                                       "Least of what is told on standard error; warn by default")
      ->option_text("debug|info|warn|error|off")
      ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}).description(""));
}

// Of the innermost command that was given, or of the program.
const CLI::App& innermost(const CLI::App& app) {
  const std::vector<CLI::App*> given = app.get_subcommands();
  return given.empty() ? app : innermost(*given.front());
}

std::vector<std::string> names_of_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* at = &app; at; at = at->get_parent()) {
    for (const CLI::Option* option : at->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

bool is_one_of(const std::string& name, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What is wrong with the words, better than CLI11 says it where a name was mistyped.
std::string usage_error(const CLI::App& app, const std::vector<std::string>& words,
                        const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  const std::vector<std::string> commands = names_of_commands(command);
  const std::vector<std::string> options = names_of_options(command);
  bool after_command = &command == &app;
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word.starts_with("--")) {
      const std::string name = word.substr(0, word.find('='));
      if (!is_one_of(name, options)) {
        return "there is no option \"" + name + "\"" + did_you_mean(name, options);
      }
    } else if (after_command && !commands.empty()) {
      return "there is no command \"" + word + "\"" + did_you_mean(word, commands);
    } else if (word == command.get_name()) {
      after_command = true;
    }
  }
  if (!commands.empty()) {
    std::string message = "a command is missing:";
    for (const std::string& name : commands) message += " " + name;
    return message;
  }
  return error.what();
}

// CLI11 keeps lines as they are, and indents those after the first.
void wrap_help(CLI::App& app) {
  constexpr unsigned kLine = 80;
  constexpr unsigned kColumn = 26;
  const auto wrapped = [](const std::string& text) {
    std::string lines;
    for (const std::string& line : wrap(text, kLine - kColumn)) {
      lines += (lines.empty() ? "" : "\n") + line;
    }
    return lines;
  };
  app.get_formatter()->column_width(kColumn);
  for (CLI::Option* option : app.get_options()) {
    option->description(wrapped(option->get_description()));
  }
  for (CLI::App* command : app.get_subcommands({})) {
    wrap_help(*command);
  }
}

std::string full_name(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  return parent ? full_name(*parent) + " " + app.get_name() : "assay";
}

int run(int argc, char** argv) {
  CLI::App app("Grades written design answers, and shows the words that earned each point.");
  app.name("assay");
  bool with_facts = false;
  const CLI::Option* verbose = nullptr;
  CLI::Option* version = app.set_version_flag(
      "--version",
      [&verbose] {
        return "assay " ASSAY_VERSION + (verbose->count() > 0 ? "\n" + build_facts() : "");
      },
      "Print the version and exit");
  verbose =
      app.add_flag("--verbose", with_facts, "With --version: what the program was built of too")
          ->option_text(" ")
          ->needs(version);
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(
      "Example:\n  assay grade -q idempotency answer.md\n\n"
      "Exit codes: 0 clean, 1 findings, 2 a usage, rubric, plugin or I/O error.");
  add_log_level(app);

  Invocation invocation;
  invocation.stop = &stop;
  add_grade(app, invocation);
  add_agree(app, invocation);
  add_check(app, invocation);
  add_completions(app, invocation);
  add_explain(app, invocation);
  add_fmt(app, invocation);
  add_lint(app, invocation);
  add_list(app, invocation);
  add_man(app, invocation);
  add_mine(app, invocation);
  add_new(app, invocation);
  add_test(app, invocation);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    wrap_help(app);
    std::ostringstream told;
    const int code = app.exit(help, told, told);
    Output output;
    output.write(told.str());
    output.commit();
    return code == 0 ? kClean : kFailure;
  } catch (const CLI::ParseError& error) {
    tell_error(usage_error(app, {argv + 1, argv + argc}, error));
    std::fprintf(stderr, "See %s --help.\n", full_name(innermost(app)).c_str());
    return kFailure;
  }
  return invocation.run();
}

}  // namespace
}  // namespace assay

int main(int argc, char** argv) {
  assay::take_heap(assay::kColdHeap);
  assay::handle_signals();
  int exit_code = assay::kFailure;
  if (const auto thrown = assay::thrown_by([&] { exit_code = assay::run(argc, argv); })) {
    assay::tell_error(*thrown);
  }
  return exit_code;
}
