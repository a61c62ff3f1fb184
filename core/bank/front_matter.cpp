#include "bank/front_matter.h"

#include <string_view>

#include "rubric/table_reader.h"
#include "rubric/toml_source.h"

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

class TomlValues {
 public:
  explicit TomlValues(const SourceText& file) : file_(file) {}

  Span span_of(const toml::source_region& region) const {
    return span_between(file_.offset_of({region.begin.line, region.begin.column}),
                        file_.offset_of({region.end.line, region.end.column}));
  }

  FrontValue value_of(const toml::node& node) const {
    FrontValue value;
    value.span = span_of(node.source());
    if (const auto* string = node.as_string()) {
      value.type = FrontValue::Type::text;
      value.text = string->get();
    } else if (node.is_number()) {
      value.type = FrontValue::Type::number;
      value.number = *node.value<double>();
    } else if (const auto* truth = node.as_boolean()) {
      value.type = FrontValue::Type::truth;
      value.truth = truth->get();
    } else if (const auto* array = node.as_array()) {
      value.type = FrontValue::Type::list;
      for (const toml::node& element : *array) value.items.push_back(value_of(element));
    }
    return value;
  }

 private:
  const SourceText& file_;
};

}  // namespace

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
  const TomlValues values(file);
  for (const auto& [key, node] : source->root()) {
    entries.push_back(
        {std::string(key.str()), values.span_of(key.source()), values.value_of(node)});
  }
  return true;
}

}  // namespace assay
