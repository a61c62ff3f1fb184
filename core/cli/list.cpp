#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "report/listing.h"
#include "rules/kinds.h"

namespace assay {
namespace {

struct Listed {
  Listing listing;
  int exit_code = kClean;
};

// Of files' names, without loading anything.
Listed name_questions(Library& library) {
  Listed listed;
  for (const QuestionFile& file : library.rubrics.questions()) {
    listed.listing.rows.push_back({file.question});
  }
  return listed;
}

Listed list_questions(Library& library) {
  Listed listed;
  listed.listing.columns = {"question", "pack", "title"};
  for (const QuestionFile& file : library.rubrics.questions()) {
    const RubricLibrary::Found found = library.rubrics.find(file.question);
    listed.listing.rows.push_back(
        {file.question, file.pack, found.rubric ? found.rubric->title : "(refused)"});
  }
  tell(library.rubrics.diagnostics());
  if (!library.rubrics.diagnostics().empty()) listed.exit_code = kFailure;
  return listed;
}

// Every plugin that loads; those that do not are told.
template <typename Each>
int each_plugin(Library& library, Each each) {
  int exit_code = kClean;
  for (const std::string& name : library.plugins.available()) {
    std::string why;
    if (const LoadedPlugin* plugin = library.plugins.load(name, why)) {
      each(*plugin);
    } else {
      tell_error(why);
      exit_code = kFailure;
    }
  }
  return exit_code;
}

Listed name_plugins(Library& library) {
  Listed listed;
  for (const std::string& name : library.plugins.available()) {
    listed.listing.rows.push_back({name});
  }
  return listed;
}

Listed list_plugins(Library& library) {
  Listed listed;
  listed.listing.columns = {"plugin", "version", "trust", "hash", "path"};
  listed.exit_code = each_plugin(library, [&](const LoadedPlugin& plugin) {
    listed.listing.rows.push_back({plugin.name, plugin.version,
                                   plugin.installed ? "installed" : "contained", hash_of(plugin),
                                   plugin.path.string()});
  });
  return listed;
}

Listed list_kinds(Library& library) {
  Listed listed;
  listed.listing.columns = {"kind", "summary"};
  for (const Kind& kind : core_kinds()) {
    listed.listing.rows.push_back({std::string(kind.name), std::string(kind.summary)});
  }
  listed.exit_code = each_plugin(library, [&](const LoadedPlugin& plugin) {
    for (const Kind& kind : plugin.kinds) {
      listed.listing.rows.push_back(
          {plugin.name + "." + std::string(kind.name), std::string(kind.summary)});
    }
  });
  return listed;
}

}  // namespace

void add_list(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("list", "List questions, plugins or kinds of rule");
  command->require_subcommand(1);
  command->footer("Example:\n  assay list questions");
  const auto format = std::make_shared<std::string>();
  const auto add = [&](const char* what, const char* description, Listed (*list)(Library&),
                       Listed (*name)(Library&)) {
    CLI::App* listing = command->add_subcommand(what, description);
    add_format_option(*listing, *format, {"text", "json", "names"});
    add_library_options(*listing, invocation);
    listing->footer("Example:\n  assay list " + std::string(what) + " --format json");
    listing->callback([&invocation, format, list, name] {
      invocation.run = [&invocation, format, list, name] {
        Library library(invocation);
        const Listed listed = (*format == "names" ? name : list)(library);
        Output output;
        output.write(*format == "json" ? listing_json(listed.listing)
                     : *format == "names"
                         ? listing_names(listed.listing)
                         : listing_text(listed.listing, writer_options(invocation, output)));
        output.commit();
        return listed.exit_code;
      };
    });
  };
  add("questions", "The questions there are rubrics for", list_questions, name_questions);
  add("plugins", "The plugins found", list_plugins, name_plugins);
  add("kinds", "The kinds of rule that a rubric may use", list_kinds, list_kinds);
}

}  // namespace assay
