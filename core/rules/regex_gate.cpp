#include "rules/regex_gate.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace assay {
namespace {

constexpr std::size_t kMostChoices = 24;  // more take longer to look for than the expression
constexpr std::size_t kDeepest = 16;      // groups inside groups

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }
bool is_letter_or_digit(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

// Reads an expression from left to right, as little of it as is needed to be sure.
class GateReader {
 public:
  explicit GateReader(std::string_view expression) : source_(expression) {}

  RegexGate read() {
    RegexGate gate = alternatives(0);
    return odd_ || at_ < source_.size() ? RegexGate{} : gate;
  }

 private:
  bool at_end() const { return at_ >= source_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }

  // Up to the end or a ')'.
  RegexGate alternatives(std::size_t depth) {
    RegexGate all = sequence(depth);
    while (!odd_ && peek() == '|') {
      ++at_;
      const RegexGate branch = sequence(depth);
      const bool sure = !all.any.empty() && !branch.any.empty();
      all.times = std::min(all.times, branch.times);
      all.any.insert(all.any.end(), branch.any.begin(), branch.any.end());
      if (!sure || all.any.size() > kMostChoices) all = {};
    }
    return all;
  }

  RegexGate sequence(std::size_t depth) {
    RegexGate best;
    std::string run;
    const auto offer = [&best](RegexGate gate) {
      if (is_better(gate, best)) best = std::move(gate);
    };
    const auto end_run = [&] {
      if (!run.empty()) offer({{std::exchange(run, {})}});
    };
    while (!odd_ && !at_end() && peek() != '|' && peek() != ')') {
      std::optional<char> letter;
      RegexGate gate = atom(depth, letter);
      const Repeat repeat = repetition();
      if (letter && repeat.once) {
        run += *letter;
        continue;
      }
      end_run();
      if (repeat.least == 0) continue;
      if (letter) gate.any = {std::string(1, *letter)};
      gate.times *= repeat.least;
      offer(std::move(gate));
    }
    end_run();
    return best;
  }

  // Many times before long, and few choices before many.
  static bool is_better(const RegexGate& a, const RegexGate& b) {
    if (a.any.empty() || b.any.empty()) return !a.any.empty();
    const auto shortest = [](const RegexGate& gate) {
      std::size_t least = gate.any.front().size();
      for (const std::string& each : gate.any) least = std::min(least, each.size());
      return least;
    };
    if (a.times != b.times) return a.times > b.times;
    if (shortest(a) != shortest(b)) return shortest(a) > shortest(b);
    return a.any.size() < b.any.size();
  }

  // Something that a quantifier can stand behind; `letter` where it is one character.
  RegexGate atom(std::size_t depth, std::optional<char>& letter) {
    const char c = source_[at_++];
    if (c == '(') return group(depth);
    if (c == '[') return bracket();
    if (c == '\\') return escape(letter);
    if (c == '*' || c == '+' || c == '?' || c == '{' || c == '}') odd_ = true;
    const bool shown = c != '.' && c != '^' && c != '$' && (c & 0x80) == 0;
    if (shown) letter = lower(c);
    return {};
  }

  RegexGate group(std::size_t depth) {
    if (peek() == '?') {
      // Flags change nothing here; names are not worth reading.
      at_ = std::min(source_.find_first_not_of("imsU-", at_ + 1), source_.size());
      odd_ |= peek() != ':' && peek() != ')';
      if (peek() == ')') {
        ++at_;
        return {};
      }
      ++at_;
    }
    odd_ |= depth == kDeepest;
    if (odd_) return {};
    RegexGate gate = alternatives(depth + 1);
    odd_ |= peek() != ')';
    ++at_;
    return gate;
  }

  // A set of single characters, or nothing sure where it is large.
  RegexGate bracket() {
    RegexGate gate;
    bool sure = peek() != '^';
    if (!sure) ++at_;
    for (bool first = true; first || peek() != ']'; first = false) {
      if (at_end()) {
        odd_ = true;
        return {};
      }
      const char c = source_[at_++];
      if (c == '[' && peek() == ':') {
        sure = false;
        at_ = std::min(source_.find(":]", at_), source_.size());
        at_ = std::min(at_ + 2, source_.size());
        continue;
      }
      if (c == '\\') {
        sure &= peek() != '\0' && !is_letter_or_digit(peek());
        gate.any.emplace_back(1, peek());
        ++at_;
      } else {
        sure &= (c & 0x80) == 0;
        gate.any.emplace_back(1, lower(c));
      }
      if (peek() == '-' && peek(1) != ']') sure = false;  // a range
    }
    ++at_;
    return sure && gate.any.size() <= kMostChoices ? gate : RegexGate{};
  }

  RegexGate escape(std::optional<char>& letter) {
    if (at_end()) {
      odd_ = true;
      return {};
    }
    const char c = source_[at_++];
    if (!is_letter_or_digit(c) && (c & 0x80) == 0) {
      letter = c;
    } else if (c == 'd') {
      RegexGate digits;
      for (char digit = '0'; digit <= '9'; ++digit) digits.any.emplace_back(1, digit);
      return digits;
    } else {
      // Escapes of a length of their own, and quoting.
      odd_ |= std::string_view("bBwWsSDAznrtfv").find(c) == std::string_view::npos;
    }
    return {};
  }

  struct Repeat {
    std::size_t least = 1;
    bool once = true;
  };
  Repeat repetition() {
    Repeat repeat;
    for (bool more = true; more;) {
      switch (peek()) {
        case '*':
        case '?':
          if (repeat.once || peek() == '*') repeat.least = 0;  // "+?" is "+"
          ++at_;
          break;
        case '+':
          ++at_;
          break;
        case '{': {
          const std::size_t end = source_.find('}', at_);
          std::size_t least = 0;
          const auto [rest, error] =
              std::from_chars(source_.data() + at_ + 1, source_.data() + source_.size(), least);
          odd_ |= end == std::string_view::npos || error != std::errc() || !repeat.once;
          if (odd_) return repeat;
          repeat.least = least;
          at_ = end + 1;
          break;
        }
        default:
          more = false;
          continue;
      }
      repeat.once = false;
    }
    return repeat;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  bool odd_ = false;  // something that this does not read: nothing is sure
};

}  // namespace

bool RegexGate::is_open(std::string_view text) const {
  if (any.empty()) return true;
  if (times == 1) {
    return std::any_of(any.begin(), any.end(), [text](const std::string& literal) {
      return text.find(literal) != std::string_view::npos;
    });
  }
  std::size_t found = 0;
  for (const std::string& literal : any) {
    for (std::size_t at = 0; found < times; ++found, at += literal.size()) {
      at = text.find(literal, at);
      if (at == std::string_view::npos) break;
    }
  }
  return found >= times;
}

RegexGate gate_of(std::string_view expression) { return GateReader(expression).read(); }

}  // namespace assay
