#include "lint/toml_syntax.h"

#include <algorithm>

namespace assay {
namespace {

class SyntaxReader {
 public:
  explicit SyntaxReader(std::string_view toml) : toml_(toml) {}

  std::optional<TomlSyntax> read() {
    TomlSyntax syntax;
    while (at_ < toml_.size() && sound_) syntax.lines.push_back(line());
    if (!sound_) return std::nullopt;
    return syntax;
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < toml_.size() ? toml_[at_ + ahead] : '\0';
  }
  void skip_blanks() {
    while (is_toml_blank(peek()) && at_ < toml_.size()) ++at_;
  }
  void expect(char c) {
    if (peek() != c) sound_ = false;
    ++at_;
  }

  TomlLine line() {
    TomlLine line;
    line.begin = at_;
    skip_blanks();
    if (peek() == '[') {
      header(line);
    } else if (peek() != '\n' && peek() != '#' && at_ < toml_.size()) {
      line.type = TomlLine::Type::entry;
      key(line.key_begin, line.key_end);
      line.value = value();
    }
    skip_blanks();
    if (peek() == '#') {
      line.comment = comment();
      if (line.type == TomlLine::Type::blank) line.type = TomlLine::Type::comment;
    }
    if (at_ < toml_.size()) expect('\n');
    line.end = std::min(at_, toml_.size());
    return line;
  }

  void header(TomlLine& line) {
    line.type = TomlLine::Type::header;
    expect('[');
    line.array_header = peek() == '[';
    if (line.array_header) ++at_;
    skip_blanks();
    line.key_begin = at_;
    while (at_ < toml_.size() && peek() != ']' && peek() != '\n') {
      if (peek() == '"' || peek() == '\'') {
        string();
      } else {
        ++at_;
      }
    }
    line.key_end = at_;
    while (line.key_end > line.key_begin && is_toml_blank(toml_[line.key_end - 1])) --line.key_end;
    expect(']');
    if (line.array_header) expect(']');
  }

  // The key, up to its last part; then passes the '='.
  void key(std::size_t& begin, std::size_t& end) {
    begin = at_;
    while (at_ < toml_.size() && peek() != '=' && peek() != '\n') {
      if (peek() == '"' || peek() == '\'') {
        string();
      } else {
        ++at_;
      }
    }
    end = std::min(at_, toml_.size());
    while (end > begin && is_toml_blank(toml_[end - 1])) --end;
    expect('=');
    skip_blanks();
  }

  void string() {
    const char quote = peek();
    const std::string_view triple = quote == '"' ? "\"\"\"" : "'''";
    if (toml_.substr(at_, 3) != triple) {
      for (++at_; at_ < toml_.size() && peek() != quote && peek() != '\n'; ++at_) {
        if (quote == '"' && peek() == '\\') ++at_;
      }
      return expect(quote);
    }
    for (at_ += 3; at_ < toml_.size() && toml_.substr(at_, 3) != triple; ++at_) {
      if (quote == '"' && peek() == '\\') ++at_;
    }
    if (at_ >= toml_.size()) sound_ = false;
    at_ += 3;
    while (peek() == quote) ++at_;  // up to two more belong to the string
  }

  TomlComment comment() {
    TomlComment comment{at_, std::min(toml_.find('\n', at_), toml_.size())};
    at_ = comment.end;
    while (comment.end > comment.begin && is_toml_blank(toml_[comment.end - 1])) --comment.end;
    return comment;
  }

  TomlValue value() {
    TomlValue value;
    value.begin = at_;
    if (peek() == '[') {
      array(value);
    } else if (peek() == '{') {
      table(value);
    } else if (peek() == '"' || peek() == '\'') {
      string();
    } else {
      while (at_ < toml_.size() &&
             std::string_view(",]}#\n").find(peek()) == std::string_view::npos)
        ++at_;
      while (at_ > value.begin && is_toml_blank(toml_[at_ - 1])) --at_;
      if (at_ == value.begin) sound_ = false;
    }
    value.end = std::min(at_, toml_.size());
    return value;
  }

