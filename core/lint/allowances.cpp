#include "lint/allowances.h"

#include <algorithm>
#include <optional>

namespace assay {
namespace {

constexpr std::string_view kLead = "lint: allow";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_toml_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_toml_blank(text.back())) text.remove_suffix(1);
  return text;
}

// "L201, L203 because": codes and the rest. Nothing where the comment allows nothing at all.
std::optional<Allowance> read(std::string_view comment) {
  comment.remove_prefix(1);  // '#'
  comment = trimmed(comment);
  if (!comment.starts_with(kLead)) return std::nullopt;
  comment = trimmed(comment.substr(kLead.size()));
  Allowance allowance{};
  while (!comment.empty()) {
    const std::size_t end = std::min(comment.find_first_of(" \t,"), comment.size());
    allowance.codes.emplace_back(comment.substr(0, end));
    comment = trimmed(comment.substr(end));
    if (!comment.starts_with(',')) break;
    comment = trimmed(comment.substr(1));
  }
  allowance.reason = comment;
  return allowance;
}

// The last byte of what begins in bytes [begin, end) and is longest.
std::size_t reach(const TomlValue& value, std::size_t begin, std::size_t end) {
  std::size_t last = begin;
  if (value.begin >= begin && value.begin < end) last = value.end;
  for (const TomlItem& item : value.items) last = std::max(last, reach(item.value, begin, end));
  return last;
}

}  // namespace

std::vector<Allowance> allowances_in(const LintFile& file) {
  std::vector<Allowance> allowances;
  const std::string_view bytes = file.text.bytes();
  for (const TomlComment comment : comments_of(file.syntax)) {
    std::optional<Allowance> read_one =
        read(bytes.substr(comment.begin, comment.end - comment.begin));
    if (!read_one) continue;
    Allowance& allowance = allowances.emplace_back(std::move(*read_one));
    allowance.comment = comment;
    std::uint32_t line = file.text.place_of(comment.begin).line;
    allowance.first_line = allowance.last_line = line;
    if (!trimmed(file.text.line(line)).starts_with('#')) continue;
    do {
      ++line;
    } while (trimmed(file.text.line(line)).starts_with('#'));
    const std::size_t begin = file.text.offset_of({line, 1});
    const std::size_t end = begin + file.text.line(line).size() + 1;
    const TomlLine* of = line_at(file.syntax, begin);
    const std::size_t last = of ? reach(of->value, begin, end) : begin;
    allowance.first_line = line;
    allowance.last_line = file.text.place_of(std::min(last, bytes.size())).line;
  }
  return allowances;
}

void allow(const LintFile& file, LintFindings& findings) {
  for (const Allowance& allowance : allowances_in(file)) {
    for (LintFinding& finding : findings) {
      const bool of_it = finding.path == file.text.path() &&
                         finding.begin.line >= allowance.first_line &&
                         finding.begin.line <= allowance.last_line &&
                         std::find(allowance.codes.begin(), allowance.codes.end(), finding.code) !=
                             allowance.codes.end();
      if (of_it && finding.allowed.empty()) finding.allowed = allowance.reason;
    }
  }
}

}  // namespace assay
