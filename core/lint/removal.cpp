#include "lint/removal.h"

#include <algorithm>

#include "lint/wordings.h"

namespace assay {
namespace {

// A whole line where nothing else is left on it, else the bytes themselves.
Edit widened(std::string_view bytes, std::size_t begin, std::size_t end) {
  std::size_t line = begin;
  while (line > 0 && is_toml_blank(bytes[line - 1])) --line;
  std::size_t next = end;
  while (next < bytes.size() && is_toml_blank(bytes[next])) ++next;
  const bool begins_line = line == 0 || bytes[line - 1] == '\n';
  const bool ends_line = next == bytes.size() || bytes[next] == '\n';
  if (begins_line && ends_line) return {line, std::min(next + 1, bytes.size()), {}};
  const bool first = line > 0 && (bytes[line - 1] == '[' || bytes[line - 1] == '{');
  if (begins_line || (first && !ends_line)) return {begin, next, {}};
  return {line, ends_line ? next : end, {}};
}

// An item of an array or inline table.
std::vector<Edit> without_item(const LintFile& file, const TomlMember& member) {
  const auto& items = member.of->items;
  if (items.size() < 2) return {};
  const std::string_view bytes = file.text.bytes();
  const TomlItem& item = *member.item;
  const std::size_t begin = item.before.empty() ? item.key_begin : item.before.front().begin;
  const std::size_t end = item.after ? item.after->end : item.end;
  if (&item == &items.back() && item.end == item.value.end) {  // the comma before it goes
    const TomlItem& before = items[items.size() - 2];
    return {{before.value.end, before.end, {}}, widened(bytes, begin, end)};
  }
  return {widened(bytes, begin, end)};
}

const TomlLine* entry_line(const LintFile& file, const toml::node& value) {
  const TomlLine* line = line_at(file.syntax, file.offset_of(value));
  const bool entry = line && line->type == TomlLine::Type::entry;
  return entry && line->value.begin == file.offset_of(value) ? line : nullptr;
}

}  // namespace

std::vector<Edit> without_value(const LintFile& file, const toml::node& element) {
  const TomlMember member = member_at(file.syntax, file.offset_of(element));
  if (member.item) {
    return member.of->type == TomlValue::Type::array ? without_item(file, member)
                                                     : std::vector<Edit>();
  }
  const toml::table* table = element.as_table();
  const Edit section = table ? section_of(file, *table) : Edit();
  return section.begin < section.end ? std::vector<Edit>{section} : std::vector<Edit>();
}

std::vector<Edit> without_branch(const LintFile& file, const toml::node& string,
                                 std::size_t offset) {
  const std::string& text = string.as_string()->get();
  const std::size_t end = end_of_atom(text, offset);
  const bool last = end >= text.size() || text[end] != '|';
  return {{file.offset_in(string, last ? offset - 1 : offset),
           file.offset_in(string, last ? end : end + 1),
           {}}};
}

std::vector<Edit> without_entry(const LintFile& file, const toml::node& value) {
  const TomlLine* found = entry_line(file, value);
  if (!found) {
    const TomlMember member = member_at(file.syntax, file.offset_of(value));
    const bool entry = member.item && member.of->type == TomlValue::Type::table;
    return entry ? without_item(file, member) : std::vector<Edit>();
  }
  const TomlLine* first = found;
  const TomlLine* const top = file.syntax.lines.data();
  while (first != top && (first - 1)->type == TomlLine::Type::comment) --first;
  if (first == top) first = found;  // what a file begins with is said of all of it
  return {{first->begin, found->end, {}}};
}

std::vector<Edit> without_entries(const LintFile& file,
                                  const std::vector<const toml::node*>& values) {
  std::vector<Edit> edits;
  const TomlValue* table = nullptr;
  std::vector<std::size_t> gone;
  for (const toml::node* value : values) {
    if (!value) continue;
    const TomlMember member = member_at(file.syntax, file.offset_of(*value));
    if (member.item && member.of->type == TomlValue::Type::table) {
      table = member.of;
      gone.push_back(member.item->value.begin);
    } else {
      for (Edit& edit : without_entry(file, *value)) edits.push_back(std::move(edit));
    }
  }
  if (!table) return edits;
  // From the end of what stays before to the end of what goes, so that every comma has an entry.
  const auto goes = [&](const TomlItem& item) {
    return std::find(gone.begin(), gone.end(), item.value.begin) != gone.end();
  };
  const TomlItem* kept = nullptr;
  for (const TomlItem& item : table->items) {
    if (!goes(item)) {
      if (!kept && &item != &table->items.front()) {
        edits.push_back({table->items.front().key_begin, item.key_begin, {}});
      }
      kept = &item;
    } else if (kept) {
      edits.push_back({(&item - 1)->value.end, item.value.end, {}});
    }
  }
  return kept ? edits : std::vector<Edit>();
}

Edit key_of(const LintFile& file, const toml::node& value) {
  if (const TomlLine* line = entry_line(file, value)) return {line->key_begin, line->key_end, {}};
  const TomlMember member = member_at(file.syntax, file.offset_of(value));
  return member.item ? Edit{member.item->key_begin, member.item->key_end, {}} : Edit{};
}

Edit section_of(const LintFile& file, const toml::table& table) {
  const TomlLine* const header = line_at(file.syntax, file.offset_of(table));
  if (!header || header->type != TomlLine::Type::header) return {};
  const std::string_view bytes = file.text.bytes();
  const std::string inside =
      std::string(bytes.substr(header->key_begin, header->key_end - header->key_begin)) + ".";
  const TomlLine* const end = file.syntax.lines.data() + file.syntax.lines.size();
  const TomlLine* line = header + 1;
  for (; line != end; ++line) {
    const std::string_view key = bytes.substr(line->key_begin, line->key_end - line->key_begin);
    if (line->type == TomlLine::Type::header && !key.starts_with(inside)) break;
  }
  return {header->begin, line == end ? bytes.size() : line->begin, {}};
}

std::string edited(std::string_view bytes, const std::vector<std::vector<Edit>>& fixes,
                   std::size_t& made) {
  std::vector<Edit> all;
  made = 0;
  for (const std::vector<Edit>& fix : fixes) {
    const bool free = std::none_of(fix.begin(), fix.end(), [&](const Edit& edit) {
      return std::any_of(all.begin(), all.end(), [&](const Edit& other) {
        return edit.begin < other.end && other.begin < edit.end;
      });
    });
    if (fix.empty() || !free) continue;
    all.insert(all.end(), fix.begin(), fix.end());
    ++made;
  }
  std::sort(all.begin(), all.end(), [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
  std::string out(bytes);
  for (const Edit& edit : all) out.replace(edit.begin, edit.end - edit.begin, edit.with);
  return out;
}

}  // namespace assay
