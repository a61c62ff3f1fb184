#include "rules/wording.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::size_t kLongestQuote = 80;  // bytes
constexpr std::string_view kFoundBut = "found, but ";

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Case-folded text is readable but for names; what was written itself may hold line breaks, marks
// and broken bytes, so it is only shown where it is plain.
std::string_view words_of(const Document& document, TokenRange range) {
  const std::string_view written = document.original(document.span_of(range));
  const bool plain = std::all_of(written.begin(), written.end(), [](char c) {
    return c >= ' ' && c <= '~' && c != '*' && c != '`' && c != '~';
  });
  if (plain) return written;
  const Token& first = document.tokens()[range.first];
  const Token& last = document.tokens()[range.last - 1];
  return document.text().substr(first.text_begin, last.text_end - first.text_begin);
}

// The first and the last words, in at most `most` bytes; a part of a word that is longer than that.
std::string_view head_of(std::string_view words, std::size_t most) {
  std::size_t end = words.rfind(' ', most);
  if (end == words.npos || end == 0) {
    for (end = most; end > 0 && continues_character(words[end]);) --end;
  }
  return words.substr(0, end);
}
std::string_view tail_of(std::string_view words, std::size_t most) {
  std::size_t begin = words.find(' ', words.size() - most - 1);
  if (begin == words.npos || begin + 1 == words.size()) {
    for (begin = words.size() - most; begin < words.size() && continues_character(words[begin]);) {
      ++begin;
    }
    return words.substr(begin);
  }
  return words.substr(begin + 1);
}

// The word that decides the standing of `range`, or kNone.
std::uint32_t cue_of(const Document& document, TokenRange range, Standing standing) {
  const std::uint32_t last_clause = document.tokens()[range.last - 1].clause;
  for (std::uint32_t c = document.tokens()[range.first].clause; c <= last_clause; ++c) {
    const Clause& clause = document.clauses()[c];
    if (clause.standing == standing && !range.contains(clause.cue)) return clause.cue;
  }
  return kNone;
}

// How the clause that decides the standing puts it, after "is" or "but".
std::string put_as(const Document& document, Standing standing, std::uint32_t cue) {
  const std::string word = cue == kNone ? "" : quoted(document, {cue, cue + 1});
  const auto by = [&](const char* what) { return what + (word.empty() ? "" : " by " + word); };
  const auto because = [&](const char* what) {
    return what + (word.empty() ? "" : " (" + word + ")");
  };
  switch (standing) {
    case Standing::asserted:
      return "stated as a fact";
    case Standing::conditional:
      return because("only said under a condition");
    case Standing::hypothetical:
      return because("only said of a case that is not yours");
    case Standing::negated:
      return by("negated");
    case Standing::rejected:
      return because("named as wrong");
    case Standing::attributed:
      return because("put as an opinion that is not yours");
    case Standing::question:
      return "only part of a question";
    case Standing::quoted:
      return "only quoted";
    case Standing::unclaimed:
      return "only listed, with nothing said of it";
    case Standing::scrambled:
      return "only there among words in no order";
  }
  return "not claimed";
}

}  // namespace

std::string quoted(const Document& document, TokenRange range) {
  if (range.empty()) return "\"\"";
  const std::string_view words = words_of(document, range);
  if (words.size() <= kLongestQuote) return '"' + std::string(words) + '"';
  return '"' + std::string(head_of(words, kLongestQuote * 2 / 3)) + " ... " +
         std::string(tail_of(words, kLongestQuote / 3)) + '"';
}

std::string quoted_list(const Document& document, std::span<const TokenRange> ranges) {
  std::string list;
  const std::size_t count = std::min(ranges.size(), kMostNamed);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) list += i + 1 == ranges.size() ? " and " : ", ";
    list += quoted(document, ranges[i]);
  }
  if (ranges.size() > kMostNamed) list += " and others";
  return list;
}

const char* is_are(std::size_t count) { return count == 1 ? "is" : "are"; }

NearMiss standing_miss(const Reading& reading, std::span<const TokenRange> occurrences,
                       StandingSet accepted) {
  const Document& document = reading.document();
  for (const TokenRange range : occurrences) {
    const Standing standing = document.standing_of(range);
    if (accepted.has(standing)) continue;
    const std::uint32_t cue = cue_of(document, range, standing);
    NearMiss miss{0.6, range, std::string(kFoundBut) + put_as(document, standing, cue), {range}};
    if (cue != kNone) miss.words.push_back({cue, cue + 1});
    return miss;
  }
  return {};
}

std::string clause_of(const Document& document, const NearMiss& miss) {
  if (miss.closeness <= 0 || miss.why.empty()) return {};
  if (miss.range.empty() || !miss.why.starts_with(kFoundBut)) return miss.why;
  return quoted(document, miss.range) + " is " + miss.why.substr(kFoundBut.size());
}

}  // namespace assay
