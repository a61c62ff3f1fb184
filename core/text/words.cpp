#include "text/words.h"

#include <libstemmer.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <iterator>
#include <new>

#include "text/dictionary.h"
#include "text/identity.h"
#include "text/utf8.h"
#include "text/word_classes.h"

namespace assay {
namespace {

constexpr std::size_t kFirstSize = 1024;
constexpr std::size_t kMostWords = 65536;
constexpr std::size_t kLongestWord = 64;  // longer ones are neither stemmed nor kept

constexpr std::string_view kSeconds[] = {"not", "is", "are", "have", "will", "would", "am", "us"};
enum Second : std::uint8_t { kNot, kIs, kAre, kHave, kWill, kWould, kAm, kUs };

// Two words written as one; `first` where it is not what stands before the split.
struct Contraction {
  std::string_view text;
  std::uint8_t split;
  Second second;
  std::string_view first{};
};

// Sorted by text.
constexpr Contraction kContractions[] = {
    {"ain't", 2, kNot, "is"},  {"aint", 2, kNot, "is"},
    {"arent", 3, kNot},        {"can't", 3, kNot},
    {"cannot", 3, kNot},       {"cant", 3, kNot},
    {"couldnt", 5, kNot},      {"didnt", 3, kNot},
    {"doesnt", 4, kNot},       {"dont", 2, kNot},
    {"hadnt", 3, kNot},        {"hasnt", 3, kNot},
    {"havent", 4, kNot},       {"im", 1, kAm},
    {"isnt", 2, kNot},         {"ive", 1, kHave},
    {"let's", 3, kUs},         {"mustnt", 4, kNot},
    {"neednt", 4, kNot},       {"shan't", 3, kNot, "shall"},
    {"shouldnt", 6, kNot},     {"thats", 4, kIs},
    {"theres", 5, kIs},        {"theyre", 4, kAre},
    {"wasnt", 3, kNot},        {"werent", 4, kNot},
    {"whats", 4, kIs},         {"won't", 2, kNot, "will"},
    {"wont", 2, kNot, "will"}, {"wouldnt", 5, kNot},
    {"youre", 3, kAre},
};
static_assert(std::is_sorted(std::begin(kContractions), std::end(kContractions),
                             [](const auto& a, const auto& b) { return a.text < b.text; }));

// Words after which 's is "is" and not a possessive. Sorted.
constexpr std::string_view kBeforeIs[] = {"he",   "here", "how",  "it",    "she",   "that", "there",
                                          "this", "what", "when", "where", "which", "who",  "why"};
static_assert(std::is_sorted(std::begin(kBeforeIs), std::end(kBeforeIs)));

struct Ending {
  std::string_view text;
  Second second;
};
constexpr Ending kEndings[] = {{"n't", kNot},  {"'re", kAre},  {"'ve", kHave},
                               {"'ll", kWill}, {"'d", kWould}, {"'m", kAm}};

bool mixes_scripts(std::string_view text) {
  bool latin = false, other = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, length] = decode(text, i);
    i += length;
    if (c < 0x80) {
      latin |= c >= 'a' && c <= 'z';
      continue;
    }
    if (c == 0x3bc || c == 0x3c9) continue;  // micro and ohm, signs of units
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    latin |= script == USCRIPT_LATIN;
    other |= script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK || script == USCRIPT_ARMENIAN ||
             script == USCRIPT_CHEROKEE;
  }
  return latin && other;
}

const Contraction* contraction_of(std::string_view text) {
  const auto* found =
      std::lower_bound(std::begin(kContractions), std::end(kContractions), text,
                       [](const Contraction& c, std::string_view t) { return c.text < t; });
  return found != std::end(kContractions) && found->text == text ? found : nullptr;
}

bool has_beyond_ascii(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

}  // namespace

bool is_contraction(std::string_view text) { return contraction_of(text) != nullptr; }

Words::Words()
    : stemmer_(sb_stemmer_new("english", nullptr), &sb_stemmer_delete), table_(kFirstSize) {
  if (!stemmer_) throw std::bad_alloc();
  for (const std::string_view second : kSeconds) seconds_.push_back(plain_word(second));
}

Words::~Words() = default;

const Word& Words::look_up(std::string_view text) {
  const std::uint64_t key = hash_word(text) | 1;  // never 0
  const std::size_t mask = table_.size() - 1;
  std::size_t place = (key >> 1) & mask;
  for (; table_[place].key != 0; place = (place + 1) & mask) {
    if (table_[place].key == key) return table_[place];
  }
  Word word = word_of(text);
  word.key = key;
  if (text.size() > kLongestWord) return last_ = word;
  table_[place] = word;
  if (++used_ * 2 <= table_.size()) return table_[place];
  grow();
  return last_ = word;
}

void Words::grow() {
  if (used_ >= kMostWords) {
    table_.assign(kFirstSize, Word{});
    used_ = 0;
    return;
  }
  std::vector<Word> old(table_.size() * 2);
  old.swap(table_);
  const std::size_t mask = table_.size() - 1;
  for (const Word& word : old) {
    if (word.key == 0) continue;
    std::size_t place = (word.key >> 1) & mask;
    while (table_[place].key != 0) place = (place + 1) & mask;
    table_[place] = word;
  }
}

Word Words::word_of(std::string_view text) {
  const auto two = [&](std::string_view first, std::size_t split, Second second) {
    Word word = plain_word(first);
    word.split = std::uint8_t(split);
    word.second = second;
    return word;
  };
  if (text.size() > kLongestWord) return plain_word(text);
  if (const Contraction* contraction = contraction_of(text)) {
    const std::string_view before = text.substr(0, contraction->split);
    return two(contraction->first.empty() ? before : contraction->first, before.size(),
               contraction->second);
  }
  if (text.find('\'') == std::string_view::npos) return plain_word(text);
  for (const Ending& ending : kEndings) {
    if (text.size() > ending.text.size() && text.ends_with(ending.text)) {
      const std::string_view first = text.substr(0, text.size() - ending.text.size());
      return two(first, first.size(), ending.second);
    }
  }
  if (text.ends_with("'s") && text.size() > 2) {
    const std::string_view first = text.substr(0, text.size() - 2);
    if (std::binary_search(std::begin(kBeforeIs), std::end(kBeforeIs), first)) {
      return two(first, first.size(), kIs);
    }
    return plain_word(first);
  }
  return plain_word(text);
}

Word Words::plain_word(std::string_view text) {
  Word word;
  word.word = hash_word(text);
  word.stem = stem_of(text, word.word);
  word.classes = classes_of(text);
  word.cues = cues_of(word.word, word.classes);
  word.known = is_english_word(text);
  word.mixed = has_beyond_ascii(text) && mixes_scripts(text);
  return word;
}

std::uint64_t Words::stem_of(std::string_view text, std::uint64_t otherwise) {
  if (text.size() > kLongestWord) return otherwise;
  const auto* symbols = reinterpret_cast<const sb_symbol*>(text.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), symbols, int(text.size()));
  if (stem == nullptr) return otherwise;
  const auto length = std::size_t(sb_stemmer_length(stemmer_.get()));
  return hash_word({reinterpret_cast<const char*>(stem), length});
}

}  // namespace assay
