// A Document while it is being made: the stages of the analyzer fill it from top to bottom, each
// reading only what stands above.
//
//   normalise     text, runs
//   tokenise      tokens (but for `clause`), cues, marks; Gap::stop where a sentence may end
//   sentences     sentences (but for `clauses`), ends, blocks; Gap::stop where one does end
//   sections      sections, Block::section
//   take_own_block_quotes  kQuoteBlockMark gone where the answer speaks in quotes
//   split_clauses clauses with what their own sentence makes of them, Sentence::clauses,
//                 Token::clause
//   assign_standing  questions and piles of terms among the clauses, flags
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assay/document.h"
#include "text/cues.h"
#include "text/document_builder.h"

namespace assay {

// What surrounds a token and is not in Token. A set of bits.
enum TokenMark : std::uint8_t {
  kStruckMark = 1u << 0,        // struck through
  kQuoteBlockMark = 1u << 1,    // in a block quote, at any depth, whatever the block's kind
  kDoubleQuotesMark = 1u << 2,  // between a pair of double quotation marks of one block
  kSingleQuotesMark = 1u << 3,  // between a pair of single quotation marks of one block
  kStrongMark = 1u << 4,        // bold
};

// Why a sentence ends.
enum class SentenceEnd : std::uint8_t {
  none,  // its block or line does
  period,
  question_mark,  // also "?!"
  exclamation_mark,
  colon,  // it introduces a list, a code block, a table
};

// Where a run of text that maps byte for byte begins, and the byte of the original it maps to. A
// run with `folded` maps as a whole: its text stands for all of its source.
struct Run {
  std::uint32_t text_begin;
  std::uint32_t source_begin;
  std::uint32_t source_end;
  bool folded;
};

struct DocumentDraft {
  std::string_view original;  // the bytes received; outlive the draft
  std::string text;
  std::vector<Run> runs;  // ordered by both of its positions
  std::vector<Token> tokens;
  std::vector<Cues> cues;           // one a token
  std::vector<std::uint8_t> marks;  // TokenMark bits, one a token
  std::vector<Sentence> sentences;
  std::vector<SentenceEnd> ends;  // one a sentence
  std::vector<Block> blocks;
  std::vector<Section> sections;
  std::vector<Clause> clauses;
  std::vector<std::string_view> flags;  // in any order, also repeated

  // The normalised text of a token, and what stands in text between it and the token before it.
  std::string_view text_of(std::uint32_t token) const {
    const Token& t = tokens[token];
    return std::string_view(text).substr(t.text_begin, t.text_end - t.text_begin);
  }
  std::string_view text_before(std::uint32_t token) const {
    const std::uint32_t begin = token == 0 ? 0 : tokens[token - 1].text_end;
    return std::string_view(text).substr(begin, tokens[token].text_begin - begin);
  }

  // Leaves everything empty and keeps the memory.
  void clear() {
    text.clear();
    runs.clear();
    tokens.clear();
    cues.clear();
    marks.clear();
    sentences.clear();
    ends.clear();
    blocks.clear();
    sections.clear();
    clauses.clear();
    flags.clear();
  }
};

}  // namespace assay
