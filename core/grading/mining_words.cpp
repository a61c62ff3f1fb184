#include "grading/mining_words.h"

#include <algorithm>

namespace assay {
namespace {

constexpr WordClasses kLittle =
    WordClasses(WordClass::determiner) | WordClasses(WordClass::pronoun) |
    WordClasses(WordClass::preposition) | WordClasses(WordClass::conjunction) |
    WordClasses(WordClass::auxiliary) | WordClasses(WordClass::modal) |
    WordClasses(WordClass::negator) | WordClasses(WordClass::interrogative) |
    WordClasses(WordClass::conditional) | WordClasses(WordClass::adverb);
constexpr std::size_t kLongestSentence = 80;  // words; of a longer one the first so many pair up

bool counts(const Document& document, const Token& token) {
  return token.kind == TokenKind::word && !token.in_code && (token.classes & kLittle) == 0 &&
         document.text(token).size() > 1;
}

}  // namespace

std::map<WordPair, std::vector<Span>> WordsOfAnswer::pairs(
    const std::vector<TokenRange>& occurrences, bool read) const {
  const auto tokens = document_.tokens();
  std::vector<bool> is_read(tokens.size(), false);
  for (const TokenRange range : occurrences) {
    std::fill(is_read.begin() + range.first, is_read.begin() + range.last, true);
  }
  std::map<WordPair, std::vector<Span>> out;
  std::vector<std::uint32_t> words;
  for (const Sentence& sentence : document_.sentences()) {
    words.clear();
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (counts(document_, tokens[i]) && words.size() < kLongestSentence) words.push_back(i);
    }
    for (std::size_t a = 0; a < words.size(); ++a) {
      const Token& one = tokens[words[a]];
      if (is_read[words[a]] == read) out.try_emplace({one.stem, 0}, std::vector{one.span});
      for (std::size_t b = a + 1; b < words.size(); ++b) {
        const Token& other = tokens[words[b]];
        if (one.stem == other.stem) continue;
        const bool fits = read ? is_read[words[a]] && is_read[words[b]]
                               : !is_read[words[a]] || !is_read[words[b]];
        if (!fits) continue;
        out.try_emplace({std::min(one.stem, other.stem), std::max(one.stem, other.stem)},
                        std::vector{one.span, other.span});
      }
    }
  }
  return out;
}

void WordsOfAnswer::count_forms(std::uint64_t stem,
                                std::map<std::string, std::size_t>& forms) const {
  for (const Token& token : document_.tokens()) {
    if (token.stem == stem) ++forms[std::string(document_.text(token))];
  }
}

std::string most_frequent_form(const std::vector<WordsOfAnswer>& answers, std::uint64_t stem) {
  std::map<std::string, std::size_t> forms;
  for (const WordsOfAnswer& answer : answers) answer.count_forms(stem, forms);
  const auto most = std::max_element(
      forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == forms.end() ? std::string() : most->first;
}

}  // namespace assay
