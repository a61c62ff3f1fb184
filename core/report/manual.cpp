#include <algorithm>
#include <cctype>

#include "report/command_page.h"
#include "report/glyphs.h"

namespace assay {
namespace {

// Text that roff shows as it is.
std::string roff_text(std::string_view text) {
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
std::string roff_line(std::string_view text) {
  return (text.starts_with('.') ? "\\&" : "") + roff_text(text) + "\n";
}

// Text that roff fills into lines of its own.
std::string roff_filled(std::string_view text) {
  constexpr unsigned kSource = 70;  // columns, before what is escaped
  std::string out;
  for (const std::string& piece : wrap(text, kSource)) out += roff_line(piece);
  return out;
}

std::string roff_bold(std::string_view text) { return "\\fB" + roff_text(text) + "\\fR"; }
std::string roff_italic(std::string_view text) { return "\\fI" + roff_text(text) + "\\fR"; }

// "Grade answers" as it reads behind a dash.
std::string phrase(std::string text) {
  if (!text.empty()) text.front() = char(std::tolower(std::uint8_t(text.front())));
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::vector<std::string> split_at(std::string_view text, std::string_view at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + at.size(), text.size()));
  }
  return parts;
}

// What stands under the help, by what it is.
struct ManualNotes {
  std::vector<std::string> paragraphs;
  std::vector<std::string> examples;  // lines
  std::string exit_codes;
};

ManualNotes manual_notes(const CommandPage& page) {
  constexpr std::string_view kExitCodes = "Exit codes: ";
  ManualNotes notes;
  for (const std::string& paragraph : split_at(page.notes, "\n\n")) {
    const std::vector<std::string> rows = split_at(paragraph, "\n");
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
  std::string out = roff_bold(command) + " [" + roff_italic("OPTIONS") + "]";
  for (const CommandOption& positional : page.positionals) {
    const std::string word = roff_italic(positional.value) + (positional.many ? " ..." : "");
    out += positional.required ? " " + word : " [" + word + "]";
  }
  if (!page.commands.empty()) out += " " + roff_italic("COMMAND");
  return out + "\n";
}

std::string roff_tagged(const std::string& tag, std::string_view description) {
  return ".TP\n" + tag + "\n" + roff_filled(description);
}

std::string roff_names(const CommandOption& option) {
  std::string names;
  for (const std::string& name : option.names) {
    names += (names.empty() ? "" : ", ") + roff_bold(name);
  }
  if (option.names.empty()) return roff_italic(option.value);
  return option.value.empty() ? names : names + " " + roff_italic(option.value);
}

std::string roff_options(const std::vector<CommandOption>& options) {
  std::string out;
  for (const CommandOption& option : options) {
    out += roff_tagged(roff_names(option), option.description);
  }
  return out;
}

std::string roff_examples(const std::vector<std::string>& examples) {
  std::string out;
  for (const std::string& example : examples) {
    out += (out.empty() ? ".nf\n" : ".PP\n.nf\n") + roff_line(example) + ".fi\n";
  }
  return out;
}

std::string roff_head(const std::string& name, const std::string& summary,
                      std::string_view version) {
  std::string title = name;
  std::transform(title.begin(), title.end(), title.begin(),
                 [](char c) { return char(std::toupper(std::uint8_t(c))); });
  // Without a date: the same sources make the same pages whenever they are built.
  std::string out = ".\\\" Made by `assay man`.\n";
  out += ".TH " + roff_text(title) + " 1 \"\" \"assay " + roff_text(version) + "\" \"assay\"\n";
  return out + ".SH NAME\n" + roff_text(name) + " \\- " + roff_text(phrase(summary)) + "\n";
}

std::string roff_description(const CommandPage& page, const ManualNotes& notes) {
  std::string out =
      ".SH DESCRIPTION\n" + roff_filled(page.summary + (page.summary.ends_with('.') ? "" : "."));
  for (const std::string& paragraph : notes.paragraphs) {
    out += ".PP\n";
    out += roff_filled(paragraph);
  }
  return out;
}

// A command below the page's command.
std::string subsection(const std::string& command, const CommandPage& page) {
  std::string out = ".SS " + roff_text(command) + "\n" + synopsis(command, page) + ".PP\n" +
                    roff_filled(page.summary + ".");
  out += roff_options(page.positionals) + roff_options(page.options);
  const std::vector<std::string> examples = manual_notes(page).examples;
  return examples.empty() ? out : out + ".PP\n" + roff_examples(examples);
}

ManualPage command_page(const CommandPage& assay, const CommandPage& page,
                        std::string_view version) {
  const std::string name = assay.name + "-" + page.name;
  const std::string command = assay.name + " " + page.name;
  const ManualNotes notes = manual_notes(page);
  std::string out = roff_head(name, page.summary, version);
  out += ".SH SYNOPSIS\n" + synopsis(command, page);
  out += roff_description(page, notes);
  out += ".SH OPTIONS\n" + roff_options(page.positionals) + roff_options(page.options);
  if (!page.commands.empty()) {
    out += ".SH COMMANDS\n";
    for (const CommandPage& below : page.commands) {
      out += subsection(command + " " + below.name, below);
    }
  }
  if (!notes.examples.empty()) out += ".SH EXAMPLES\n" + roff_examples(notes.examples);
  return {name, out + ".SH SEE ALSO\n" + roff_bold(assay.name) + "(1)\n"};
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
  const ManualNotes notes = manual_notes(assay);
  std::string out = roff_head(assay.name, assay.summary, version);
  out += ".SH SYNOPSIS\n" + synopsis(assay.name, assay);
  out += roff_description(assay, notes);
  out += ".SH COMMANDS\n";
  std::string see;
  for (const CommandPage& command : assay.commands) {
    out += roff_tagged(roff_bold(assay.name + "-" + command.name) + "(1)", command.summary + ".");
    see += (see.empty() ? "" : ",\n") + roff_bold(assay.name + "-" + command.name) + "(1)";
  }
  out += ".SH OPTIONS\n" + roff_options(assay.options);
  out += kSurroundings;
  if (!notes.exit_codes.empty()) out += ".SH EXIT STATUS\n" + roff_filled(notes.exit_codes);
  if (!notes.examples.empty()) out += ".SH EXAMPLES\n" + roff_examples(notes.examples);
  out += ".SH SEE ALSO\n" + see + "\n";
  std::vector<ManualPage> pages = {{assay.name, std::move(out)}};
  for (const CommandPage& command : assay.commands) {
    pages.push_back(command_page(assay, command, version));
  }
  return pages;
}

}  // namespace assay
