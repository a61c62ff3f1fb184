#include "report/command_page.h"

namespace assay {
namespace {

// In single quotes of fish.
std::string fish_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_values(const CommandOption& option) {
  const Completion completion = completion_of(option);
  std::string words;
  switch (completion.what) {
    case Completion::What::words:
      for (const std::string& word : completion.words) words += (words.empty() ? "" : " ") + word;
      return " -x -a " + fish_word(words);
    case Completion::What::files:
      return " -r -F";
    case Completion::What::folders:
      return " -x -a '(__fish_complete_directories)'";
    case Completion::What::questions:
      return " -x -a '(__assay_questions)'";
    case Completion::What::nothing:
      break;
  }
  return " -x";
}

void add_fish_command(std::string& out, const std::string& path, const CommandPage& page,
                      std::string& paths) {
  const std::string at = "complete -c assay -n '__assay_at " + path + "'";
  if (path.find(' ') != path.npos) paths += " '" + path + "'";
  for (const CommandOption& option : page.options) {
    // The program's own options are taken behind every command.
    out += path.find(' ') == path.npos && !option.value.empty() ? "complete -c assay" : at;
    for (const std::string& name : option.names) {
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (!option.value.empty()) out += fish_values(option);
    out += " -d " + fish_word(option.description) + "\n";
  }
  for (const CommandOption& positional : page.positionals) {
    const Completion::What what = completion_of(positional).what;
    if (what == Completion::What::files) out += at + " -F\n";
    if (what == Completion::What::questions) out += at + " -a '(__assay_questions)'\n";
    if (what == Completion::What::words) out += at + fish_values(positional) + "\n";
  }
  for (const CommandPage& command : page.commands) {
    out += at + " -a " + command.name + " -d " + fish_word(command.summary) + "\n";
  }
  for (const CommandPage& command : page.commands) {
    add_fish_command(out, path + " " + command.name, command, paths);
  }
}

}  // namespace

std::string fish_completions(const CommandPage& assay) {
  std::string lines;
  std::string paths;
  add_fish_command(lines, assay.name, assay, paths);
  return "# fish completions for assay, made by `assay completions fish`.\n\n"
         "# Ids of questions, also those in the folders that the line names with --rubrics.\n"
         "function __assay_questions\n"
         "    set -l words (commandline -opc)\n"
         "    set -l rubrics\n"
         "    for i in (seq (count $words))\n"
         "        if test $words[$i] = --rubrics; and test $i -lt (count $words)\n"
         "            set -a rubrics --rubrics $words[(math $i + 1)]\n"
         "        else if string match -q -- '--rubrics=*' $words[$i]\n"
         "            set -a rubrics $words[$i]\n"
         "        end\n"
         "    end\n"
         "    $words[1] list questions --format names $rubrics 2>/dev/null\n"
         "end\n\n"
         "# Whether the words so far lead to the command that is given.\n"
         "function __assay_at\n"
         "    set -l commands" +
         paths +
         "\n"
         "    set -l path assay\n"
         "    for word in (commandline -opc)[2..-1]\n"
         "        contains -- \"$path $word\" $commands; and set path \"$path $word\"\n"
         "    end\n"
         "    test \"$path\" = \"$argv\"\n"
         "end\n\n"
         "complete -c assay -f\n" +
         lines;
}

}  // namespace assay
