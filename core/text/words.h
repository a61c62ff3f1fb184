// What is known of a word by itself, computed once a word: identity, English stem, classes, whether
// it is in the dictionary, and whether it is two words ("don't").
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "assay/document.h"
#include "assay/export.h"
#include "text/cues.h"

struct sb_stemmer;

namespace assay {

struct Word {
  std::uint64_t key = 0;  // of the word as written; 0 marks a free place in the table
  std::uint64_t word = 0;
  std::uint64_t stem = 0;
  WordClasses classes = 0;
  Cues cues = 0;
  std::uint8_t split = 0;   // bytes of the first of two words; 0 where it is one
  std::uint8_t second = 0;  // which second_word() the other one is
  bool known = false;
  bool mixed = false;  // letters of scripts that look alike: a Cyrillic "a" among Latin letters
};

// Whether a word is two that are written as one, without an ending that tells: "dont", "can't".
bool is_contraction(std::string_view text);

// A bounded cache. Not thread-safe, as the stemmer in it is not.
class ASSAY_SDK Words {
 public:
  Words();
  ~Words();

  // `text`: a normalised word of letters, digits, and apostrophes and dots between them. Valid
  // until the next call. For a word that is two, everything but `split` and `second` is the first
  // one's.
  //   "don't" "dont"    do + not      "can't" "cannot"    can + not     "won't" will + not
  //   "it's" "that's"   it + is       "we're" "they've" "I'll" "I'd" "I'm"
  //   "customer's"      one word, with the identity of "customer"
  const Word& look_up(std::string_view text);
  // The second of two words.
  const Word& second_word(std::uint8_t second) const { return seconds_[second]; }

 private:
  Word word_of(std::string_view text);
  Word plain_word(std::string_view text);
  std::uint64_t stem_of(std::string_view text, std::uint64_t otherwise);
  void grow();

  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
  std::vector<Word> table_;  // open addressing; its size is a power of two
  std::size_t used_ = 0;
  std::vector<Word> seconds_;
  Word last_;  // a word too long to be kept
};

}  // namespace assay
