#include "rules/pattern_checks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "text/ascii.h"

namespace assay {
namespace {

using Type = PatternElement::Type;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_name_byte(char c) { return is_lower(c) || is_ascii_digit(c) || c == '-'; }

// The fewest and the most tokens that match; a concept counts as one.
unsigned shortest(const PatternSequence& elements);
unsigned longest(const PatternSequence& elements);

unsigned shortest(const PatternElement& element) {
  if (element.type == Type::gap || element.type == Type::optional) return 0;
  if (element.type != Type::choice) return 1;
  unsigned least = shortest(element.branches[0]);
  for (const PatternSequence& branch : element.branches) least = std::min(least, shortest(branch));
  return least;
}

unsigned shortest(const PatternSequence& elements) {
  unsigned sum = 0;
  for (const PatternElement& element : elements) sum += shortest(element);
  return sum;
}

unsigned longest(const PatternSequence& elements) {
  unsigned sum = 0;
  for (const PatternElement& element : elements) {
    unsigned most = element.type == Type::gap ? element.gap : element.branches.empty() ? 1 : 0;
    for (const PatternSequence& branch : element.branches) most = std::max(most, longest(branch));
    sum += most;
  }
  return sum;
}

// The offset of a gap that has nothing but what may be left out on one of its sides.
// `open_before`, `open_after`: whether that is so of all that stands around the elements.
std::optional<std::size_t> loose_gap(const PatternSequence& elements, bool open_before,
                                     bool open_after) {
  const auto may_be_nothing = [](const PatternElement& element) { return shortest(element) == 0; };
  for (auto here = elements.begin(); here != elements.end(); ++here) {
    const bool before = open_before && std::all_of(elements.begin(), here, may_be_nothing);
    const bool after = open_after && std::all_of(here + 1, elements.end(), may_be_nothing);
    if (here->type == Type::gap && (before || after)) return here->offset;
    if (here->type != Type::optional) continue;
    if (const auto inner = loose_gap(here->branches[0], before, after)) return inner;
  }
  return std::nullopt;
}

void collect_concepts(const PatternSequence& elements, std::vector<std::string>& names) {
  for (const PatternElement& element : elements) {
    if (element.type == Type::concept_ref) names.push_back(element.text);
    for (const PatternSequence& branch : element.branches) collect_concepts(branch, names);
  }
}

// Goes over a pattern from left to right and gives up on all that is not common.
class PatternScan {
 public:
  explicit PatternScan(std::string_view pattern) : pattern_(pattern) {}

  bool is_right() {
    bool words = false;       // that cannot be left out
    bool after_gap = false;   // no such words since
    bool gap_before = false;  // right before
    bool in_brackets = false;
    bool brackets_empty = false;
    while (at_ < pattern_.size()) {
      if (peek() == ' ') {
        ++at_;
      } else if (peek() == '(') {
        if (in_brackets) return false;
        in_brackets = brackets_empty = true;
        gap_before = false;
        ++at_;
      } else if (peek() == ')') {
        if (!in_brackets || brackets_empty) return false;
        in_brackets = false;
        ++at_;
        if (at_ < pattern_.size() && peek() != ' ' && peek() != '(') return false;
      } else if (peek() == '.') {
        if (in_brackets || !words || gap_before || !gap()) return false;
        after_gap = gap_before = true;
      } else {
        if (!alternatives()) return false;
        if (at_ < pattern_.size() && peek() != ' ' && !(in_brackets && peek() == ')')) return false;
        gap_before = brackets_empty = false;
        if (in_brackets) continue;
        words = true;
        after_gap = false;
      }
    }
    return words && !after_gap && !in_brackets && tokens_ <= kLongestOccurrence;
  }

 private:
  char peek() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }

  bool gap() {
    if (!pattern_.substr(at_).starts_with("...")) return false;
    at_ += 3;
    std::size_t width = is_ascii_digit(peek()) ? 0 : kDefaultGap;
    for (; is_ascii_digit(peek()); ++at_) {
      width = 10 * width + std::size_t(peek() - '0');
      if (width > kLongestGap) return false;
    }
    tokens_ += width;
    return peek() == ' ';
  }

  bool alternatives() {
    std::size_t most = 0;
    for (bool more = true; more; more = peek() == '|' && ++at_ > 0) {
      std::size_t tokens = 1;
      if (peek() == '@') {
        ++at_;
        if (!run(is_name_byte)) return false;
      } else {
        if (peek() == '=') ++at_;
        if (!run(is_lower)) return false;
        for (; peek() == '-'; ++tokens) {
          ++at_;
          if (!run(is_lower)) return false;
        }
        tokens *= 2;  // "cannot" is two
      }
      most = std::max(most, tokens);
    }
    tokens_ += most;
    return true;
  }

  template <typename Is>
  bool run(Is is) {
    const std::size_t begin = at_;
    while (is(peek())) ++at_;
    return at_ > begin;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::size_t tokens_ = 0;  // at most
};

}  // namespace

void check_pattern(const PatternSequence& pattern, std::vector<PatternError>& errors) {
  if (pattern.empty()) {
    errors.push_back({0, "the term is empty; expected words"});
  } else if (const auto offset = loose_gap(pattern, true, true)) {
    errors.push_back(
        {*offset, "a gap needs words on both sides; expected some that are not in brackets"});
  } else if (shortest(pattern) == 0) {
    errors.push_back({0,
                      "every word may be left out, so the term matches nothing; expected a word "
                      "outside brackets"});
  } else if (longest(pattern) > kLongestOccurrence) {
    errors.push_back({0, "the term can span more than " + std::to_string(kLongestOccurrence) +
                             " words; expected a shorter one"});
  }
}

bool is_surely_right(std::string_view pattern) { return PatternScan(pattern).is_right(); }

std::vector<std::string> concepts_scanned(std::string_view pattern) {
  std::vector<std::string> names;
  for (std::size_t at = 0; (at = pattern.find('@', at)) != std::string_view::npos;) {
    const std::size_t begin = ++at;
    while (at < pattern.size() && is_name_byte(pattern[at])) ++at;
    names.emplace_back(pattern.substr(begin, at - begin));
  }
  return names;
}

std::vector<std::string> concepts_in(const PatternSequence& pattern) {
  std::vector<std::string> names;
  collect_concepts(pattern, names);
  return names;
}

}  // namespace assay
