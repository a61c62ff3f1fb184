// What single characters become in the normalised view, where that differs from NFKC_Casefold.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

enum class Folding : std::uint8_t {
  none,    // NFKC_Casefold decides
  text,    // `text` stands for it
  blank,   // any space or line end
  dash,    // a dash that stands between blanks however it was written
  accent,  // an accent typed for an apostrophe: ' between letters, else nothing
  drop,    // shows nothing and need not be mentioned: a soft hyphen, a trade mark
  hidden,  // shows nothing and is suspicious inside a word
};

struct CharacterFolding {
  Folding folding = Folding::none;
  std::string_view text{};
};

CharacterFolding folding_of(char32_t character);

// What a byte that is not UTF-8 stands for in Windows-1252, if that is punctuation; else 0.
char32_t windows_punctuation(unsigned char byte);

// The character that the reference at the start of `text` ("&amp;", "&#8217;") stands for, and its
// length in bytes; a length of 0 where none begins there.
struct CharacterReference {
  char32_t character = 0;
  std::uint32_t length = 0;
};
CharacterReference character_reference(std::string_view text);

}  // namespace assay
