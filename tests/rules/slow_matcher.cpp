#include "rules/slow_matcher.h"

#include <algorithm>
#include <functional>
#include <set>

#include "rules/term_table.h"
#include "rules/typos.h"
#include "text/analyzer.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace assay {
namespace {

using Type = PatternElement::Type;

bool plain_word(const PatternElement& e) {
  return e.type == Type::word && e.kind == TokenKind::word && !e.exact;
}

bool glob(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '*') {
    return glob(pattern.substr(1), text) || (!text.empty() && glob(pattern, text.substr(1)));
  }
  return !text.empty() && pattern[0] == text[0] && glob(pattern.substr(1), text.substr(1));
}

// Code points; none where a digit is among them.
std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    if (is_ascii_digit(text[at])) return {};
    letters += char32_t(decoded.character);
    at += decoded.length;
  }
  return letters;
}

// Edits between two words: letters too many, too few, wrong, neighbours changed.
std::size_t edits(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

std::size_t edits_of_typo(std::string_view written_text, std::string_view word_text) {
  const std::u32string written = letters_of(written_text);
  const std::u32string word = letters_of(word_text);
  if (written.size() < 2 || word.size() < 4 || word.size() > kLongestMisspelt) return 0;
  const bool start = written[0] == word[0] || (written[0] == word[1] && written[1] == word[0]);
  const std::size_t count = edits(written, word);
  if (!start || count == 0) return 0;
  if (count == 1 && written.size() != word.size()) return 1;
  if (count == 1) return word.size() >= 5 ? 1 : 0;
  return count == 2 && word.size() >= 8 ? 2 : 0;
}

class SlowMatcher {
 public:
  SlowMatcher(const SlowTable& table, const Document& document)
      : table_(table), document_(document), tokens_(document.tokens()) {
    for (const auto& set : table.sets) {
      for (const PatternSequence& pattern : set) collect(pattern);
    }
  }

  std::vector<TokenRange> find(std::size_t set) const {
    std::set<TokenRange> found;
    for (const PatternSequence& pattern : table_.sets[set]) {
      for (std::uint32_t start = 0; start < tokens_.size(); ++start) {
        match(pattern, 0, start, start, false, [&](std::uint32_t end, bool) {
          if (end > start) found.insert({start, end});
        });
      }
    }
    return {found.begin(), found.end()};
  }

 private:
  using Then = std::function<void(std::uint32_t, bool)>;

  void collect(const PatternSequence& pattern) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const PatternElement& e = pattern[i];
      if (e.type == Type::word || e.type == Type::wildcard) words_.push_back(e);
      if (i + 1 < pattern.size() && joinable(e, pattern[i + 1])) {
        joined_.push_back(e.text + pattern[i + 1].text);
      }
      for (const PatternSequence& branch : e.branches) collect(branch);
    }
  }

  static bool joinable(const PatternElement& a, const PatternElement& b) {
    return plain_word(a) && plain_word(b) && a.text.size() > 1 && b.text.size() > 1;
  }

  bool is_joined(const Token& token, const std::string& text) const {
    const Document word = analyze_plain(text);
    return word.tokens().size() == 1 && token.kind == TokenKind::word &&
           (token.word == word.tokens()[0].word || token.stem == word.tokens()[0].stem);
  }

  bool is_word(const Token& token, const PatternElement& e) const {
    if (e.type == Type::wildcard) {
      return token.kind != TokenKind::symbol && glob(e.text, document_.text(token));
    }
    if (token.word == e.word) return true;
    return plain_word(e) && token.kind == TokenKind::word && token.stem == e.stem;
  }

  bool is_typo_of(const Token& token, const PatternElement& e) const {
    if (token.kind != TokenKind::word || token.known || !plain_word(e)) return false;
    std::size_t fewest = 3;
    for (const PatternElement& other : words_) {
      if (is_word(token, other)) return false;
      if (!plain_word(other)) continue;
      const std::size_t count = edits_of_typo(document_.text(token), other.text);
      if (count > 0) fewest = std::min(fewest, count);
    }
    for (const std::string& text : joined_) {
      if (is_joined(token, text)) return false;
    }
    return edits_of_typo(document_.text(token), e.text) == fewest;
  }

  bool is_compound(const Token& first, const Token& second, const PatternElement& e) const {
    if (second.gap != Gap::hyphen && second.gap != Gap::joiner) return false;
    if (first.kind != TokenKind::word || second.kind != TokenKind::word) return false;
    const std::string begin(document_.text(first));
    if (e.type == Type::wildcard) {
      return glob(e.text, begin + std::string(document_.text(second)));
    }
    if (!plain_word(e) || !e.text.starts_with(begin) || e.text.size() < begin.size() + 2) {
      return false;
    }
    const Document rest = analyze_plain(e.text.substr(begin.size()));
    return rest.tokens().size() == 1 &&
           (rest.tokens()[0].word == second.word || rest.tokens()[0].stem == second.stem);
  }

  // Calls `then` with each end and whether the next token may follow a comma or the like.
  void match(const PatternSequence& pattern, std::size_t i, std::uint32_t start, std::uint32_t at,
             bool after_gap, const Then& then) const {
    if (at - start > kLongestOccurrence) return;
    if (i == pattern.size()) return then(at, after_gap);
    const PatternElement& e = pattern[i];
    const Then go_on = [&](std::uint32_t end, bool gap) {
      match(pattern, i + 1, start, end, gap, then);
    };
    if (e.type == Type::optional) {
      go_on(at, after_gap);
      return match(e.branches[0], 0, start, at, after_gap, go_on);
    }
    if (e.type == Type::choice) {
      for (const PatternSequence& branch : e.branches) {
        match(branch, 0, start, at, after_gap, go_on);
      }
      return;
    }
    if (e.type == Type::gap) {
      for (unsigned n = 0; n <= e.gap; ++n) {
        go_on(at + n, true);
        if (at + n >= tokens_.size() || tokens_[at + n].gap == Gap::stop) return;
      }
      return;
    }
    if (at >= tokens_.size()) return;
    const Token& token = tokens_[at];
    if (at > start && token.gap > Gap::quote && !(after_gap && token.gap != Gap::stop)) return;
    switch (e.type) {
      case Type::any_word:
        if (token.kind != TokenKind::symbol) go_on(at + 1, false);
        break;
      case Type::any_number:
        if (token.kind == TokenKind::number) go_on(at + 1, false);
        break;
      case Type::concept_ref:
        for (const TokenRange range : find(table_.concepts.at(e.text))) {
          if (range.first == at) go_on(range.last, false);
        }
        break;
      default:
        if (is_word(token, e) || is_typo_of(token, e)) go_on(at + 1, false);
        if (at + 1 < tokens_.size() && is_compound(token, tokens_[at + 1], e)) {
          go_on(at + 2, false);
        }
        if (i + 1 < pattern.size() && joinable(e, pattern[i + 1]) &&
            is_joined(token, e.text + pattern[i + 1].text)) {
          match(pattern, i + 2, start, at + 1, false, then);
        }
    }
  }

  const SlowTable& table_;
  const Document& document_;
  std::span<const Token> tokens_;
  std::vector<PatternElement> words_;  // of the whole table
  std::vector<std::string> joined_;
};

}  // namespace

std::vector<TokenRange> slow_find(const SlowTable& table, std::size_t set,
                                  const Document& document) {
  return SlowMatcher(table, document).find(set);
}

}  // namespace assay
