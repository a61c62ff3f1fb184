// The pattern language of terms, parsed: `dedup*|merge (daily) key ...5 @target`. It is documented
// for authors in rubrics/README.md ("Terms"). Words are split and normalised as answers are, so
// that "Exactly-Once" and "exactly once" are the same two words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/document.h"
#include "assay/export.h"

namespace assay {

// A mistake in a pattern: byte offset into the pattern, what is wrong, what was expected.
struct PatternError {
  std::size_t offset;
  std::string message;
};

inline constexpr unsigned kDefaultGap = 3;
inline constexpr unsigned kLongestGap = 20;
// The most tokens an occurrence of one term spans, what its concepts stand for included: an
// occurrence that would be longer is none. Patterns that need more by themselves are refused.
inline constexpr unsigned kLongestOccurrence = 60;

struct PatternElement {
  enum class Type : std::uint8_t {
    word,         // a word, number or symbol
    wildcard,     // one word; `text` holds literal letters and '*', never two in a row
    any_word,     // _
    any_number,   // #
    concept_ref,  // @name
    gap,          // ... : up to `gap` tokens, none the first of a sentence
    optional,     // (...): branches[0] or nothing
    choice,       // a|b: one of the branches, of which none is empty
  };

  Type type = Type::word;
  bool exact = false;                // word: no inflection, no typo, no compound
  TokenKind kind = TokenKind::word;  // word
  unsigned gap = 0;                  // gap
  std::string text;                  // word (normalised), wildcard, concept's name
  std::uint64_t word = 0;            // word: as Token::word
  std::uint64_t stem = 0;            // word: as Token::stem
  std::size_t offset = 0;            // into the pattern
  std::vector<std::vector<PatternElement>> branches;
};
using PatternSequence = std::vector<PatternElement>;

// Nothing where the pattern is wrong; then `errors` has gained at least one, else none.
ASSAY_SDK std::optional<PatternSequence> parse_pattern(std::string_view pattern,
                                                       std::vector<PatternError>& errors);

// Appends what is wrong with a pattern, if anything; takes less time than to parse it.
void find_mistakes(std::string_view pattern, std::vector<PatternError>& errors);

// The names of the concepts a pattern refers to, in order.
ASSAY_SDK std::vector<std::string> concepts_in(const PatternSequence& pattern);

}  // namespace assay
