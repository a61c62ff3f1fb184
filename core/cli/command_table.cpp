#include "cli/command_table.h"

#include <CLI/CLI.hpp>

namespace assay {
namespace {

CommandOption option_of(const CLI::Option& option) {
  CommandOption made;
  for (const std::string& name : option.get_snames()) made.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) made.names.push_back("--" + name);
  made.description = option.get_description();
  made.required = option.get_required();
  made.many = option.get_items_expected_max() > 1;
  if (option.get_positional()) {
    const std::string& choices = option.get_option_text();
    made.value = choices.find('|') == choices.npos ? option.get_name(true) : choices;
  } else if (option.get_type_size() != 0) {
    made.value =
        option.get_option_text().empty() ? option.get_type_name() : option.get_option_text();
  }
  return made;
}

}  // namespace

CommandPage page_of(const CLI::App& app) {
  CommandPage page;
  page.name = app.get_name();
  page.summary = app.get_description();
  page.notes = app.get_footer();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    (option->get_positional() ? page.positionals : page.options).push_back(option_of(*option));
  }
  for (const CLI::App* command : app.get_subcommands({})) {
    if (!command->get_group().empty()) page.commands.push_back(page_of(*command));
  }
  return page;
}

}  // namespace assay
