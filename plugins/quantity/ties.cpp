#include "ties.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace quantity {

using assay::Gap;
using assay::TokenRange;

namespace {

constexpr std::uint32_t kLead = 10;  // words before a result that may tie it
constexpr std::uint32_t kTrail = 4;  // and behind it

constexpr std::string_view kEquals[] = {
    "=",         "->",      "is",      "are",      "was",    "makes",  "make",    "so",
    "thus",      "hence",   "equals",  "gives",    "give",   "leaves", "leaving", "comes",
    "therefore", "becomes", "means",   "yields",   "costs",  "cost",   "total",   "totals",
    "call",      "roughly", "about",   "around",   "ca",     "approx", "works",   "work",
    "or",        "to",      "pay",     "down",     "that's", "it's",   "namely",  "which",
    "that",      "i.e",     "reaches", "produces", "need",   "needs",  "meaning", "approximately",
    "some",      "nearly",  "almost",  "just",     "now",    "good",   "ie"};
constexpr std::string_view kSaves[] = {"save",      "saves",   "saved", "saving",   "savings",
                                       "reduction", "cheaper", "less",  "off",      "lower",
                                       "fewer",     "gain",    "spare", "spared",   "difference",
                                       "cut",       "drop",    "by",    "discount", "reduces"};
// Of these what is tied is the saving and not what remains.
constexpr std::string_view kSavesOnly[] = {"save",    "saves",     "saved",      "saving",
                                           "savings", "reduction", "difference", "gain",
                                           "spare",   "spared",    "discount"};
constexpr std::string_view kLess[] = {
    "minus",   "less", "difference", "leaves",  "leaving", "left", "remain", "remains",
    "instead", "from", "down",       "rest",    "drops",   "drop", "falls",  "cut",
    "cuts",    "net",  "after",      "against", "without", "was",  "before"};
constexpr std::string_view kTotals[] = {"total",  "sum",        "together", "adds", "add",
                                        "adding", "altogether", "overall",  "sums", "totals",
                                        "end",    "all",        "worst",    "call", "combined"};
constexpr std::string_view kEach[] = {"at",   "each", "apiece", "per", "times", "x",       "every",
                                      "with", "for",  "@",      "of",  "a",     "everyone"};
constexpr std::string_view kGrows[] = {"more", "growth", "increase", "up",       "extra",
                                       "rise", "grows",  "plus",     "overhead", "headroom"};
constexpr std::string_view kDivides[] = {"divided", "over", "split", "among", "across", "between"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

Ties ties_of(const Lexed& lexed, const std::vector<Amount>& amounts, std::size_t result) {
  Ties ties;
  const assay::Document& document = lexed.document();
  const TokenRange range = amounts[result].range;
  const TokenRange whole = document.sentences()[document.sentence_of(range.first)].tokens;
  std::uint32_t first = range.first - std::min(kLead, range.first - whole.first);
  if (result > 0) first = std::max(first, amounts[result - 1].range.last);
  std::uint32_t last = range.last;
  while (last < whole.last && last < range.last + kTrail && lexed.token(last).gap < Gap::comma &&
         !(result + 1 < amounts.size() && amounts[result + 1].range.first == last)) {
    ++last;
  }
  for (std::uint32_t at = first; at < last; ++at) {
    if (range.contains(at)) continue;
    const std::string_view word = lexed.text(at);
    const bool before = at < range.first;
    if (before && is_one_of(word, kEquals)) ties.equals = true;
    if (is_one_of(word, kSaves)) ties.saves = true;
    if (is_one_of(word, kSavesOnly)) ties.saves_only = true;
    if (is_one_of(word, kLess)) ties.less = true;
    const bool bounds = lexed.glued(at) && (lexed.is(at - 1, "<") || lexed.is(at - 1, ">"));
    if (before && (word == "->" || (word == "=" && !bounds))) ties.totals = true;
    if (is_one_of(word, kTotals)) ties.totals = true;
    if (is_one_of(word, kGrows)) ties.grows = true;
  }
  // A colon, a dash, an arrow's like: "40 runs a day: $2,400".
  const Gap gap = lexed.token(range.first).gap;
  if (gap == Gap::colon) ties.equals = true;
  const std::string_view written = lexed.before(range.first);
  if (written.find('~') != written.npos || written.find("\u2248") != written.npos)
    ties.equals = true;
  ties.beside =
      result > 0 && amounts[result - 1].range.last + 3 >= range.first &&
      document.sentence_of(amounts[result - 1].range.first) == document.sentence_of(range.first) &&
      gap >= Gap::comma;
  // "$60 | $2,400" in a table
  ties.cell = gap == Gap::bracket && written.find('|') != written.npos;
  return ties;
}

char sign_between(const Lexed& lexed, const Amount& a, const Amount& b) {
  const std::uint32_t first = a.range.last;
  const std::uint32_t last = b.range.first;
  constexpr std::uint32_t kLongest = 12;  // words with a remark in brackets
  if (last < first || last - first > kLongest) return 0;
  bool inside = false;
  std::uint32_t words = 0;
  for (std::uint32_t at = first; at < last; ++at) {
    const std::string_view gap = lexed.before(at);
    if (gap.find('(') != gap.npos) inside = true;
    if (gap.find(')') != gap.npos) inside = false;
    if (inside) continue;
    if (lexed.token(at).gap >= Gap::comma && lexed.token(at).gap != Gap::bracket) return 0;
    if (++words > 4) return 0;
    if (lexed.is(at, "x") || lexed.is(at, "times")) return '*';
    if (lexed.is(at, "+") || lexed.is(at, "plus")) return '+';
    if (lexed.is(at, "minus")) return '-';
    if (is_one_of(lexed.text(at), kDivides)) return '/';
  }
  if (last - first > 4) return 0;
  for (std::uint32_t at = first; at <= last; ++at) {
    const std::string_view written = lexed.before(at);
    if (written.find('*') != written.npos) return '*';
    if (written == " - ") return '-';
    if (written.find('/') != written.npos) return '/';
  }
  return 0;
}

bool each_between(const Lexed& lexed, const Amount& a, const Amount& b) {
  std::uint32_t first = a.range.last;
  std::uint32_t last = b.range.last;
  if (last - std::min(first, last) > 16) return false;
  for (std::uint32_t at = first; at < last + 3 && at < lexed.size(); ++at) {
    if (is_one_of(lexed.text(at), kEach)) return true;
  }
  return false;
}

bool linked(const Lexed& lexed, const Amount& a, const Amount& b) {
  constexpr std::string_view kLinks[] = {"to",      "->",     "of",  "instead",  "against", "vs",
                                         "versus",  "from",   "now", "compared", "is",      "than",
                                         "becomes", "before", "not", "was",      "down"};
  for (std::uint32_t at = a.range.last; at < b.range.first; ++at) {
    if (is_one_of(lexed.text(at), kLinks)) return b.range.first - a.range.last <= 8;
  }
  return false;
}

bool of_between(const Lexed& lexed, const Amount& a, const Amount& b) {
  for (std::uint32_t at = a.range.last; at < b.range.first; ++at) {
    if (lexed.is(at, "of")) return b.range.first - a.range.last <= 6;
  }
  return false;
}

std::string shown(const Lexed& lexed, const Amount& amount) {
  const std::uint32_t begin = lexed.token(amount.range.first).text_begin;
  const std::uint32_t end = lexed.token(amount.range.last - 1).text_end;
  return std::string(lexed.document().text().substr(begin, end - begin));
}

std::string rewritten(const Lexed& lexed, const Amount& r, double times) {
  const std::uint32_t digits = r.number.first;
  // "7,5" is two tokens.
  if (!lexed.is_number(digits) || r.low != r.high ||
      (r.number.size() > 1 && lexed.is_number(digits + 1))) {
    return "something else";
  }
  const double number = value_of(lexed.text(digits)) * times;
  std::array<char, 32> text{};
  constexpr int kMostDigits = 9;
  const double whole = std::floor(std::log10(std::clamp(number, 1.0, 1e9))) + 1;
  const int precision = std::clamp(int(whole), 3, kMostDigits);
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number,
                                 std::chars_format::general, precision);
  const std::uint32_t begin = lexed.token(r.range.first).text_begin;
  const auto& token = lexed.token(digits);
  const std::string_view all = lexed.document().text();
  return std::string(all.substr(begin, token.text_begin - begin)) +
         std::string(text.data(), end.ptr) +
         std::string(
             all.substr(token.text_end, lexed.token(r.range.last - 1).text_end - token.text_end));
}

}  // namespace quantity
