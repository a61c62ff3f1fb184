#include "report/command_page.h"

namespace assay {
namespace {

// Between single quotes of zsh.
std::string zsh_word(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out;
}

// A part of a specification of _arguments, where colons and brackets divide.
std::string zsh_part(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return zsh_word(out);
}

std::string zsh_action(const CommandOption& option) {
  const Completion completion = completion_of(option);
  std::string words;
  switch (completion.what) {
    case Completion::What::words:
      for (const std::string& word : completion.words) words += (words.empty() ? "" : " ") + word;
      return "(" + words + ")";
    case Completion::What::files:
      return "_files";
    case Completion::What::folders:
      return "_files -/";
    case Completion::What::questions:
      return "_assay__ids";
    case Completion::What::nothing:
      break;
  }
  return " ";
}

std::string zsh_specification(const CommandOption& option) {
  const std::string value =
      option.value.empty() ? "" : ":" + zsh_part(option.value) + ":" + zsh_action(option);
  if (option.names.empty()) return "'" + std::string(option.many ? "*" : "") + value + "'";
  const std::string behind = "'[" + zsh_part(option.description) + "]" + value + "'";
  if (option.names.size() == 1) {
    return (option.many ? "'*'" : "") + option.names.front() + behind;
  }
  std::string all;
  std::string braced;
  for (const std::string& name : option.names) {
    all += (all.empty() ? "" : " ") + name;
    braced += (braced.empty() ? "" : ",") + name;
  }
  return (option.many ? "'*'" : "'(" + all + ")'") + ("{" + braced + "}") + behind;
}

std::string zsh_function(const std::string& path) {
  std::string name = "_" + path;
  for (char& c : name) {
    if (c == ' ' || c == '-') c = '_';
  }
  return name;
}

void add_zsh_function(std::string& out, const std::string& path, const CommandPage& page,
                      const std::vector<CommandOption>& further) {
  for (const CommandPage& command : page.commands) {
    add_zsh_function(out, path + " " + command.name, command, further);
  }
  out += zsh_function(path) + "() {\n";
  if (!page.commands.empty()) {
    out +=
        "  local curcontext=$curcontext state line ret=1\n  typeset -A opt_args\n"
        "  local -a commands=(\n";
    for (const CommandPage& command : page.commands) {
      out += "    '" + zsh_part(command.name) + ":" + zsh_word(command.summary) + "'\n";
    }
    out += "  )\n";
  }
  out += page.commands.empty() ? "  _arguments" : "  _arguments -C";
  const auto add = [&out](const CommandOption& option) {
    out += " \\\n    " + zsh_specification(option);
  };
  for (const CommandOption& option : page.options) add(option);
  if (path.find(' ') != path.npos) {
    for (const CommandOption& option : further) {
      if (!option.value.empty()) add(option);
    }
  }
  if (page.commands.empty()) {
    for (const CommandOption& positional : page.positionals) add(positional);
    out += "\n}\n\n";
    return;
  }
  out +=
      " \\\n    '1: :->command' '*:: :->rest' && ret=0\n  case $state in\n"
      "    command) _describe -t commands command commands && ret=0 ;;\n"
      "    rest)\n      case $line[1] in\n";
  for (const CommandPage& command : page.commands) {
    out += "        " + command.name + ") " + zsh_function(path + " " + command.name) +
           " && ret=0 ;;\n";
  }
  out += "      esac ;;\n  esac\n  return ret\n}\n\n";
}

constexpr std::string_view kZshHead = R"zsh(#compdef assay
# zsh completions for assay, made by `assay completions zsh`.

# Ids of questions, also those in the folders that the line names with --rubrics.
_assay__ids() {
  local -a rubrics ids
  local i
  for ((i = 1; i < $#words; i++)); do
    [[ $words[i] == --rubrics ]] && rubrics+=(--rubrics ${(Q)words[i + 1]})
    [[ $words[i] == --rubrics=* ]] && rubrics+=(${(Q)words[i]})
  done
  ids=(${(f)"$(assay list questions --format names $rubrics 2>/dev/null)"})
  _describe -t questions question ids
}

)zsh";

}  // namespace

std::string zsh_completions(const CommandPage& assay) {
  std::string out(kZshHead);
  add_zsh_function(out, assay.name, assay, assay.options);
  // Loaded by compinit, or read by a line of .zshrc.
  return out +
         "if [[ $funcstack[1] == _assay ]]; then\n  _assay \"$@\"\nelse\n"
         "  compdef _assay assay\nfi\n";
}

}  // namespace assay
