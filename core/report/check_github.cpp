#include <string_view>

#include "report/check_report.h"
#include "report/json_text.h"

namespace assay {
namespace {

// Of what the runner obeys, `%` and line ends anywhere, `:` and `,` in a property. Control
// characters say nothing to a reader of the log and may say something to its terminal.
std::string escaped(std::string_view text, bool in_property) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const std::size_t size = valid_sequence(text.substr(at));
    const bool escape =
        c == '%' || c == '\r' || c == '\n' || (in_property && (c == ':' || c == ','));
    if (size == 0 || (static_cast<unsigned char>(c) < 0x20 && !escape && c != '\t') || c == 0x7F) {
      out += "\xEF\xBF\xBD";
    } else if (escape) {
      out += {'%', kHex[std::size_t(c) >> 4], kHex[std::size_t(c) & 15]};
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

void append_command(std::string& out, std::string_view file, const Region& region,
                    std::string_view title, std::string_view message) {
  std::string command = "::error ";
  append_property(command, "file", file);
  if (region.begin.line > 0) {
    append_property(command, "line", std::to_string(region.begin.line));
    // Columns are shown only where an annotation keeps to one line.
    append_property(command, "endLine", std::to_string(region.end.line));
    if (region.begin.line == region.end.line) {
      append_property(command, "col", std::to_string(region.begin.column));
      append_property(command, "endColumn", std::to_string(region.end.column));
    }
  }
  append_property(command, "title", title);
  out += command + "::" + escaped(message, false) + "\n";
}

}  // namespace

std::string check_github(const CheckReport& report) {
  std::string out;
  for (const CheckedAnswer& checked : report.answers) {
    const std::string& file = checked.answer.file->path();
    for (const Verdict& verdict : checked.verdicts) {
      if (!verdict.finding) continue;
      const Finding& finding = *verdict.finding;
      append_command(out, file, finding.regions.front(), "assay " + finding.kind,
                     finding.message + "\n" + finding.why + "\n" + finding.advice);
    }
    if (checked.error) append_command(out, file, {}, "assay", checked.error->message);
  }
  for (const Diagnostic& mistake : report.mistakes) {
    const Place at = {mistake.line, mistake.column};
    append_command(
        out, mistake.path, {at, {at.line, at.column + 1}}, "assay",
        mistake.message + (mistake.expected.empty() ? "" : "\nexpected: " + mistake.expected));
  }
  return out;
}

}  // namespace assay
