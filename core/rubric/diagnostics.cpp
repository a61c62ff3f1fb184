#include "rubric/diagnostics.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

#include "text/utf8.h"

namespace assay {
namespace {

// A line longer than this is shown in part, around the column.
constexpr std::size_t kWidest = 100;
constexpr std::size_t kSlips = 3;

// One code point of a source line as a terminal shows it.
struct Glyph {
  std::string bytes;
  std::size_t cells;
};

Glyph glyph_of(UChar32 c, std::string_view bytes) {
  if (c == '\t') return {"\t", 1};
  // What could move a terminal's cursor is shown as U+FFFD.
  if (c < 0 || u_iscntrl(c) || u_charType(c) == U_FORMAT_CHAR) return {"\xEF\xBF\xBD", 1};
  if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) {
    return {std::string(bytes), 0};
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return {std::string(bytes), width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2u : 1u};
}

std::vector<Glyph> glyphs_of(std::string_view line) {
  std::vector<Glyph> glyphs;
  for (std::size_t at = 0; at < line.size();) {
    const auto [character, length] = decode(line, at);
    glyphs.push_back(glyph_of(character, line.substr(at, length)));
    at += length;
  }
  return glyphs;
}

// The line, and below it a caret under `column`; tabs are kept in both, so that they line up
// whatever a tab's width.
std::string excerpt(std::string_view source, std::uint32_t column) {
  const std::vector<Glyph> glyphs = glyphs_of(source);
  const std::size_t target = std::min<std::size_t>(column > 0 ? column - 1 : 0, glyphs.size());
  std::size_t first = 0;
  std::size_t last = glyphs.size();
  if (last > kWidest) {
    first = target > kWidest * 2 / 3 ? target - kWidest * 2 / 3 : 0;
    last = std::min(last, first + kWidest);
  }
  std::string line = first > 0 ? "..." : "";
  std::string caret(line.size(), ' ');
  for (std::size_t i = first; i < last; ++i) {
    line += glyphs[i].bytes;
    if (i < target) caret += glyphs[i].bytes == "\t" ? "\t" : std::string(glyphs[i].cells, ' ');
  }
  if (last < glyphs.size()) line += "...";
  return "  " + line + "\n  " + caret + "^";
}

// Edits to make `b` of `a`: a letter more, less, replaced, or two neighbours swapped. kSlips + 1
// where there are more than kSlips.
std::size_t edits(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > kSlips) return kSlips + 1;
  std::array<std::vector<std::size_t>, 3> rows;  // before last, last, this
  for (auto& row : rows) row.assign(b.size() + 1, 0);
  for (std::size_t j = 0; j <= b.size(); ++j) rows[1][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    rows[2][0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = rows[1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      rows[2][j] = std::min({rows[1][j] + 1, rows[2][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        rows[2][j] = std::min(rows[2][j], rows[0][j - 2] + 1);
      }
    }
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
  }
  return std::min(rows[1][b.size()], kSlips + 1);
}

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  }
  return out;
}

auto place_of(const Diagnostic& d) {
  return std::tie(d.path, d.line, d.column, d.message, d.expected);
}

}  // namespace

std::string Diagnostic::to_string() const {
  std::string out = path;
  if (line > 0) out += ":" + std::to_string(line) + ":" + std::to_string(column);
  out += ": " + message;
  if (line > 0 && !source.empty()) out += "\n" + excerpt(source, column);
  if (!expected.empty()) out += "\n  expected: " + expected;
  return out;
}

void sort_diagnostics(Diagnostics& diagnostics) {
  std::stable_sort(
      diagnostics.begin(), diagnostics.end(),
      [](const Diagnostic& a, const Diagnostic& b) { return place_of(a) < place_of(b); });
  const auto repeats = std::unique(
      diagnostics.begin(), diagnostics.end(),
      [](const Diagnostic& a, const Diagnostic& b) { return place_of(a) == place_of(b); });
  diagnostics.erase(repeats, diagnostics.end());
}

std::string nearest(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string wanted = lower(name);
  // One slip in four letters; a name of one or two letters is too short to tell a slip.
  const std::size_t allowed = wanted.size() < 3 ? 0 : std::min(kSlips, 1 + (wanted.size() - 1) / 4);
  std::size_t fewest = allowed + 1;
  std::string found;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edits(wanted, lower(candidate));
    if (distance < fewest) {
      fewest = distance;
      found = candidate;
    }
  }
  return found;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string near = nearest(name, candidates);
  return near.empty() ? "" : "; did you mean \"" + near + "\"?";
}

std::string decimal(double number) {
  // The longest finite double has 309 digits before the point.
  std::array<char, 400> buffer;
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return std::string(buffer.data(), result.ptr);
}

std::string as_code(std::string_view name) { return "`" + std::string(name) + "`"; }

std::string one_of(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += as_code(names[i]);
  }
  return out;
}

std::string expected_name(std::string_view name, const std::vector<std::string>& candidates) {
  constexpr std::size_t kMostListed = 16;
  const std::string near = nearest(name, candidates);
  if (!near.empty()) return as_code(near);
  if (candidates.size() > kMostListed) return {};
  std::vector<std::string> listed;
  for (const std::string& candidate : candidates) {
    if (std::find(listed.begin(), listed.end(), candidate) == listed.end()) {
      listed.push_back(candidate);
    }
  }
  return one_of(listed);
}

}  // namespace assay
