#include <CLI/CLI.hpp>
#include <memory>
#include <stdexcept>

#include "assay/sdk_identity.h"
#include "cli/command.h"
#include "cli/command_table.h"

namespace assay {
namespace {

struct ManOptions {
  std::string command;
  std::filesystem::path all;
};

int print_manual(const CLI::App& app, const ManOptions& options) {
  const std::vector<ManualPage> pages = manual_pages(page_of(app), ASSAY_VERSION);
  if (!options.all.empty()) {
    std::filesystem::create_directories(options.all);
    for (const ManualPage& page : pages) {
      Output output(options.all / (page.name + ".1"));
      output.write(page.text);
      output.commit();
    }
    return kClean;
  }
  const std::string name = options.command.empty() ? "assay" : "assay-" + options.command;
  std::vector<std::string> commands;
  for (const ManualPage& page : pages) {
    if (page.name == name) {
      Output output;
      output.write(page.text);
      output.commit();
      return kClean;
    }
    if (page.name != "assay") commands.push_back(page.name.substr(sizeof "assay-" - 1));
  }
  throw std::runtime_error("there is no command \"" + options.command + "\"" +
                           did_you_mean(options.command, commands));
}

}  // namespace

void add_man(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("man", "Print a manual page");
  const auto options = std::make_shared<ManOptions>();
  command->add_option("COMMAND", options->command, "The page of this command; else of assay")
      ->option_text(" ");
  command->add_option("--all", options->all, "Write the pages of all commands into a folder")
      ->option_text("DIR");
  command->footer(
      "An installation has them where man looks for them.\n\n"
      "Example:\n  assay man grade | man -l -");
  command->callback([&app, &invocation, options] {
    invocation.run = [&app, options] { return print_manual(app, *options); };
  });
}

}  // namespace assay
