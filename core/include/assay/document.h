// The analysed text of one answer. Made once by the Analyzer and shared, read-only, by every rule:
// a normalised view for matching, the answer's blocks, sections, sentences, clauses and tokens, and
// a map from each of them back to the bytes received.
//
// Any sequence of bytes makes a Document. A Document owns all it refers to, is immutable, and may
// be read from many threads at once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "assay/span.h"
#include "assay/standing.h"

namespace assay {

inline constexpr std::uint32_t kNone = UINT32_MAX;  // an index that points nowhere

enum class TokenKind : std::uint8_t {
  word,    // letters, and letters with digits that cannot be split: "merge", "s3", "p99"
  number,  // "12", "1.5", "1,000", "½"; a unit glued to it is the next token: "10" "gb"
  symbol,  // % $ € £ + = < > & # and arrows, of which every form reads "->"
};

// What stands between a token and the one before it, the strongest where there are several.
// A phrase runs across everything up to `quote`; from `comma` on it is broken.
enum class Gap : std::uint8_t {
  none,     // nothing: "10GB"
  hyphen,   // "exactly-once"
  joiner,   // underscore, dot, slash, apostrophe between letters: "order_id", "read/write"
  space,    // blanks, a line wrap, emphasis marks
  quote,    // a quotation mark
  comma,    // a comma
  bracket,  // a bracket, a table cell's edge
  colon,    // a colon, a semicolon, a dash between blanks
  stop,     // a sentence or block ends
};

// Closed word classes and a few open ones, looked up by word and not by context: a token has every
// class that its word can have.
enum class WordClass : std::uint32_t {
  determiner = 1u << 0,     // the, a, each, every, this
  pronoun = 1u << 1,        // I, we, it, they
  preposition = 1u << 2,    // of, in, per, by
  conjunction = 1u << 3,    // and, or, but, because, so, while
  auxiliary = 1u << 4,      // be, have, do in all forms
  modal = 1u << 5,          // will, would, can, should, must
  negator = 1u << 6,        // not, never, no, without, n't
  interrogative = 1u << 7,  // what, why, how
  conditional = 1u << 8,    // if, unless, should (inverted), once, when
  speech_verb = 1u << 9,    // say, claim, argue, believe
  verb = 1u << 10,          // a common verb in a form that can be finite or imperative
  adverb = 1u << 11,        // really, always, mostly
};
using WordClasses = std::uint32_t;
constexpr bool has(WordClasses set, WordClass c) { return (set & std::uint32_t(c)) != 0; }

struct Token {
  Span span;                 // bytes of the answer as received
  std::uint32_t text_begin;  // bytes [text_begin, text_end) of Document::text()
  std::uint32_t text_end;
  std::uint64_t word;    // identity_of(normalised word): equal words, equal identities
  std::uint64_t stem;    // identity_of(its English stem); that of the word for numbers and symbols
  WordClasses classes;   // of words only
  std::uint32_t clause;  // index into Document::clauses()
  TokenKind kind;
  Gap gap;       // between the token before and this one; `stop` for the first of a sentence
  bool known;    // an English dictionary word, which is therefore never taken for a typo
  bool in_code;  // inside a code span or a code block
};

// Whether the token says something by itself, unlike words that only join others ("of", "must",
// "n't") and signs.
constexpr bool is_content_word(const Token& token) {
  constexpr auto kFunction =
      WordClasses(WordClass::determiner) | WordClasses(WordClass::pronoun) |
      WordClasses(WordClass::preposition) | WordClasses(WordClass::conjunction) |
      WordClasses(WordClass::auxiliary) | WordClasses(WordClass::modal) |
      WordClasses(WordClass::negator) | WordClasses(WordClass::interrogative) |
      WordClasses(WordClass::conditional);
  return token.kind == TokenKind::number ||
         (token.kind == TokenKind::word && (token.classes & kFunction) == 0);
}

struct Clause {
  TokenRange tokens;
  std::uint32_t sentence;
  Standing standing = Standing::asserted;
  std::uint32_t cue = kNone;  // the token that gave the standing ("never", "instead"), if one did
};

struct Sentence {
  TokenRange tokens;
  TokenRange clauses;  // indexes into Document::clauses()
  std::uint32_t block;
};

enum class BlockKind : std::uint8_t { paragraph, heading, list_item, table_row, code, quote };

// A block without tokens is not kept. A list item's nested items are blocks of their own; a table's
// row is one block with one sentence, its cells divided by Gap::bracket.
struct Block {
  BlockKind kind;
  std::uint8_t level;     // heading: 1..6; list item: depth from 1; else 0
  std::uint32_t ordinal;  // number of an ordered list's item; row of a table (header row 0); else 0
  TokenRange tokens;
  TokenRange sentences;   // indexes into Document::sentences()
  std::uint32_t section;  // index into Document::sections()
};

// What stands under one heading or one inline label ("Drawbacks:", "+"/"-" bullets); a section ends
// where the next of the same or a higher level begins. Section 0 is the whole answer, untitled.
struct Section {
  TokenRange title;      // empty for section 0
  TokenRange tokens;     // without the title
  std::uint32_t parent;  // kNone for section 0
  std::uint8_t level;    // 0 for section 0, 1..6 headings, 7 inline labels
};

// The identity of a normalised word: a 64-bit hash, the same in every process and on every machine.
ASSAY_SDK std::uint64_t identity_of(std::string_view normalised_word);

class ASSAY_SDK Document {
 public:
  // The bytes as received, including what is not valid UTF-8.
  std::string_view original() const { return original_; }
  std::string_view original(Span span) const {
    return std::string_view(original_).substr(span.begin, span.size());
  }
  // The normalised view: NFKC case-folded, plain quotes and dashes, one line. Rules match here.
  std::string_view text() const { return text_; }
  std::string_view text(const Token& token) const {
    return std::string_view(text_).substr(token.text_begin, token.text_end - token.text_begin);
  }

