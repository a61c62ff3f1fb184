#include "lint/layout.h"

#include <toml++/toml.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "lint/toml_syntax.h"
#include "rubric/toml_source.h"

namespace assay {
namespace {

using Keys = std::span<const std::string_view>;

constexpr std::string_view kRubricKeys[] = {"id", "title", "prompt", "plugins", "lexicons"};
constexpr std::string_view kAboutKeys[] = {"terms", "least"};
constexpr std::string_view kBandKeys[] = {"green", "yellow"};
constexpr std::string_view kCriterionKeys[] = {"id",  "says", "hint", "points", "standing",
                                               "any", "all",  "each", "none"};
constexpr std::string_view kFlawKeys[] = {"id",       "says", "cost", "cap",
                                          "standing", "any",  "all",  "none"};
constexpr std::string_view kExampleKeys[] = {"text", "met", "not-met", "flaws", "no-flaws"};
// A rule's: its kind, what the kind asks for (of a plugin's, as its author has it), then the rest.
constexpr std::string_view kRuleKeys[] = {
    "id",     "kind",  "terms",  "regex",    "any",     "all",   "near",   "order",
    "before", "count", "in",     "at-least", "of",      "not",   "number", "met",
    "titled", "find",  "within", "ordered",  "without", "least", "most",   "distinct"};
constexpr std::string_view kLastRuleKeys[] = {"standing", "points"};

// Nothing for tables whose keys have no order but their author's.
std::optional<Keys> keys_of(std::string_view header) {
  if (header.empty()) return kRubricKeys;
  if (header == "about") return kAboutKeys;
  if (header == "bands") return kBandKeys;
  if (header == "criterion") return kCriterionKeys;
  if (header == "flaw") return kFlawKeys;
  if (header == "example") return kExampleKeys;
  const bool rule = header.starts_with("criterion.") || header.starts_with("flaw.");
  return rule ? std::optional<Keys>(kRuleKeys) : std::nullopt;
}

// Unknown keys stand behind the known, and before those that always stand last.
std::size_t rank_in(Keys keys, std::string_view key) {
  const auto found = std::find(keys.begin(), keys.end(), key);
  if (found != keys.end()) return std::size_t(found - keys.begin());
  const auto last = std::find(std::begin(kLastRuleKeys), std::end(kLastRuleKeys), key);
  return last == std::end(kLastRuleKeys)
             ? keys.size()
             : keys.size() + 1 + std::size_t(last - std::begin(kLastRuleKeys));
}

std::size_t columns(std::string_view text) {
  return std::size_t(std::count_if(text.begin(), text.end(),
                                   [](char c) { return (std::uint8_t(c) & 0xC0) != 0x80; }));
}

bool has_comments(const TomlValue& value) {
  return !value.trailing.empty() ||
         std::any_of(value.items.begin(), value.items.end(), [](const TomlItem& item) {
           return !item.before.empty() || item.after || has_comments(item.value);
         });
}

// Whether the author began a line anywhere in it.
bool is_divided(const TomlValue& value) {
  return std::any_of(value.items.begin(), value.items.end(),
                     [](const TomlItem& item) { return item.new_line || is_divided(item.value); });
}

class Layout {
 public:
  explicit Layout(std::string_view toml) : toml_(toml) {}

  std::string of(const TomlSyntax& syntax) {
    auto line = syntax.lines.begin();
    while (line != syntax.lines.end()) {
      const auto next = std::find_if(line + 1, syntax.lines.end(), [](const TomlLine& each) {
        return each.type == TomlLine::Type::header;
      });
      section({line, next});
      line = next;
    }
    while (out_.ends_with("\n\n")) out_.pop_back();
    return std::move(out_);
  }

 private:
  using Type = TomlLine::Type;

  struct Entry {
    std::vector<TomlComment> above;
    const TomlLine* line = nullptr;  // null for comments that belong to nothing
    bool apart = false;              // a blank line stands before it
  };

  std::string_view text(std::size_t begin, std::size_t end) const {
    return toml_.substr(begin, end - begin);
  }
  std::string_view text(TomlComment comment) const { return text(comment.begin, comment.end); }

