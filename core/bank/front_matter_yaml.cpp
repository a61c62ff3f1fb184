#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "bank/front_matter.h"
#include "rubric/table_reader.h"

namespace assay {
namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::array<std::string_view, 8> kNoStrings = {"yes", "no",   "on", "off",
                                                        "y",   "null", "n",  "~"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  }
  return out;
}

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

// The size of the key that a line begins with, behind which a colon and a blank stand; 0: of none.
std::size_t size_of_key(std::string_view line) {
  const auto end = std::find_if_not(line.begin(), line.end(), is_key_character);
  const std::size_t size = std::size_t(end - line.begin());
  const std::string_view rest = line.substr(size);
  return rest == ":" || (rest.size() > 1 && rest[0] == ':' && kBlanks.find(rest[1]) != kBlanks.npos)
             ? size
             : 0;
}

// A number as JSON writes it, or with a sign or without a digit before its point.
std::optional<double> number_of(std::string_view text) {
  if (text.find_first_not_of("+-.0123456789eE") != text.npos) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// What is wrong, at a byte of the file.
struct Mistake {
  std::size_t at;
  std::string message;
  std::string expected;
};

// One line, read from left to right; throws Mistake.
class YamlLine {
 public:
  YamlLine(std::string_view bytes, std::size_t begin, std::size_t end)
      : bytes_(bytes), at_(begin), end_(end) {}

  std::size_t at() const { return at_; }
  void pass(std::size_t count) { at_ += count; }

  void pass_blanks() {
    while (at_ < end_ && kBlanks.find(bytes_[at_]) != kBlanks.npos) ++at_;
  }

  // Nothing, or a comment, is left.
  bool at_end() const {
    return at_ >= end_ ||
           (bytes_[at_] == '#' &&
            (at_ == 0 || kBlanks.find(bytes_[at_ - 1]) != kBlanks.npos || bytes_[at_ - 1] == '\n'));
  }

  std::string_view rest() const { return bytes_.substr(at_, end_ - at_); }

  // A scalar; inside brackets it ends at a comma or the closing bracket.
  FrontValue scalar(bool in_list) {
    const char first = bytes_[at_];
    FrontValue value = first == '"' || first == '\'' ? quoted(first) : plain(in_list);
    return value;
  }

  FrontValue list() {
    FrontValue value;
    value.type = FrontValue::Type::list;
    const std::size_t begin = at_++;
    for (;;) {
      pass_blanks();
      if (at_end()) {
        throw Mistake{begin, "this list does not end on its line",
                      "a closing bracket, or a line for each item: \"- item\""};
      }
      if (bytes_[at_] == ']') break;
      if (bytes_[at_] == ',') throw Mistake{at_, "an item is missing before this comma", ""};
      value.items.push_back(scalar(true));
      pass_blanks();
      if (at_ < end_ && bytes_[at_] == ',') {
        ++at_;
      } else if (at_ < end_ && bytes_[at_] != ']' && !at_end()) {
        throw Mistake{at_, "something stands behind an item", "a comma or a closing bracket"};
      }
    }
    ++at_;
    value.span = {std::uint32_t(begin), std::uint32_t(at_)};
    return value;
  }

  void finish() {
    pass_blanks();
    if (!at_end()) {
      throw Mistake{at_, "something stands behind the value", "the end of the line, or a comment"};
    }
  }

 private:
  FrontValue quoted(char quote) {
    FrontValue value;
    value.type = FrontValue::Type::text;
    const std::size_t begin = at_++;
    for (;; ++at_) {
      if (at_ >= end_) {
        throw Mistake{begin, "this string does not end on its line", "a closing quote"};
      }
      if (bytes_[at_] == quote) {
        if (quote == '"' || bytes_.substr(at_, 2) != "''" || at_ + 1 >= end_) break;
        ++at_;
      } else if (quote == '"' && bytes_[at_] == '\\') {
        const char escaped = at_ + 1 < end_ ? bytes_[at_ + 1] : '\0';
        if (escaped != '"' && escaped != '\\') {
          throw Mistake{at_, "this escape is not read here",
                        "\\\" or \\\\; in 'single quotes' a backslash is one"};
        }
        ++at_;
      }
      value.text += bytes_[at_];
    }
    ++at_;
    value.span = {std::uint32_t(begin), std::uint32_t(at_)};
    return value;
  }

  FrontValue plain(bool in_list) {
    const std::size_t begin = at_;
    const std::string_view stop = in_list ? ",[]{}" : "";
    constexpr std::string_view kSpecial = "&*!|>%@`{}[],?:#";
    if (kSpecial.find(bytes_[at_]) != kSpecial.npos || rest().starts_with("- ")) {
      throw Mistake{at_, "of YAML only strings, numbers, true, false and lists are read here",
                    "one of these; quotes around a string that begins so"};
    }
    while (at_ < end_ && stop.find(bytes_[at_]) == stop.npos && !at_end()) {
      if (bytes_[at_] == ':' &&
          (at_ + 1 >= end_ || kBlanks.find(bytes_[at_ + 1]) != kBlanks.npos)) {
        throw Mistake{at_, "a colon in a string without quotes",
                      "\"quotes\" around the string; tables are not read here"};
      }
      ++at_;
    }
    std::string_view text = bytes_.substr(begin, at_ - begin);
    text = text.substr(0, text.find_last_not_of(kBlanks) + 1);
    FrontValue value;
    value.span = {std::uint32_t(begin), std::uint32_t(begin + text.size())};
    const std::string small = lower(text);
    if (small == "true" || small == "false") {
      value.type = FrontValue::Type::truth;
      value.truth = small == "true";
    } else if (std::find(kNoStrings.begin(), kNoStrings.end(), small) != kNoStrings.end()) {
      throw Mistake{begin, "YAML reads this word in more than one way",
                    "true or false, or the word in \"quotes\""};
    } else if (const auto number = number_of(text)) {
      value.type = FrontValue::Type::number;
      value.number = *number;
    } else {
      value.type = FrontValue::Type::text;
      value.text = text;
    }
    return value;
  }

  std::string_view bytes_;
  std::size_t at_;
  std::size_t end_;
};

class YamlReader {
 public:
  YamlReader(const SourceText& file, std::vector<FrontEntry>& entries, Diagnostics& diagnostics)
      : file_(file), entries_(entries), diagnostics_(diagnostics) {}

  bool read(Span within) {
    const std::string_view bytes = file_.bytes();
    for (std::size_t begin = within.begin; begin < within.end && mistakes_ < 1000;) {
      const std::size_t end = std::min<std::size_t>(bytes.find('\n', begin), within.end);
      try {
        line(YamlLine(bytes, begin, end), begin);
      } catch (Mistake& mistake) {
        refuse(std::move(mistake));
      }
      begin = end + 1;
    }
    close_list();
    return mistakes_ == 0;
  }

 private:
  void line(YamlLine line, std::size_t begin) {
    line.pass_blanks();
    if (line.at_end()) return;
    const std::string_view rest = line.rest();
    if (line.at() - begin == table_indent_ && table_indent_ > 0) return key_of_table(line);
    table_indent_ = 0;
    if (rest[0] == '-' && (rest.size() == 1 || kBlanks.find(rest[1]) != kBlanks.npos)) {
      if (!refused_) item(line);
      return;
    }
    close_list();
    refused_ = true;  // until the key is read: its items are not told of as well
    if (line.at() != begin) {
      throw Mistake{line.at(), "this line is indented", "a key at the start of the line"};
    }
    key(line);
    refused_ = false;
  }

  void item(YamlLine line) {
    const std::string_view before = file_.bytes().substr(0, line.at());
    const std::string_view indent = before.substr(before.rfind('\n') + 1);
    if (indent.find('\t') != indent.npos) {
      throw Mistake{line.at() - indent.size(), "a tab in an indent", "blanks"};
    }
    if (!open_) throw Mistake{line.at(), "this item belongs to no key", "\"key:\" above the items"};
    FrontValue& list = entries_.back().value;
    if (list.items.empty() && !list_begun_) {
      indent_ = indent.size();
      list.span.begin = std::uint32_t(line.at());
    }
    list_begun_ = true;
    if (indent.size() != indent_) {
      throw Mistake{line.at(), "this item is indented otherwise than the first", "one indent"};
    }
    line.pass(1);
    line.pass_blanks();
    if (line.at_end()) throw Mistake{line.at() - 1, "this item is empty", "a string behind \"- \""};
    if (size_of_key(line.rest()) > 0) {
      table_indent_ = line.at() - (before.size() - indent.size());
      list.items.emplace_back();
      list.items.back().type = FrontValue::Type::table;
      list.items.back().span.begin = std::uint32_t(line.at());
      return key_of_table(line);
    }
    list.items.push_back(line.scalar(false));
    list.span.end = list.items.back().span.end;
    line.finish();
  }

  // A key of the table that is the last item.
  void key_of_table(YamlLine line) {
    FrontValue& list = entries_.back().value;
    FrontValue& table = list.items.back();
    FrontEntry entry = begin_of_entry(line, table.entries);
    if (line.at_end()) {
      throw Mistake{entry.key_span.begin, "`" + entry.key + "` has no value",
                    "a value behind the colon"};
    }
    entry.value = line.rest().starts_with('[') ? line.list() : line.scalar(false);
    list.span.end = table.span.end = entry.value.span.end;
    line.finish();
    table.entries.push_back(std::move(entry));
  }

  // Reads "key:" and the blanks behind it.
  FrontEntry begin_of_entry(YamlLine& line, const std::vector<FrontEntry>& others) const {
    const std::size_t begin = line.at();
    const std::size_t size = size_of_key(line.rest());
    if (size == 0) {
      const std::string_view rest = line.rest();
      const auto end = std::find_if_not(rest.begin(), rest.end(), is_key_character);
      throw Mistake{begin + std::size_t(end - rest.begin()), "this line is no key with a value",
                    "\"key: value\""};
    }
    const std::string name(line.rest().substr(0, size));
    if (std::any_of(others.begin(), others.end(),
                    [&](const FrontEntry& entry) { return entry.key == name; })) {
      throw Mistake{begin, "`" + name + "` stands twice", "each key once"};
    }
    FrontEntry entry;
    entry.key = name;
    entry.key_span = {std::uint32_t(begin), std::uint32_t(begin + size)};
    line.pass(size + 1);
    line.pass_blanks();
    return entry;
  }

  void key(YamlLine line) {
    FrontEntry entry = begin_of_entry(line, entries_);
    if (line.at_end()) {
      entry.value.type = FrontValue::Type::list;
      entry.value.span = entry.key_span;
      entries_.push_back(std::move(entry));
      open_ = true;
      list_begun_ = false;
      return;
    }
    entry.value = line.rest().starts_with('[') ? line.list() : line.scalar(false);
    line.finish();
    entries_.push_back(std::move(entry));
  }

  // A key without a value is none, and neither is it a list.
  void close_list() {
    if (open_ && !list_begun_) {
      refuse({entries_.back().key_span.begin, "`" + entries_.back().key + "` has no value",
              "a value behind the colon, or a line for each item: \"- item\""});
      entries_.pop_back();
    }
    open_ = false;
  }

  void refuse(Mistake mistake) {
    ++mistakes_;
    diagnostics_.push_back(file_.diagnose(file_.place_of(mistake.at), std::move(mistake.message),
                                          std::move(mistake.expected)));
  }

  const SourceText& file_;
  std::vector<FrontEntry>& entries_;
  Diagnostics& diagnostics_;
  std::size_t mistakes_ = 0;
  bool open_ = false;  // the last entry takes items
  bool list_begun_ = false;
  bool refused_ = false;
  std::size_t indent_ = 0;
  std::size_t table_indent_ = 0;  // of the keys of the last item; 0: it is no table
};

}  // namespace

bool read_yaml_front_matter(const SourceText& file, Span within, std::vector<FrontEntry>& entries,
                            Diagnostics& diagnostics) {
  if (const auto invalid = find_invalid_utf8(file.bytes().substr(within.begin, within.size()))) {
    diagnostics.push_back(file.diagnose(file.place_of(within.begin + *invalid),
                                        "this byte is not UTF-8", "a file saved as UTF-8"));
    return false;
  }
  return YamlReader(file, entries, diagnostics).read(within);
}

}  // namespace assay