  std::span<const Token> tokens() const { return tokens_; }
  std::span<const Clause> clauses() const { return clauses_; }
  std::span<const Sentence> sentences() const { return sentences_; }
  std::span<const Block> blocks() const { return blocks_; }
  std::span<const Section> sections() const { return sections_; }

  std::uint32_t sentence_of(std::uint32_t token) const {
    return clauses_[tokens_[token].clause].sentence;
  }
  std::uint32_t block_of(std::uint32_t token) const { return sentences_[sentence_of(token)].block; }
  std::uint32_t section_of(std::uint32_t token) const { return blocks_[block_of(token)].section; }

  // The bytes from the first token's begin to the last one's end. REQUIRES: !range.empty().
  Span span_of(TokenRange range) const {
    return {tokens_[range.first].span.begin, tokens_[range.last - 1].span.end};
  }
  // The tokens that overlap bytes [begin, end) of text(); empty where there are none.
  TokenRange tokens_of_text(std::uint32_t begin, std::uint32_t end) const;

  // How the answer puts what stands in `range`: the first standing other than asserted among the
  // clauses it touches. A clause whose cue lies inside the range counts as asserted, because what
  // was matched then includes the negation: "never the wall clock" is itself not negated.
  Standing standing_of(TokenRange range) const;

  // What a reader should know of the text and no rule can see; sorted, without repeats. "empty":
  // there is no word in it;
  // "invalid-utf-8": bytes were replaced; "hidden-characters": zero-width or control characters
  // were dropped from inside words; "look-alikes": words mix scripts; "term-pile": terms without
  // claims; "word-salad": words in no order of English.
  std::span<const std::string_view> flags() const { return flags_; }

 private:
  friend class DocumentBuilder;

  std::string original_;
  std::string text_;
  std::vector<Token> tokens_;
  std::vector<Clause> clauses_;
  std::vector<Sentence> sentences_;
  std::vector<Block> blocks_;
  std::vector<Section> sections_;
  std::vector<std::string_view> flags_;
};

}  // namespace assay