  // A header and the lines up to the next, or the lines before the first. Comments directly above
  // a header go with it, and are held back for that.
  void section(std::span<const TomlLine> lines) {
    std::string_view header;
    std::size_t depth = 0;
    if (lines.front().type == Type::header) {
      header = text(lines.front().key_begin, lines.front().key_end);
      depth = std::size_t(std::count(header.begin(), header.end(), '.'));
      margin_ = 2 * depth;
      if (!out_.empty()) out_ += "\n";
      comments(held_);
      indent();
      out_ += lines.front().array_header ? "[[" : "[";
      out_ += header;
      out_ += lines.front().array_header ? "]]" : "]";
      end_line(lines.front().comment);
      lines = lines.subspan(1);
    }
    held_.clear();
    std::vector<Entry> entries = entries_of(lines);
    if (!entries.empty() && !entries.back().line && follows_header_) {
      held_ = std::move(entries.back().above);
      entries.pop_back();
    }
    if (const auto keys = keys_of(header)) put_in_order(entries, *keys);
    bool first = out_.empty() || !header.empty();
    for (const Entry& entry : entries) {
      if (entry.apart && !first) out_ += "\n";
      first = false;
      comments(entry.above);
      if (entry.line) put_entry(*entry.line);
    }
  }

  std::vector<Entry> entries_of(std::span<const TomlLine> lines) {
    std::vector<Entry> entries;
    Entry open;
    follows_header_ = false;
    const bool top = out_.empty();
    for (const TomlLine& line : lines) {
      follows_header_ = line.type == Type::comment;
      if (line.type == Type::comment) {
        open.above.push_back(*line.comment);
      } else if (line.type == Type::blank) {
        if (!open.above.empty()) entries.push_back(std::move(open));
        open = {};
        open.apart = true;
      } else {
        // What a file begins with is said of all of it.
        if (top && entries.empty() && !open.above.empty()) {
          entries.push_back(std::move(open));
          open = {};
        }
        open.line = &line;
        entries.push_back(std::move(open));
        open = {};
      }
    }
    // Behind the last line of all there is no header to hold comments for.
    const bool at_end = lines.empty() || lines.back().end == toml_.size();
    if (at_end) follows_header_ = false;
    if (!open.above.empty()) entries.push_back(std::move(open));
    return entries;
  }

  // Between comments that belong to nothing, which stay where they are.
  void put_in_order(std::vector<Entry>& entries, Keys keys) {
    const auto before = [&](const Entry& a, const Entry& b) {
      return rank_in(keys, text(a.line->key_begin, a.line->key_end)) <
             rank_in(keys, text(b.line->key_begin, b.line->key_end));
    };
    for (auto begin = entries.begin(); begin != entries.end();) {
      const auto end =
          std::find_if(begin, entries.end(), [](const Entry& entry) { return !entry.line; });
      if (!std::is_sorted(begin, end, before)) {
        const bool apart = begin->apart;
        std::stable_sort(begin, end, before);
        for (auto entry = begin; entry != end; ++entry) entry->apart = false;
        begin->apart = apart;
      }
      begin = end == entries.end() ? end : end + 1;
    }
  }

  void put_entry(const TomlLine& line) {
    indent();
    const std::size_t begin = out_.size();
    out_ += text(line.key_begin, line.key_end);
    out_ += " = ";
    column_ = margin_ + columns(std::string_view(out_).substr(begin));
    put(line.value, margin_, "");
    end_line(line.comment);
  }

  void indent() { out_.append(margin_, ' '); }
  void comments(const std::vector<TomlComment>& all) {
    for (const TomlComment& each : all) {
      indent();
      out_ += text(each);
      out_ += "\n";
    }
  }
  void end_line(const std::optional<TomlComment>& comment) {
    if (comment) {
      out_ += "  ";
      out_ += text(*comment);
    }
    out_ += "\n";
  }

  void write(std::string_view shown) {
    out_ += shown;
    const std::size_t line_end = shown.rfind('\n');
    if (line_end == shown.npos) {
      column_ += columns(shown);
    } else {
      column_ = columns(shown.substr(line_end + 1));
    }
  }
  void new_line(std::size_t margin) {
    out_ += "\n";
    out_.append(margin, ' ');
    column_ = margin;
  }

  // On one line, whatever its length.
  std::string flat(const TomlValue& value) const {
    if (value.type == TomlValue::Type::scalar) return std::string(text(value.begin, value.end));
    const bool table = value.type == TomlValue::Type::table;
    std::string out = table ? "{ " : "[";
    bool first = true;
    for (const TomlItem* item : in_order(value)) {
      if (!first) out += ", ";
      first = false;
      if (table) out += std::string(text(item->key_begin, item->key_end)) + " = ";
      out += flat(item->value);
    }
    if (table && first) return "{}";
    return out + (table ? " }" : "]");
  }

