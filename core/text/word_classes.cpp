#include "text/word_classes.h"

#include <algorithm>
#include <array>

#include "text/word_tables.h"

namespace assay {
namespace {

using tables::kRows;

constexpr std::size_t count_words(std::string_view list) {
  return list.empty() ? 0 : std::size_t(std::count(list.begin(), list.end(), ' ')) + 1;
}

// Calls `use` with each word of a list that blanks divide.
template <typename Use>
constexpr void for_each_word(std::string_view list, Use use) {
  while (!list.empty()) {
    const std::size_t length = std::min(list.find(' '), list.size());
    use(list.substr(0, length));
    list.remove_prefix(std::min(length + 1, list.size()));
  }
}

template <std::size_t Size>
constexpr auto sorted_words(std::string_view list) {
  std::array<std::string_view, Size> words{};
  std::size_t n = 0;
  for_each_word(list, [&](std::string_view word) { words[n++] = word; });
  std::sort(words.begin(), words.end());
  return words;
}

struct Entry {
  std::string_view word;
  WordClasses classes;
};

constexpr std::size_t row_words() {
  std::size_t n = 0;
  for (const tables::Row& row : kRows) n += count_words(row.words);
  return n;
}

constexpr auto listed_words() {
  std::array<Entry, row_words()> entries{};
  std::size_t n = 0;
  for (const tables::Row& row : kRows) {
    for_each_word(row.words, [&](std::string_view word) {
      entries[n++] = {word, row.classes | WordClasses(row.lexeme) << 24};
    });
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.word < b.word; });
  return entries;
}

constexpr auto kListed = listed_words();
constexpr auto kVerbs = sorted_words<count_words(tables::kVerbs)>(tables::kVerbs);
constexpr auto kPluralVerbs = sorted_words<count_words(tables::kPluralVerbs)>(tables::kPluralVerbs);
constexpr auto kNounVerbs = sorted_words<count_words(tables::kNounVerbs)>(tables::kNounVerbs);
constexpr auto kIrregularPast =
    sorted_words<count_words(tables::kIrregularPast)>(tables::kIrregularPast);
constexpr auto kNoAdverbs = sorted_words<count_words(tables::kNoAdverbs)>(tables::kNoAdverbs);

// Words of several rows would mix two lexemes into a third.
constexpr bool one_lexeme_a_word() {
  for (std::size_t i = 1; i < kListed.size(); ++i) {
    if (kListed[i].word == kListed[i - 1].word && lexeme_of(kListed[i].classes) != Lexeme::none &&
        lexeme_of(kListed[i - 1].classes) != Lexeme::none) {
      return false;
    }
  }
  return true;
}
static_assert(one_lexeme_a_word());

constexpr WordClasses listed(std::string_view word) {
  WordClasses classes = 0;
  auto at = std::lower_bound(kListed.begin(), kListed.end(), word,
                             [](const Entry& e, std::string_view w) { return e.word < w; });
  for (; at != kListed.end() && at->word == word; ++at) classes |= at->classes;
  return classes;
}

template <std::size_t Size>
bool in(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

constexpr WordClasses kVerb = WordClasses(WordClass::verb);
constexpr WordClasses with(WordClasses classes, WordTrait trait) {
  return classes | WordClasses(trait);
}

struct Lemma {
  bool found = false;
  bool noun = false;    // the bare form is as often a noun
  bool plural = false;  // the form in -s is as often a plural
};

Lemma lemma(std::string_view word) {
  if (word.size() < 2) return {};
  if (in(kVerbs, word)) return {true, false, false};
  if (in(kPluralVerbs, word)) return {true, false, true};
  if (in(kNounVerbs, word)) return {true, true, true};
  return {};
}

// A lemma found as `stem`, `stem` + e, or `stem` without its doubled last consonant.
Lemma lemma_before_vowel(std::string_view stem) {
  if (stem.size() < 2 || stem.size() > 24) return {};
  if (const Lemma whole = lemma(stem); whole.found) return whole;
  char buffer[26];
  std::copy(stem.begin(), stem.end(), buffer);
  buffer[stem.size()] = 'e';
  if (const Lemma with_e = lemma({buffer, stem.size() + 1}); with_e.found) return with_e;
  if (stem.back() == 'i') {
    buffer[stem.size() - 1] = 'y';
    if (const Lemma with_y = lemma({buffer, stem.size()}); with_y.found) return with_y;
  }
  if (stem.size() > 3 && stem.back() == stem[stem.size() - 2]) {
    return lemma(stem.substr(0, stem.size() - 1));
  }
  return {};
}

Lemma lemma_of_third(std::string_view word) {
  const std::string_view without_s = word.substr(0, word.size() - 1);
  if (const Lemma found = lemma(without_s); found.found) return found;
  if (without_s.ends_with('e')) return lemma_before_vowel(word.substr(0, word.size() - 2));
  return {};
}

bool has_made_ending(std::string_view word, std::string_view ending) {
  if (word.size() < ending.size() + 5 || !word.ends_with(ending)) return false;
  const std::string_view stem = word.substr(0, word.size() - ending.size());
  return stem.ends_with("at") || stem.ends_with("is") || stem.ends_with("iz") ||
         stem.ends_with("ifi") || stem.ends_with("ify");
}

WordClasses verb_classes(std::string_view word) {
  WordClasses classes = 0;
  if (const Lemma base = lemma(word); base.found) {
    classes |= with(kVerb, WordTrait::base);
    if (base.noun) classes = with(classes, WordTrait::noun);
  }
  if (in(kIrregularPast, word)) classes |= with(kVerb, WordTrait::past);
  if (classes != 0) return classes;
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss")) {
    if (const Lemma third = lemma_of_third(word); third.found) {
      classes = with(kVerb, WordTrait::third);
      return third.plural ? with(classes, WordTrait::noun) : classes;
    }
    if (has_made_ending(word, "es")) return with(kVerb, WordTrait::third);
  }
  if (word.size() > 3 && word.ends_with("ed")) {
    if (lemma_before_vowel(word.substr(0, word.size() - 2)).found || has_made_ending(word, "ed")) {
      return with(kVerb, WordTrait::past);
    }
  }
  if (word.size() > 4 && word.ends_with("ing")) {
    if (lemma_before_vowel(word.substr(0, word.size() - 3)).found || has_made_ending(word, "ing")) {
      return WordClasses(WordTrait::gerund);
    }
  }
  return 0;
}

}  // namespace

WordClasses classes_of(std::string_view word) {
  WordClasses classes = listed(word) | verb_classes(word);
  if (word.size() > 4 && word.ends_with("ly") && !in(kNoAdverbs, word)) {
    classes |= WordClasses(WordClass::adverb);
  }
  return classes;
}

}  // namespace assay
