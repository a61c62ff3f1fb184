#include "phrase.h"

#include <algorithm>
#include <array>

namespace tradeoff {

using assay::Token;
using assay::TokenKind;
using assay::TokenRange;
using assay::WordClass;

bool is_content(const Token& token) {
  constexpr auto kFunctionWords =
      std::uint32_t(WordClass::determiner) | std::uint32_t(WordClass::pronoun) |
      std::uint32_t(WordClass::preposition) | std::uint32_t(WordClass::conjunction) |
      std::uint32_t(WordClass::auxiliary) | std::uint32_t(WordClass::modal) |
      std::uint32_t(WordClass::negator) | std::uint32_t(WordClass::adverb) |
      std::uint32_t(WordClass::interrogative);
  return token.kind == TokenKind::word && (token.classes & kFunctionWords) == 0;
}

bool is_name(const assay::Document& document, std::uint32_t token) {
  const Token& t = document.tokens()[token];
  if (t.kind != TokenKind::word || !is_content(t)) return false;
  const std::string_view original = document.original(t.span);
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (std::ranges::count_if(original, upper) == 0) return false;
  const bool opens_sentence =
      document.sentences()[document.sentence_of(token)].tokens.first == token;
  return !opens_sentence || !t.known || std::ranges::count_if(original.substr(1), upper) > 0;
}

int specificity(const assay::Document& document, TokenRange range,
                std::span<const TokenRange> vague) {
  constexpr std::size_t kEnough = 16;  // more different words than any rule asks for
  std::array<std::uint64_t, kEnough> seen{};
  std::size_t words = 0;
  int score = 0;
  for (std::uint32_t i = range.first; i < range.last && words < kEnough; ++i) {
    const Token& token = document.tokens()[i];
    if (token.kind == TokenKind::number) {
      score += 2;
      continue;
    }
    if (!is_content(token)) continue;
    if (std::ranges::any_of(vague, [i](TokenRange v) { return v.contains(i); })) continue;
    const auto end = seen.begin() + std::ptrdiff_t(words);
    if (std::find(seen.begin(), end, token.stem) != end) continue;
    seen[words++] = token.stem;
    ++score;
  }
  return score;
}

bool disowned(const assay::Document& document, TokenRange cue) {
  switch (document.standing_of(cue)) {
    case assay::Standing::asserted:
    case assay::Standing::conditional:
    case assay::Standing::hypothetical:
    case assay::Standing::negated:
      return false;
    default:
      return true;
  }
}

}  // namespace tradeoff
