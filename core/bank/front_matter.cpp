#include "bank/front_matter.h"

#include <algorithm>
#include <string_view>

#include "rubric/table_reader.h"

namespace assay {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

// A line from `begin` on, without its end; `next` is where the next one begins.
struct Line {
  std::string_view text;
  std::size_t begin;
  std::size_t next;
};

Line line_at(std::string_view bytes, std::size_t begin) {
  const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
  return {bytes.substr(begin, end - begin), begin, std::min(end + 1, bytes.size())};
}

bool is_fence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && is_blank(line.substr(fence.size()));
}

Span span_between(std::size_t begin, std::size_t end) {
  return {std::uint32_t(begin), std::uint32_t(end)};
}

Span span_of(const SourceText& file, const toml::source_region& region) {
  return span_between(file.offset_of({region.begin.line, region.begin.column}),
                      file.offset_of({region.end.line, region.end.column}));
}

// In the order they stand in, which is not that of the tree.
std::vector<FrontEntry> entries_of(const SourceText& file, const toml::table& table) {
  std::vector<FrontEntry> entries;
  for (const auto& [key, node] : table) {
    entries.push_back(
        {std::string(key.str()), span_of(file, key.source()), toml_value(file, node)});
  }
  std::sort(entries.begin(), entries.end(), [](const FrontEntry& a, const FrontEntry& b) {
    return a.key_span.begin < b.key_span.begin;
  });
  return entries;
}

}  // namespace

std::string type_in_words(const FrontValue& value) {
  switch (value.type) {
    case FrontValue::Type::text:
      return "a string";
    case FrontValue::Type::number:
      return "a number";
    case FrontValue::Type::truth:
      return "true or false";
    case FrontValue::Type::list:
      return "a list";
    case FrontValue::Type::table:
      return "a table";
    case FrontValue::Type::day:
      return "a day";
    case FrontValue::Type::other:
      break;
  }
  return "something else";
}

FrontValue toml_value(const SourceText& file, const toml::node& node) {
  FrontValue value;
  value.span = span_of(file, node.source());
  if (const auto* string = node.as_string()) {
    value.type = FrontValue::Type::text;
    value.text = string->get();
  } else if (const auto number = number_of(node)) {
    value.type = FrontValue::Type::number;
    value.number = *number;
  } else if (const auto* truth = node.as_boolean()) {
    value.type = FrontValue::Type::truth;
    value.truth = truth->get();
  } else if (node.is_date()) {
    value.type = FrontValue::Type::day;
    value.text = file.bytes().substr(value.span.begin, value.span.size());
  } else if (const auto* array = node.as_array()) {
    value.type = FrontValue::Type::list;
    for (const toml::node& element : *array) value.items.push_back(toml_value(file, element));
  } else if (const auto* table = node.as_table()) {
    value.type = FrontValue::Type::table;
    value.entries = entries_of(file, *table);
  }
  return value;
}

FrontMatter read_front_matter(const SourceText& file, Diagnostics& diagnostics) {
  const std::string_view bytes = file.bytes();
  FrontMatter front;
  const Line first = line_at(bytes, bytes.starts_with(kMark) ? kMark.size() : 0);
  front.span = span_between(first.begin, first.begin);
  const bool toml = is_fence(first.text, "+++");
  if (!toml && !is_fence(first.text, "---")) {
    diagnostics.push_back(file.diagnose(
        {1, 1}, "this answer has no front matter, so nothing is expected of it",
        "a line of +++, keys such as `question` and `met` in TOML, and another line of +++"));
    return front;
  }
  const std::string_view fence = toml ? "+++" : "---";
  front.span = span_between(first.begin, first.begin + fence.size());
  for (Line line = first; line.next > line.begin && line.next < bytes.size();) {
    line = line_at(bytes, line.next);
    if (!is_fence(line.text, fence) && (toml || !is_fence(line.text, "..."))) continue;
    front.answer = line.next;
    const Span within = span_between(first.next, line.begin);
    front.sound = toml ? read_toml_front_matter(file, within, front.entries, diagnostics)
                       : read_yaml_front_matter(file, within, front.entries, diagnostics);
    return front;
  }
  diagnostics.push_back(file.diagnose(file.place_of(first.begin), "this front matter does not end",
                                      "a line of " + std::string(fence) + " behind it"));
  return front;
}

bool read_toml_front_matter(const SourceText& file, Span within, std::vector<FrontEntry>& entries,
                            Diagnostics& diagnostics) {
  const std::string_view toml = file.bytes().substr(within.begin, within.size());
  if (is_blank(toml)) return true;
  // A blank line in place of the fence: so lines are counted as in the file.
  const auto source = TomlSource::parse("\n" + std::string(toml), file.path(), diagnostics);
  if (!source) return false;
  entries = entries_of(file, source->root());
  return true;
}

}  // namespace assay
