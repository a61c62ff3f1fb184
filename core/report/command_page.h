// The commands as their --help tells of them, and what is made of that: completions for shells and
// manual pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct CommandOption {
  std::vector<std::string> names;  // "-q", "--question"; none: a word behind the command
  std::string value;               // "ID", "text|json"; empty for a flag; a positional's own name
  std::string description;
  bool required = false;
  bool many = false;  // it may be repeated
};

struct CommandPage {
  std::string name;     // "assay", "grade"
  std::string summary;  // a line
  std::vector<CommandOption> options;
  std::vector<CommandOption> positionals;
  std::string notes;  // paragraphs under the help: examples, exit codes
  std::vector<CommandPage> commands;
};

// What can stand for a value, as far as its name tells.
struct Completion {
  enum class What { nothing, words, files, folders, questions } what = What::nothing;
  std::vector<std::string> words;  // "text", "json"
};
Completion completion_of(const CommandOption& option);

// Scripts for the three shells. Ids of questions are asked of `assay list questions --format
// names`, with the --rubrics that stand in the line. REQUIRES: at most one level of commands below
// the commands of `assay`.
std::string bash_completions(const CommandPage& assay);
std::string zsh_completions(const CommandPage& assay);
std::string fish_completions(const CommandPage& assay);

// A manual page in the macros of man(7), by its file's name without the section: "assay",
// "assay-grade". Commands below a command stand in its page.
struct ManualPage {
  std::string name;
  std::string text;
};
// Of the program and of each command. `version` is the program's.
std::vector<ManualPage> manual_pages(const CommandPage& assay, std::string_view version);

}  // namespace assay
