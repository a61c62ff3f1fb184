#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/command_table.h"

namespace assay {

void add_completions(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("completions", "Print a shell's completions of these");
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "The shell that is to read them")
      ->option_text("bash|zsh|fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
  command->footer(
      "An installation has them where the shells look for them.\n\n"
      "Examples:\n"
      "  source <(assay completions bash)\n"
      "  assay completions fish > ~/.config/fish/completions/assay.fish");
  command->callback([&app, &invocation, shell] {
    invocation.run = [&app, shell] {
      const CommandPage page = page_of(app);
      Output output;
      output.write(*shell == "zsh"    ? zsh_completions(page)
                   : *shell == "fish" ? fish_completions(page)
                                      : bash_completions(page));
      output.commit();
      return kClean;
    };
  });
}

}  // namespace assay
