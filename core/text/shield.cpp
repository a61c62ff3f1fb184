#include "text/shield.h"

#include <array>
#include <cstdint>

#include "text/ascii.h"
#include "text/html.h"

namespace assay {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr int kDeepestNesting = 12;        // of lists and quotes begun on one line
constexpr std::size_t kWidestIndent = 40;  // before a nested list or quote
constexpr int kMostBrackets = 64;          // that may begin links in one paragraph
constexpr int kMostColumns = 64;           // of a table
constexpr std::size_t kLongestTitle = 80;  // of a heading marked by the line under it

enum Interest : std::uint8_t {
  kDull,
  kLineEnd,
  kControl,
  kStar,
  kTilde,
  kAngle,
  kSquare,
  kUnderscore,
  kMarkup,
  kColonDot
};

constexpr auto kInterest = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[c] = kControl;
  for (const char c : {'\t', '\v', '\f'}) table[int(c)] = kDull;
  table['\n'] = table['\r'] = kLineEnd;
  table[0x7f] = kControl;
  table['*'] = kStar;
  table['~'] = kTilde;
  table['<'] = kAngle;
  table['['] = kSquare;
  table['_'] = kUnderscore;
  table['`'] = table['\\'] = kMarkup;
  table[':'] = table['.'] = kColonDot;
  return table;
}();

