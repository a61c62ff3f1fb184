#include "text/dictionary.h"

#include <cstring>

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
    const char* end = static_cast<const char*>(std::memchr(line, '\n', std::size_t(high - line)));
    if (end == nullptr) end = high;
    const int order = word.compare(std::string_view(line, std::size_t(end - line)));
    if (order == 0) return !word.empty();
    if (order < 0) {
      high = line;
    } else {
      low = end < high ? end + 1 : high;
    }
  }
  return false;
}

}  // namespace assay
