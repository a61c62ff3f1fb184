#include <algorithm>
#include <cctype>

#include "report/command_page.h"
#include "report/glyphs.h"

namespace assay {
namespace {

// Text that roff shows as it is.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\'':
        out += "\\(aq";
        break;
      case '`':
        out += "\\(ga";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '~':
        out += "\\(ti";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// A line as it is: a dot at its begin would be a request.
std::string line(std::string_view text) {
  return (text.starts_with('.') ? "\\&" : "") + plain(text) + "\n";
}

// Text that roff fills into lines of its own.
std::string lines(std::string_view text) {
  constexpr unsigned kSource = 70;  // columns, before what is escaped
  std::string out;
  for (const std::string& piece : wrap(text, kSource)) out += line(piece);
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + plain(text) + "\\fR"; }

// "Grade answers" as it reads behind a dash.
std::string phrase(std::string text) {
  if (!text.empty()) text.front() = char(std::tolower(std::uint8_t(text.front())));
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + at.size(), text.size()));
  }
  return parts;
}

// What stands under the help, by what it is.
struct Notes {
  std::vector<std::string> paragraphs;
  std::vector<std::string> examples;  // lines
  std::string exit_codes;
};

Notes notes_of(const CommandPage& page) {
  constexpr std::string_view kExitCodes = "Exit codes: ";
  Notes notes;
  for (const std::string& paragraph : split(page.notes, "\n\n")) {
    const std::vector<std::string> rows = split(paragraph, "\n");
    if (rows.front() == "Example:" || rows.front() == "Examples:") {
      for (std::size_t i = 1; i < rows.size(); ++i) {
        notes.examples.push_back(
            rows[i].substr(std::min(rows[i].find_first_not_of(' '), rows[i].size())));
      }
    } else if (paragraph.starts_with(kExitCodes)) {
      notes.exit_codes = paragraph.substr(kExitCodes.size());
    } else {
      notes.paragraphs.push_back(paragraph);
    }
  }
  return notes;
}

std::string synopsis(const std::string& command, const CommandPage& page) {
  std::string out = bold(command) + " [" + italic("OPTIONS") + "]";
  for (const CommandOption& positional : page.positionals) {
    const std::string word = italic(positional.value) + (positional.many ? " ..." : "");
    out += positional.required ? " " + word : " [" + word + "]";
  }
  if (!page.commands.empty()) out += " " + italic("COMMAND");
  return out + "\n";
}

std::string tagged(const std::string& tag, std::string_view description) {
  return ".TP\n" + tag + "\n" + lines(description);
}

std::string names_of(const CommandOption& option) {
  std::string names;
  for (const std::string& name : option.names) {
    names += (names.empty() ? "" : ", ") + bold(name);
  }
  if (option.names.empty()) return italic(option.value);
  return option.value.empty() ? names : names + " " + italic(option.value);
}

std::string all_of(const std::vector<CommandOption>& options) {
  std::string out;
  for (const CommandOption& option : options) {
    out += tagged(names_of(option), option.description);
  }
  return out;
}

std::string shown(const std::vector<std::string>& examples) {
  std::string out;
  for (const std::string& example : examples) {
    out += (out.empty() ? ".nf\n" : ".PP\n.nf\n") + line(example) + ".fi\n";
  }
  return out;
}

std::string head(const std::string& name, const std::string& summary, std::string_view version) {
  std::string title = name;
  std::transform(title.begin(), title.end(), title.begin(),
                 [](char c) { return char(std::toupper(std::uint8_t(c))); });
  // Without a date: the same sources make the same pages whenever they are built.
  std::string out = ".\\\" Made by `assay man`.\n";
  out += ".TH " + plain(title) + " 1 \"\" \"assay " + plain(version) + "\" \"assay\"\n";
  return out + ".SH NAME\n" + plain(name) + " \\- " + plain(phrase(summary)) + "\n";
}

std::string described(const CommandPage& page, const Notes& notes) {
  std::string out =
      ".SH DESCRIPTION\n" + lines(page.summary + (page.summary.ends_with('.') ? "" : "."));
  for (const std::string& paragraph : notes.paragraphs) {
    out += ".PP\n";
    out += lines(paragraph);
  }
  return out;
}

// A command below the page's command.
std::string subsection(const std::string& command, const CommandPage& page) {
  std::string out = ".SS " + plain(command) + "\n" + synopsis(command, page) + ".PP\n" +
                    lines(page.summary + ".");
  out += all_of(page.positionals) + all_of(page.options);
  const std::vector<std::string> examples = notes_of(page).examples;
  return examples.empty() ? out : out + ".PP\n" + shown(examples);
}

ManualPage command_page(const CommandPage& assay, const CommandPage& page,
                        std::string_view version) {
  const std::string name = assay.name + "-" + page.name;
  const std::string command = assay.name + " " + page.name;
  const Notes notes = notes_of(page);
  std::string out = head(name, page.summary, version);
  out += ".SH SYNOPSIS\n" + synopsis(command, page);
  out += described(page, notes);
  out += ".SH OPTIONS\n" + all_of(page.positionals) + all_of(page.options);
  if (!page.commands.empty()) {
    out += ".SH COMMANDS\n";
    for (const CommandPage& below : page.commands) {
      out += subsection(command + " " + below.name, below);
    }
  }
  if (!notes.examples.empty()) out += ".SH EXAMPLES\n" + shown(notes.examples);
  return {name, out + ".SH SEE ALSO\n" + bold(assay.name) + "(1)\n"};
}

// What the program reads besides its options.
constexpr std::string_view kSurroundings = R"(.SH ENVIRONMENT
.TP
.B ASSAY_RUBRIC_PATH\fR, \fBASSAY_PLUGIN_PATH
Folders with rubrics and with plugins, divided by colons, searched behind
those of the options.
.TP
.B XDG_DATA_HOME
Rubrics and plugins are searched for in its folders
.I assay/rubrics
and
.I assay/plugins
too; without it in those of
.IR \(ti/.local/share .
.TP
.B NO_COLOR\fR, \fBCLICOLOR_FORCE\fR, \fBCOLUMNS
Whether there is colour, and how wide the terminal is.
)";

}  // namespace

std::vector<ManualPage> manual_pages(const CommandPage& assay, std::string_view version) {
  const Notes notes = notes_of(assay);
  std::string out = head(assay.name, assay.summary, version);
  out += ".SH SYNOPSIS\n" + synopsis(assay.name, assay);
  out += described(assay, notes);
  out += ".SH COMMANDS\n";
  std::string see;
  for (const CommandPage& command : assay.commands) {
    out += tagged(bold(assay.name + "-" + command.name) + "(1)", command.summary + ".");
    see += (see.empty() ? "" : ",\n") + bold(assay.name + "-" + command.name) + "(1)";
  }
  out += ".SH OPTIONS\n" + all_of(assay.options);
  out += kSurroundings;
  if (!notes.exit_codes.empty()) out += ".SH EXIT STATUS\n" + lines(notes.exit_codes);
  if (!notes.examples.empty()) out += ".SH EXAMPLES\n" + shown(notes.examples);
  out += ".SH SEE ALSO\n" + see + "\n";
  std::vector<ManualPage> pages = {{assay.name, std::move(out)}};
  for (const CommandPage& command : assay.commands) {
    pages.push_back(command_page(assay, command, version));
  }
  return pages;
}

}  // namespace assay