  std::vector<const TomlItem*> in_order(const TomlValue& value) const {
    std::vector<const TomlItem*> items;
    for (const TomlItem& item : value.items) items.push_back(&item);
    if (value.type == TomlValue::Type::table) {
      std::stable_sort(items.begin(), items.end(), [&](const TomlItem* a, const TomlItem* b) {
        return rank_in(kRuleKeys, text(a->key_begin, a->key_end)) <
               rank_in(kRuleKeys, text(b->key_begin, b->key_end));
      });
    }
    return items;
  }

  // `rest`: what follows on the line up to where it can next be broken.
  void put(const TomlValue& value, std::size_t margin, std::string_view rest) {
    const std::string line = flat(value);
    const bool whole = !has_comments(value) && !is_divided(value) && line.find('\n') == line.npos &&
                       column_ + columns(line) + columns(rest) <= kLayoutWidth;
    if (whole || value.type == TomlValue::Type::scalar ||
        (value.items.empty() && !has_comments(value))) {
      write(line);
    } else if (value.type == TomlValue::Type::table) {
      put_table(value, margin, rest);
    } else {
      put_array(value, margin);
    }
  }

  // A table's line breaks only inside its arrays.
  void put_table(const TomlValue& value, std::size_t margin, std::string_view rest) {
    const std::vector<const TomlItem*> items = in_order(value);
    write("{ ");
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) write(", ");
      write(text(items[i]->key_begin, items[i]->key_end));
      write(" = ");
      std::string after;
      bool breaks = false;
      for (std::size_t k = i + 1; k < items.size() && !breaks; ++k) {
        after += ", " + std::string(text(items[k]->key_begin, items[k]->key_end)) + " = ";
        breaks = can_break(items[k]->value);
        after += breaks ? "[" : flat(items[k]->value);
      }
      if (!breaks) after += " }" + std::string(rest);
      put(items[i]->value, margin, after);
    }
    write(" }");
  }

  static bool can_break(const TomlValue& value) {
    if (value.type == TomlValue::Type::array) return !value.items.empty();
    return std::any_of(value.items.begin(), value.items.end(),
                       [](const TomlItem& item) { return can_break(item.value); });
  }

  // Words fill lines; everything else has one of its own.
  void put_array(const TomlValue& value, std::size_t margin) {
    const std::size_t inner = margin + 2;
    write("[");
    bool open = false;  // the line has items, and may have more
    for (const TomlItem& item : value.items) {
      const bool word = item.value.type == TomlValue::Type::scalar;
      const std::string shown = flat(item.value);
      const bool fits = column_ + 1 + columns(shown) + 1 <= kLayoutWidth;
      if (open && word && !item.new_line && item.before.empty() && fits) {
        write(" ");
      } else {
        for (const TomlComment& comment : item.before) {
          new_line(inner);
          write(text(comment));
        }
        new_line(inner);
      }
      put(item.value, inner, ",");
      write(",");
      open = word && !item.after;
      if (item.after) {
        write("  ");
        write(text(*item.after));
      }
    }
    for (const TomlComment& comment : value.trailing) {
      new_line(inner);
      write(text(comment));
    }
    new_line(margin);
    write("]");
  }

  std::string_view toml_;
  std::string out_;
  std::size_t margin_ = 0;  // of the section
  std::size_t column_ = 0;
  std::vector<TomlComment> held_;  // comments directly above the next header
  bool follows_header_ = false;
};

std::vector<std::string> comment_texts(std::string_view toml, const TomlSyntax& syntax) {
  std::vector<std::string> texts;
  for (const TomlComment& comment : comments_of(syntax)) {
    texts.emplace_back(toml.substr(comment.begin, comment.end - comment.begin));
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

// Whether the layout kept everything. REQUIRES: `toml` is TOML.
bool says_the_same(std::string_view toml, const TomlSyntax& syntax, const std::string& layout) {
  try {
    if (toml::parse(toml) != toml::parse(layout)) return false;
  } catch (const toml::parse_error&) {
    return false;
  }
  const auto read = read_syntax(layout);
  return read && comment_texts(toml, syntax) == comment_texts(layout, *read);
}

}  // namespace

std::optional<std::string> laid_out(std::string_view toml, const std::string& path,
                                    Diagnostics& diagnostics) {
  if (!TomlSource::parse(std::string(toml), path, diagnostics)) return std::nullopt;
  if (toml.starts_with("\xEF\xBB\xBF")) toml.remove_prefix(3);
  const std::optional<TomlSyntax> syntax = read_syntax(toml);
  if (syntax) {
    std::string layout = Layout(toml).of(*syntax);
    if (says_the_same(toml, *syntax, layout)) return layout;
  }
  diagnostics.push_back({path, 0, 0, "this file cannot be laid out without a loss", {}, {}});
  return std::nullopt;
}

}  // namespace assay
