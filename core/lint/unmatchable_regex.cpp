// L301: an expression asks for what the normalised text never has.
#include "lint/check.h"
#include "lint/expressions.h"
#include "text/analyzer.h"
#include "text/hex.h"
#include "text/utf8.h"

namespace assay {
namespace {

// What the normalised text has where an answer has `character`. It is tried between two letters,
// because the ends of a text are cut off.
std::string normalised(std::string_view character) {
  const std::string text(analyze_plain("a" + std::string(character) + "a").text());
  if (text.size() < 2 || text.front() != 'a' || text.back() != 'a') return text;
  return text.substr(1, text.size() - 2);
}

// A line feed is not: it stands between blocks.
bool is_control(char c) { return (std::uint8_t(c) < 0x20 && c != '\n') || c == 0x7f; }

// Control characters by their escapes, so that messages can show them.
std::string spelt(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_control(c)) {
      out += c;
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += "U+";
      append_hex(out, std::uint8_t(c), 4, 'A');
    }
  }
  return out;
}

class Reader {
 public:
  Reader(const LintFile& file, const toml::value<std::string>& node, LintSink& sink)
      : file_(file), node_(node), text_(node.get()), sink_(sink) {}

  void read() {
    std::size_t class_end = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const bool in_class = at < class_end;
      if (text_[at] == '[' && !in_class) {
        class_end = end_of_class(text_, at);
        ++at;
      } else if (text_[at] == '\\') {
        escaped(at, in_class);
      } else if (std::uint8_t(text_[at]) >= 0x80) {
        beyond_ascii(at, in_class);
      } else if (is_control(text_[at])) {
        control(at, in_class);
      } else if (text_[at] == ' ' && !in_class) {
        blanks(at);
      } else if (text_.substr(at, 2) == "(?" && keeps_case(at)) {
        return;  // told once
      } else {
        ++at;
      }
    }
  }

 private:
  void escaped(std::size_t& at, bool in_class) {
    const std::size_t begin = at;
    const char c = at + 1 < text_.size() ? text_[at + 1] : '\0';
    at += 2;
    if (c == 't' || c == 'r' || c == 'f' || c == 'v') {
      report(begin, at, "a blank", in_class);
    }
  }

  void control(std::size_t& at, bool in_class) {
    const std::size_t begin = at++;
    const std::string_view character = text_.substr(begin, 1);
    if (character == "\b") {
      sink_.add_in(file_, node_, begin, at,
                   "this asks for the character U+0008, which no answer has: TOML reads `\\b` in "
                   "double quotes as a backspace",
                   "put the expression in 'single quotes', where `\\b` is the edge of a word");
      return;
    }
    const std::string there = normalised(character);
    if (there == character) return;
    report(begin, at,
           there == " "    ? "a blank"
           : there.empty() ? "nothing"
                           : code_of(spelt(there)),
           in_class);
  }

  void beyond_ascii(std::size_t& at, bool in_class) {
    const std::size_t begin = at;
    const auto [code, length] = decode(text_, at);
    at += length;
    if (code < 0) return;
    const std::string_view character = text_.substr(begin, length);
    const std::string there = normalised(character);
    // The expression is met whatever its case, and so is "É" by "é".
    if (there == character || normalised(there) != there || is_capital(character, there)) return;
    report(begin, at, there == " " || there.empty() ? "a blank or nothing" : code_of(there),
           in_class);
  }

  // Letters that differ in case only: RE2 folds them as the text is folded.
  static bool is_capital(std::string_view character, std::string_view there) {
    return there.size() == character.size() && std::uint8_t(there[0]) >= 0x80;
  }

  void blanks(std::size_t& at) {
    const std::size_t begin = at;
    while (at < text_.size() && text_[at] == ' ') ++at;
    const char next = at < text_.size() ? text_[at] : '\0';
    const std::size_t asked = at - begin - (next == '?' || next == '*' ? 1 : 0);
    if (asked > 1) report(begin, at, std::to_string(at - begin) + " blanks in a row", "one", false);
  }

  // A flag group that asks for the very case: `(?-i)`.
  bool keeps_case(std::size_t& at) {
    const std::size_t end = text_.find_first_of(":)", at);
    const std::string_view flags = text_.substr(at, end - at);
    const std::size_t minus = flags.find('-');
    at += 2;
    if (minus == flags.npos || flags.find('i', minus) == flags.npos) return false;
    const std::string_view rest = text_.substr(std::min(end, text_.size()));
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (rest[i] == '\\') {
        ++i;
      } else if (rest[i] >= 'A' && rest[i] <= 'Z') {
        report(at - 2, end + 1, "small letters only", false);
        return true;
      }
    }
    return false;
  }

  void report(std::size_t begin, std::size_t end, const std::string& there, bool in_class) {
    report(begin, end, code_of(spelt(text_.substr(begin, end - begin))), there, in_class);
  }

  void report(std::size_t begin, std::size_t end, const std::string& shown,
              const std::string& there, bool in_class) {
    sink_.add_in(
        file_, node_, begin, end,
        "the text an expression is put to never has " + shown + ": it has " + there + " instead",
        in_class ? "leave it out of the brackets" : "ask for what the text has");
  }

  const LintFile& file_;
  const toml::value<std::string>& node_;
  std::string_view text_;
  LintSink& sink_;
};

void find_unmatchable_regexes(const LintBank& bank, LintSink& sink) {
  for_each_expression(bank, [&](const LintFile& file, const toml::value<std::string>& node) {
    Reader(file, node, sink).read();
  });
}

}  // namespace

const LintCheck kUnmatchableRegex{"L301", "unmatchable-regex",
                                  "An expression asks for what the normalised text never has",
                                  find_unmatchable_regexes};

}  // namespace assay
