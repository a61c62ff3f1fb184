#include "report/github_command.h"

#include "report/json_text.h"
#include "report/mistakes.h"
#include "report/obeyed.h"
#include "text/hex.h"

namespace assay {
namespace {

// Of what the runner obeys, `%` and line ends anywhere, `:` and `,` in a property.
std::string escaped(std::string_view text, bool in_property) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const std::size_t size = valid_sequence(text.substr(at));
    const bool escape =
        c == '%' || c == '\r' || c == '\n' || (in_property && (c == ':' || c == ','));
    if (size == 0 || obeyed(text.substr(at)) > 0) {
      out += "\xEF\xBF\xBD";
    } else if (escape) {
      append_percent(out, c);
    } else {
      out += text.substr(at, size);
    }
    at += size == 0 ? 1 : size;
  }
  return out;
}

void append_property(std::string& out, std::string_view name, std::string_view value) {
  out += out.ends_with(' ') ? "" : ",";
  out += std::string(name) + "=" + escaped(value, true);
}

}  // namespace

void append_github_command(std::string& out, std::string_view level, std::string_view file,
                           Place begin, Place end, std::string_view title,
                           std::string_view message) {
  std::string command = "::" + std::string(level) + " ";
  append_property(command, "file", file);
  if (begin.line > 0) {
    append_property(command, "line", std::to_string(begin.line));
    // Columns are shown only where an annotation keeps to one line.
    append_property(command, "endLine", std::to_string(end.line));
    if (begin.line == end.line) {
      append_property(command, "col", std::to_string(begin.column));
      append_property(command, "endColumn", std::to_string(end.column));
    }
  }
  append_property(command, "title", title);
  out += command + "::" + escaped(message, false) + "\n";
}

void append_github_mistake(std::string& out, const Diagnostic& mistake) {
  const Place at = {mistake.line, mistake.column};
  append_github_command(out, "error", mistake.path, at, {at.line, at.column + 1}, "assay",
                        mistake_text(mistake));
}

}  // namespace assay
