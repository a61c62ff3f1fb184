#include <functional>

#include "report/command_page.h"

namespace assay {
namespace {

std::string words_with(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += between;
    all += word;
  }
  return all;
}

// What _assay_complete takes, as words of bash.
std::string bash_call(const Completion& completion) {
  switch (completion.what) {
    case Completion::What::words:
      return "words '" + words_with(completion.words, " ") + "'";
    case Completion::What::files:
      return "files";
    case Completion::What::folders:
      return "folders";
    case Completion::What::questions:
      return "questions";
    case Completion::What::nothing:
      break;
  }
  return "nothing";
}

using Visit = std::function<void(const std::string& path, const CommandPage& page)>;

void each_command(const std::string& before, const CommandPage& page, const Visit& visit) {
  const std::string path = before.empty() ? page.name : before + " " + page.name;
  visit(path, page);
  for (const CommandPage& command : page.commands) each_command(path, command, visit);
}

constexpr std::string_view kBashHead =
    R"bash(# bash completions for assay, made by `assay completions bash`.

# Ids of questions, also those in the folders that the line names with --rubrics.
_assay_questions() {
  local i rubrics=()
  for ((i = 1; i < ${#COMP_WORDS[@]} - 1; i++)); do
    if [[ ${COMP_WORDS[i]} == --rubrics ]]; then
      if [[ ${COMP_WORDS[i + 1]} == = ]]; then
        rubrics+=(--rubrics "${COMP_WORDS[i + 2]}")
      else
        rubrics+=(--rubrics "${COMP_WORDS[i + 1]}")
      fi
    fi
  done
  "${COMP_WORDS[0]}" list questions --format names "${rubrics[@]}" 2>/dev/null
}

# Adds candidates for the word $cur.
_assay_complete() {
  local IFS=$'\n'
  case $1 in
    words) COMPREPLY+=($(compgen -W "${2// /$'\n'}" -- "$cur")) ;;
    questions) COMPREPLY+=($(compgen -W "$(_assay_questions)" -- "$cur")) ;;
    files) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$cur")) ;;
    folders) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- "$cur")) ;;
  esac
}

_assay() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  local path=assay i
  COMPREPLY=()
  # bash makes a word of the "=" in --format=json.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path ${COMP_WORDS[i]}" in
)bash";

}  // namespace

std::string bash_completions(const CommandPage& assay) {
  std::string out(kBashHead);
  std::vector<std::string> paths;
  std::string values;
  std::string options;
  std::string words;
  each_command("", assay, [&](const std::string& path, const CommandPage& page) {
    if (path != assay.name) paths.push_back("'" + path + "'");
    std::vector<std::string> names;
    for (const CommandOption& option : page.options) {
      for (const std::string& name : option.names) {
        names.push_back(name);
        if (option.value.empty()) continue;
        // The program's own options are taken behind every command.
        const std::string at =
            path == assay.name ? "*' " + name + "'" : "'" + path + " " + name + "'";
        values +=
            "    " + at + ") _assay_complete " + bash_call(completion_of(option)) + "; return ;;\n";
      }
    }
    if (path != assay.name) {
      for (const CommandOption& option : assay.options) {
        if (!option.value.empty())
          names.insert(names.end(), option.names.begin(), option.names.end());
      }
    }
    options += "      '" + path + "') _assay_complete words '" + words_with(names, " ") + "' ;;\n";
    std::vector<std::string> commands;
    for (const CommandPage& command : page.commands) commands.push_back(command.name);
    if (!commands.empty()) {
      words +=
          "      '" + path + "') _assay_complete words '" + words_with(commands, " ") + "' ;;\n";
    } else if (!page.positionals.empty()) {
      // Which of several words it is, is not told apart.
      std::string calls;
      for (const CommandOption& positional : page.positionals) {
        calls += " _assay_complete " + bash_call(completion_of(positional)) + " ;";
      }
      words += "      '" + path + "')" + calls + ";\n";
    }
  });
  out +=
      "      " + words_with(paths, " | ") + ") path+=\" ${COMP_WORDS[i]}\" ;;\n    esac\n  done\n";
  out += "  case \"$path $prev\" in\n" + values + "  esac\n";
  out += "  if [[ $cur == -* ]]; then\n    case $path in\n" + options + "    esac\n";
  out += "  else\n    case $path in\n" + words + "    esac\n  fi\n}\n\ncomplete -F _assay assay\n";
  return out;
}  // namespace assay

}  // namespace assay
