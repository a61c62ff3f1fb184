#include "text/dictionary.h"

// The list lies in the library as it is, sorted, one word a line: nothing is read at start.
asm(".section .rodata\n"
    ".type assay_english_words, @object\n"
    "assay_english_words:\n"
    ".incbin \"" ASSAY_ENGLISH_WORDS
    "\"\n"
    ".type assay_english_words_end, @object\n"
    "assay_english_words_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char assay_english_words[];
extern const char assay_english_words_end[];
}

namespace assay {

bool is_english_word(std::string_view word) {
  const char* low = assay_english_words;
  const char* high = assay_english_words_end;
  // Both stay at starts of lines; the word, if there, is on a line in [low, high).
  while (low < high) {
    const char* line = low + (high - low) / 2;
    while (line > low && line[-1] != '\n') --line;
    // Most lines differ within a few letters, which is found sooner than their length. The list
    // ends with a line end, which no word has.
    const char* at = line;
    std::size_t same = 0;
    while (same < word.size() && *at == word[same] && *at != '\n') {
      ++at;
      ++same;
    }
    if (same == word.size() && *at == '\n') return !word.empty();
    if (same == word.size() ||
        static_cast<unsigned char>(word[same]) < static_cast<unsigned char>(*at)) {
      high = line;
    } else {
      while (*at != '\n') ++at;
      low = at + 1;
    }
  }
  return false;
}

}  // namespace assay