bool is_word(char c) {
  const char lower = char(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || is_ascii_digit(c) || (c & 0x80) != 0;
}

class Shield {
 public:
  Shield(std::string_view answer, std::string& copy) : answer_(answer), copy_(copy) {}

  Shielded run() {
    scan(0);
    if (fence_at_ != kNowhere) {
      // Nobody closed it, so the rest of the answer would be code: it was no fence.
      const std::size_t unclosed = fence_at_;
      const std::size_t size = fence_size_;
      fence_at_ = kNowhere;
      only_closed_fences_ = false;
      hide(unclosed, unclosed + size);
      scan(unclosed + size);
    }
    return {changed_ ? std::string_view(copy_) : answer_, markup_ || changed_};
  }

 private:
  void scan(std::size_t i) {
    bool at_line = i == 0;
    while (i < answer_.size()) {
      if (at_line) i = line(i);
      at_line = false;
      if (i >= answer_.size()) break;
      const char c = answer_[i];
      switch (kInterest[std::uint8_t(c)]) {
        case kDull:
          do {
            ++i;
          } while (i < answer_.size() && kInterest[std::uint8_t(answer_[i])] == kDull);
          break;
        case kLineEnd:
          markup_ |= is_ascii_blank(before(i)) && i > 1 && is_ascii_blank(answer_[i - 2]);
          markup_ |= c == '\r' && at(i + 1) != '\n';
          i += c == '\r' && at(i + 1) == '\n' ? 2 : 1;
          at_line = true;
          break;
        case kControl:
          hide(i, i + 1);
          ++i;
          break;
        case kStar:
          i = star(i);
          break;
        case kTilde:
          i = tildes(i);
          break;
        case kAngle:
          i = angle(i);
          break;
        case kSquare:
          square(i++);
          break;
        case kUnderscore:
          markup_ |= !is_word(before(i)) || !is_word(at(i + 1));
          ++i;
          break;
        case kMarkup:
          markup_ = true;
          ++i;
          break;
        default:
          i = address(i);
          break;
      }
    }
  }

  char at(std::size_t i) const { return i < answer_.size() ? answer_[i] : '\0'; }
  char before(std::size_t i) const { return i > 0 ? answer_[i - 1] : '\0'; }
  std::size_t line_end(std::size_t i) const {
    const std::size_t end = answer_.find_first_of("\r\n", i);
    return end == kNowhere ? answer_.size() : end;
  }

  void change() {
    if (!changed_) copy_.assign(answer_);
    changed_ = true;
  }
  void hide(std::size_t begin, std::size_t end) {
    change();
    for (std::size_t i = begin; i < end; ++i) copy_[i] = kShown;
  }
  void drop(std::size_t begin, std::size_t end) {
    change();
    for (std::size_t i = begin; i < end; ++i) copy_[i] = kDropped;
  }

  // At a line's begin; returns where to go on in it.
  std::size_t line(const std::size_t begin) {
    previous_begin_ = line_begin_;
    line_begin_ = begin;
    std::size_t i = begin;
    while (is_ascii_blank(at(i))) ++i;
    if (fence_at_ != kNowhere) return in_fence(i);
    if (i == answer_.size() || at(i) == '\n' || at(i) == '\r') {
      brackets_ = 0;
      return i;
    }
    i = containers(i);
    const char c = at(i);
    markup_ |= std::string_view("#=-|:").find(c) != kNowhere;
    if (c == '`' || c == '~') return fence(i);
    if (c == '[') definition(i);
    if (c == '-' || c == '=' || c == '|' || c == ':') rule(i);
    return i;
  }

  std::size_t in_fence(std::size_t i) {
    const char mark = answer_[fence_at_];
    std::size_t n = i;
    while (at(n) == mark) ++n;
    const std::size_t end = line_end(i);
    if (n - i >= fence_size_ && answer_.find_first_not_of(" \t", n) >= end) fence_at_ = kNowhere;
    for (std::size_t k = i; k < end; ++k) {
      if (kInterest[std::uint8_t(answer_[k])] == kControl) hide(k, k + 1);
    }
    return end;
  }

  std::size_t fence(std::size_t i) {
    markup_ = true;
    std::size_t n = i;
    while (at(n) == answer_[i]) ++n;
    if (n - i < 3) return i;
    const std::size_t end = line_end(n);
    if (answer_[i] == '`' && answer_.substr(n, end - n).find('`') != kNowhere) return n;
    if (!only_closed_fences_) return n;
    fence_at_ = i;
    fence_size_ = n - i;
    return end;
  }

  // Quote and list marks at a line's begin; returns where they end.
  std::size_t containers(std::size_t i) {
    const bool too_wide = i - line_begin_ > kWidestIndent;
    for (int depth = too_wide ? kDeepestNesting + 1 : 1;; ++depth) {
      while (is_ascii_blank(at(i))) ++i;
      const char c = at(i);
      std::size_t end = i + 1;
      if (c == '>') {
        if (is_comparison(i)) {
          hide(i, i + 1);
          return end;
        }
      } else if (is_ascii_digit(c)) {
        while (is_ascii_digit(at(end)) && end - i < 10) ++end;
        if ((at(end) != '.' && at(end) != ')') || !is_ascii_blank(at(end + 1))) return i;
        ++end;
      } else if ((c != '-' && c != '+' && c != '*') || !is_ascii_blank(at(end))) {
        return i;
      }
      markup_ = true;
      if (depth > kDeepestNesting) hide(i, end);
      i = end;
    }
  }

  // "> 5 minutes" where no line beside it begins with ">" is no quote, nor is ">5" or ">=".
  bool is_comparison(std::size_t i) const {
    if (is_ascii_digit(at(i + 1)) || at(i + 1) == '=') return true;
    if (!is_ascii_blank(at(i + 1)) || !is_ascii_digit(at(i + 2))) return false;
    if (line_begin_ > 0 && begins_quote(previous_begin_)) return false;
    const std::size_t next = answer_.find('\n', i);
    return next == kNowhere || !begins_quote(next + 1);
  }
  bool begins_quote(std::size_t i) const {
    while (is_ascii_blank(at(i))) ++i;
    return at(i) == '>';
  }

  // "[Cost]: high" defines a link in Markdown and would vanish.
  void definition(std::size_t i) {
    const std::size_t end = line_end(i);
    const std::size_t close = answer_.substr(0, end).find("]:", i);
    if (close == kNowhere) return;
    const std::size_t target = answer_.find_first_not_of(" \t", close + 2);
    if (target == kNowhere || target >= end) return;
    const std::string_view rest = answer_.substr(target, end - target);
    if (rest.starts_with("http") || rest.starts_with("www.") || rest.starts_with("<http")) return;
    hide(i, i + 1);
  }

  // A line of dashes is a divider unless what it underlines can be a heading; a table has no more
  // than so many columns.
  void rule(std::size_t i) {
    const std::size_t end = line_end(i);
    int columns = 0;
    for (std::size_t k = i; k < end; ++k) {
      const char c = answer_[k];
      if (c != '-' && c != '=' && c != '|' && c != ':' && !is_ascii_blank(c)) return;
      columns += c == '|';
    }
    if (columns > kMostColumns) return hide(i, end);
    if (columns > 0 || line_begin_ == 0) return;
    const std::string_view title = line_at(previous_begin_);
    if (title.empty()) return;
    const bool open = std::string_view(".,;!?").find(title.back()) == kNowhere;
    if (open && title.size() <= kLongestTitle && after_empty_line(previous_begin_)) return;
    change();
    for (std::size_t k = i; k < end; ++k) copy_[k] = ' ';
  }

  // The line that begins there, without the blanks at its end.
  std::string_view line_at(std::size_t begin) const {
    std::string_view line = answer_.substr(begin, line_end(begin) - begin);
    while (!line.empty() && is_ascii_blank(line.back())) line.remove_suffix(1);
    return line;
  }
  bool after_empty_line(std::size_t begin) const {
    if (before(begin) == '\n') --begin;
    if (before(begin) == '\r') --begin;
    while (begin > 0 && is_ascii_blank(before(begin))) --begin;
    return begin == 0 || before(begin) == '\n' || before(begin) == '\r';
  }

  std::size_t star(std::size_t i) {
    markup_ = true;
    if (at(i + 1) == '*') {
      while (at(i) == '*') ++i;
      return i;
    }
    if (is_word(before(i)) && is_word(at(i + 1))) hide(i, i + 1);
    return i + 1;
  }

  std::size_t tildes(std::size_t i) {
    markup_ = true;
    std::size_t end = i;
    while (at(end) == '~') ++end;
    if (end - i != 2) hide(i, end);
    return end;
  }

  std::size_t angle(std::size_t i) {
    markup_ = true;
    const char next = at(i + 1);
    if (next != '!' && next != '/' && !is_word(next)) return i + 1;
    change();
    const std::size_t end = translate_html(answer_, i, copy_, no_comment_from_);
    return end > i ? end : i + 1;
  }

  // For every bracket md4c walks over its paragraph's lines from the first.
  void square(std::size_t i) {
    markup_ = true;
    if (++brackets_ > kMostBrackets) hide(i, i + 1);
  }

  // At a ':' or '.': drops the web address that it belongs to.
  std::size_t address(std::size_t i) {
    std::size_t begin = kNowhere;
    if (answer_[i] == ':' && at(i + 1) == '/' && at(i + 2) == '/') {
      for (const std::string_view scheme : {"https", "http", "ftp"}) {
        if (answer_.substr(0, i).ends_with(scheme)) {
          begin = i - scheme.size();
          break;
        }
      }
    } else if (answer_[i] == '.' && answer_.substr(0, i).ends_with("www") && is_word(at(i + 1))) {
      begin = i - 3;
    }
    if (begin == kNowhere || is_word(before(begin))) return i + 1;
    if (std::string_view("/@.-").find(before(begin)) != kNowhere) return i + 1;
    const bool angled = before(begin) == '<';
    if (angled) --begin;
    if (answer_.substr(0, begin).ends_with("](")) return i + 1;  // for Markdown to drop
    std::size_t end = i;
    int open = 0;
    for (; end < answer_.size(); ++end) {
      const char c = answer_[end];
      if (std::uint8_t(c) <= 0x20 || c == '<' || c == '>' || c == '"' || c == '`' || c == ']' ||
          c == '|') {
        break;
      }
      open += c == '(';
      if (c == ')' && open-- == 0) break;
    }
    while (end > i && std::string_view(".,;:!?'*_").find(answer_[end - 1]) != kNowhere) --end;
    if (angled) at(end) == '>' ? ++end : ++begin;
    drop(begin, end);
    return end;
  }

  const std::string_view answer_;
  std::string& copy_;
  bool changed_ = false;
  bool markup_ = false;
  std::size_t fence_at_ = kNowhere;  // the open fence, if there is one
  std::size_t fence_size_ = 0;
  bool only_closed_fences_ = true;
  std::size_t line_begin_ = 0;
  std::size_t previous_begin_ = 0;  // of the line before
  int brackets_ = 0;                // in this paragraph
  std::size_t no_comment_from_ = kNowhere;
};

}  // namespace

Shielded shield(std::string_view answer, std::string& copy) { return Shield(answer, copy).run(); }

}  // namespace assay
