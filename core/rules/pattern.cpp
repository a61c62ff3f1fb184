#include "rules/pattern.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "rules/pattern_checks.h"
#include "text/analyzer.h"
#include "text/ascii.h"

namespace assay {
namespace {

using Type = PatternElement::Type;

// Bytes of letters and digits; every byte of a character beyond ASCII counts as one.
bool is_word_byte(char c) {
  return is_ascii_digit(c) || is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool is_special(char c) {
  return std::string_view("()|@#_*=\\.").find(c) != std::string_view::npos;
}
// What may stand inside a word besides letters: joiners, and the signs that are tokens.
bool is_word_sign(char c) {
  return std::string_view("-_./'%$+=<>&").find(c) != std::string_view::npos;
}

std::size_t letters_in(std::string_view text) {
  // A character beyond ASCII counts once, by its first byte.
  return std::size_t(std::count_if(text.begin(), text.end(), [](char c) {
    return is_word_byte(c) && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

class Parser {
 public:
  // `look_up`: whether words are looked up, or only told from what is none.
  Parser(std::string_view source, std::vector<PatternError>& errors, bool look_up)
      : source_(source), errors_(errors), known_errors_(errors.size()), look_up_(look_up) {}

  std::optional<PatternSequence> parse() {
    PatternSequence pattern = sequence(false);
    if (ok()) check_pattern(pattern, errors_);
    if (!ok()) return std::nullopt;
    return pattern;
  }

 private:
  bool ok() const { return errors_.size() == known_errors_; }
  void refuse(std::size_t offset, std::string message) {
    errors_.push_back({offset, std::move(message)});
  }
  bool at_end() const { return at_ == source_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }
  bool ahead(std::string_view text) const { return source_.substr(at_).starts_with(text); }
  bool at_gap() const { return ahead("...") || ahead("\u2026"); }
  bool at_edge() const {
    return at_end() || is_ascii_space(peek()) || peek() == '|' || peek() == ')';
  }

  PatternSequence sequence(bool in_brackets) {
    PatternSequence elements;
    while (ok()) {
      while (!at_end() && is_ascii_space(peek())) ++at_;
      if (at_end()) {
        if (in_brackets) refuse(open_, "this bracket is never closed; expected ')'");
        break;
      }
      if (peek() == ')') {
        if (!in_brackets) refuse(at_, "this bracket was never opened; expected '(' before it");
        break;
      }
      if (peek() == '(') {
        optional(elements, in_brackets);
      } else if (at_gap()) {
        gap(elements);
      } else {
        alternatives(elements);
      }
    }
    return elements;
  }

  void optional(PatternSequence& elements, bool in_brackets) {
    if (in_brackets) {
      return refuse(at_, "brackets inside brackets; expected two terms instead");
    }
    PatternElement element;
    element.type = Type::optional;
    element.offset = open_ = at_++;
    element.branches.push_back(sequence(true));
    if (!ok()) return;
    ++at_;
    if (element.branches[0].empty()) {
      return refuse(element.offset,
                    "nothing between the brackets; expected the words that may be "
                    "left out");
    }
    if (!at_edge() && peek() != '(') {
      return refuse(at_, "expected a blank after ')': brackets leave out whole words");
    }
    elements.push_back(std::move(element));
  }

  void gap(PatternSequence& elements) {
    PatternElement element;
    element.type = Type::gap;
    element.gap = kDefaultGap;
    element.offset = at_;
    at_ += 3;  // both forms have three bytes
    if (peek() == '.') return refuse(element.offset, "too many dots; expected ...");
    if (is_ascii_digit(peek())) {
      unsigned words = 0;
      while (is_ascii_digit(peek()))
        words = std::min(words * 10 + unsigned(source_[at_++] - '0'), 1000u);
      if (words > kLongestGap) {
        return refuse(element.offset, "a gap of more than " + std::to_string(kLongestGap) +
                                          " words; expected ..." + std::to_string(kLongestGap) +
                                          " or less");
      }
      element.gap = words;
    }
    if (!elements.empty() && elements.back().type == Type::gap) {
      return refuse(element.offset, "two gaps in a row; expected words between them");
    }
    elements.push_back(std::move(element));
  }

  void alternatives(PatternSequence& elements) {
    const std::size_t begin = at_;
    const auto first = std::ptrdiff_t(elements.size());
    std::vector<PatternSequence> branches;
    for (bool more = true; more; more = peek() == '|') {
      if (!branches.empty()) ++at_;  // the bar
      if (at_edge() || peek() == '(' || at_gap()) {
        return refuse(at_, "expected a word on both sides of '|', without blanks");
      }
      atom(elements);
      if (!ok() || (branches.empty() && peek() != '|')) return;
      const auto read = elements.begin() + first;
      branches.emplace_back(std::move_iterator(read), std::move_iterator(elements.end()));
      elements.erase(read, elements.end());
    }
    PatternElement choice;
    choice.type = Type::choice;
    choice.offset = begin;
    choice.branches = std::move(branches);
    elements.push_back(std::move(choice));
  }

  void atom(PatternSequence& elements) {
    const std::size_t begin = at_;
    if (peek() == '@') return concept_name(elements);
    if (peek() == '#') {
      ++at_;
      return elements.push_back(simple(Type::any_number, begin));
    }
    if (peek() == '_') {
      ++at_;
      if (at_edge()) return elements.push_back(simple(Type::any_word, begin));
      --at_;
    }
    const bool exact = peek() == '=' && (is_word_byte(peek(1)) || peek(1) == '*');
    if (exact) ++at_;
    words(exact, elements);
  }

  static PatternElement simple(Type type, std::size_t offset) {
    PatternElement element;
    element.type = type;
    element.offset = offset;
    return element;
  }

  void concept_name(PatternSequence& elements) {
    PatternElement element = simple(Type::concept_ref, at_++);
    while (is_word_byte(peek()) || peek() == '-') element.text += source_[at_++];
    if (element.text.empty()) {
      refuse(element.offset, "expected a concept's name after '@' (or \\@ for the sign itself)");
    } else if (!at_edge()) {
      refuse(at_, "expected a blank or '|' after the concept's name");
    }
    elements.push_back(std::move(element));
  }

  // One run of bytes without blanks: a word, or several with joiners between them.
  void words(bool exact, PatternSequence& elements) {
    const std::size_t begin = at_;
    const std::size_t before = elements.size();
    std::string chunk;
    bool wild = false;
    while (!at_edge() && peek() != '(' && !at_gap()) {
      const std::size_t run = at_;
      while (is_ascii_letter(peek()) || is_ascii_digit(peek())) ++at_;
      if (at_ > run) {
        chunk += source_.substr(run, at_ - run);
        continue;
      }
      const char c = peek();
      if (c == '\\') {
        const char escaped = peek(1);
        if (!is_special(escaped) && !is_word_sign(escaped)) {
          return refuse(at_,
                        "'\\' stands before nothing special; expected it before one of ()|@#_*=\\");
        }
        chunk += escaped;
        at_ += 2;
        continue;
      }
      if (c == '#') break;
      if (c == '@') {
        return refuse(at_, "'@' inside a word; expected a blank before a concept, or \\@");
      }
      const bool digit_comma =
          c == ',' && at_ > begin && is_ascii_digit(source_[at_ - 1]) && is_ascii_digit(peek(1));
      if (c != '*' && !is_word_byte(c) && !is_word_sign(c) && !digit_comma) {
        return refuse(at_, std::string("'") + c +
                               "' has no meaning in a term; expected words, with ... "
                               "where others may stand between");
      }
      wild |= c == '*';
      chunk += c;
      ++at_;
    }
    if (peek() == '#' && !chunk.empty() && is_word_byte(chunk.back())) {
      return refuse(at_,
                    "'#' inside a word; expected a blank before it, or \\# for the sign itself");
    }
    if (peek() == '(') {
      if (peek(1) != ')') {
        return refuse(at_, "expected a blank before '(': brackets leave out whole words");
      }
      at_ += 2;  // "now()" is "now"
      if (!at_edge()) return refuse(at_, "expected a blank after '()'");
    }
    if (!wild) {
      plain(chunk, begin, exact, elements);
    } else {
      pieces(chunk, begin, exact, elements);
    }
    if (ok() && elements.size() == before) {
      refuse(begin, "no word here; expected letters or digits");
    }
  }

  void plain(std::string_view text, std::size_t offset, bool exact, PatternSequence& elements) {
    if (!look_up_ && is_plain_word(text)) return elements.push_back(simple(Type::word, offset));
    if (std::optional<PlainWord> word = analyze_word(text)) {
      PatternElement element = simple(Type::word, offset);
      element.exact = exact;
      element.text = std::move(word->text);
      element.word = word->word;
      element.stem = word->stem;
      elements.push_back(std::move(element));
      return;
    }
    const Document document = analyze_plain(text);
    for (const Token& token : document.tokens()) {
      if (token.gap > Gap::quote && &token != &document.tokens().front()) {
        return refuse(offset,
                      "a term's words are divided by blanks or hyphens only; expected ... "
                      "where others may stand between");
      }
      PatternElement element = simple(Type::word, offset);
      element.exact = exact;
      element.kind = token.kind;
      element.text = document.text(token);
      element.word = token.word;
      element.stem = token.stem;
      elements.push_back(std::move(element));
    }
  }

  // A chunk with wildcards, piece by piece: "re-run*" is "re" and then "run*".
  void pieces(std::string_view chunk, std::size_t offset, bool exact, PatternSequence& elements) {
    while (!chunk.empty() && ok()) {
      const std::size_t length = std::min(chunk.find_first_of("-_./"), chunk.size());
      const std::string_view piece = chunk.substr(0, length);
      chunk.remove_prefix(std::min(length + 1, chunk.size()));
      if (piece.empty()) continue;
      if (piece.find('*') == std::string_view::npos) {
        plain(piece, offset, exact, elements);
      } else {
        wildcard(piece, offset, exact, elements);
      }
    }
  }

  void wildcard(std::string_view piece, std::size_t offset, bool exact, PatternSequence& elements) {
    if (exact) return refuse(offset, "'=' and '*' together; expected one of them");
    if (piece.find("**") != std::string_view::npos) {
      return refuse(offset, "two '*' in a row; expected one");
    }
    if (letters_in(piece) < 2) {
      return refuse(offset,
                    "a wildcard needs at least two letters besides '*'; expected e.g. dedup*");
    }
    PatternElement element = simple(Type::wildcard, offset);
    while (!piece.empty()) {
      if (piece.front() == '*') {
        element.text += '*';
        piece.remove_prefix(1);
        continue;
      }
      const std::string_view literal = piece.substr(0, piece.find('*'));
      piece.remove_prefix(literal.size());
      const Document document = analyze_plain(literal);
      if (document.tokens().size() != 1 || document.tokens()[0].kind == TokenKind::symbol) {
        return refuse(offset,
                      "a wildcard stands for one word; expected only letters and digits "
                      "beside '*'");
      }
      element.text += document.text(document.tokens()[0]);
    }
    elements.push_back(std::move(element));
  }

  std::string_view source_;
  std::vector<PatternError>& errors_;
  std::size_t known_errors_;
  bool look_up_;
  std::size_t at_ = 0;
  std::size_t open_ = 0;  // the bracket that is open
};

}  // namespace

std::optional<PatternSequence> parse_pattern(std::string_view pattern,
                                             std::vector<PatternError>& errors) {
  return Parser(pattern, errors, true).parse();
}

void find_mistakes(std::string_view pattern, std::vector<PatternError>& errors) {
  Parser(pattern, errors, false).parse();
}

}  // namespace assay