  void array(TomlValue& value) {
    value.type = TomlValue::Type::array;
    expect('[');
    std::vector<TomlComment> comments;
    bool new_line = false;
    bool after_item = false;
    while (sound_) {
      skip_blanks();
      if (at_ >= toml_.size()) {
        sound_ = false;
      } else if (peek() == ']') {
        ++at_;
        break;
      } else if (peek() == '\n') {
        ++at_;
        new_line = true;
        after_item = false;
      } else if (peek() == '#') {
        const TomlComment found = comment();
        if (after_item && !value.items.back().after) {
          value.items.back().after = found;
        } else {
          comments.push_back(found);
        }
      } else if (peek() == ',' && !value.items.empty()) {
        ++at_;
        value.items.back().end = at_;
        after_item = true;
      } else {
        TomlItem item;
        item.key_begin = item.key_end = at_;
        item.new_line = new_line;
        item.before = std::move(comments);
        comments.clear();
        item.value = this->value();
        item.end = item.value.end;
        value.items.push_back(std::move(item));
        new_line = false;
        after_item = true;
      }
    }
    value.trailing = std::move(comments);
  }

  void table(TomlValue& value) {
    value.type = TomlValue::Type::table;
    expect('{');
    while (sound_) {
      skip_blanks();
      if (peek() == '}') {
        ++at_;
        break;
      }
      if (peek() == ',' && !value.items.empty()) {
        ++at_;
        value.items.back().end = at_;
        continue;
      }
      if (at_ >= toml_.size() || peek() == '\n' || peek() == ',') {
        sound_ = false;
        break;
      }
      TomlItem item;
      key(item.key_begin, item.key_end);
      item.value = this->value();
      item.end = item.value.end;
      value.items.push_back(std::move(item));
    }
  }

  std::string_view toml_;
  std::size_t at_ = 0;
  bool sound_ = true;
};

void collect(const TomlValue& value, std::vector<TomlComment>& comments) {
  for (const TomlItem& item : value.items) {
    comments.insert(comments.end(), item.before.begin(), item.before.end());
    collect(item.value, comments);
    if (item.after) comments.push_back(*item.after);
  }
  comments.insert(comments.end(), value.trailing.begin(), value.trailing.end());
}

TomlMember find_member(const TomlValue& value, std::size_t offset) {
  for (const TomlItem& item : value.items) {
    if (item.value.begin == offset) return {&value, &item};
    if (item.value.begin < offset && offset < item.value.end) {
      return find_member(item.value, offset);
    }
  }
  return {};
}

}  // namespace

std::optional<TomlSyntax> read_syntax(std::string_view toml) { return SyntaxReader(toml).read(); }

std::vector<TomlComment> comments_of(const TomlSyntax& syntax) {
  std::vector<TomlComment> comments;
  for (const TomlLine& line : syntax.lines) {
    collect(line.value, comments);
    if (line.comment) comments.push_back(*line.comment);
  }
  return comments;
}

const TomlLine* line_at(const TomlSyntax& syntax, std::size_t offset) {
  const auto found =
      std::upper_bound(syntax.lines.begin(), syntax.lines.end(), offset,
                       [](std::size_t at, const TomlLine& line) { return at < line.end; });
  return found == syntax.lines.end() ? nullptr : &*found;
}

TomlMember member_at(const TomlSyntax& syntax, std::size_t offset) {
  const TomlLine* line = line_at(syntax, offset);
  return line ? find_member(line->value, offset) : TomlMember{};
}

const TomlValue* value_at(const TomlSyntax& syntax, std::size_t offset) {
  const TomlLine* line = line_at(syntax, offset);
  if (!line) return nullptr;
  if (line->type == TomlLine::Type::entry && line->value.begin == offset) return &line->value;
  const TomlMember member = find_member(line->value, offset);
  return member.item ? &member.item->value : nullptr;
}

}  // namespace assay
