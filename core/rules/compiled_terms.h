// What a TermTable holds: every term as a small program over lexemes, and which programs each
// lexeme can begin.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/lexemes.h"
#include "rules/pattern.h"

namespace assay {

// Steps are run from first to last, each over all positions that have reached it; a position only
// ever moves to a later step.
struct TermStep {
  enum class Op : std::uint8_t {
    lexeme,       // a token, or two written as one, that satisfies lexeme `value`
    any_word,     // any token but a symbol
    concept_ref,  // an occurrence of set `value`
    gap,          // up to `value` tokens
    fork,         // on to the next step and to step `value`
    jump,         // on to step `value`
  };
  Op op;
  std::uint32_t value = 0;
  Lexeme joined = kNoLexeme;  // lexeme: the words of this step and the next written as one
};

struct TermProgram {
  std::uint32_t set = 0;
  bool starts_anywhere = false;
  std::span<const TermStep> steps;
  // What can begin an occurrence, besides the lexemes that lead here by CompiledTerms::starts.
  std::span<const std::uint32_t> start_sets;
  // What no occurrence can do without. Of lexemes, those that nothing else can stand for.
  std::span<const Lexeme> needed_lexemes;
  std::span<const std::uint32_t> needed_sets;
};

// What to do where a lexeme is found.
struct TermStart {
  enum class Kind : std::uint8_t {
    word,     // it is all of a term of set `index`
    phrase,   // it can begin program `index`, which has lexemes only
    waiting,  // it can begin program `index`, which is run when its set is asked for
  };
  Kind kind;
  std::uint32_t index;
  // One of the two begins at the token behind the lexeme, or it is no start. Neither: nothing is
  // known of what follows.
  std::array<Lexeme, 2> next = {kNoLexeme, kNoLexeme};
  std::uint64_t next_signs = 0;  // of both
};

// There are as many tables as rubrics, so what is many and small lies together in few pieces.
struct CompiledTerms {
  struct Set {
    std::shared_ptr<const std::vector<std::string>> patterns;
    std::span<const std::uint32_t> includes;  // sets of which each occurrence is one of this, too
    std::span<const std::uint32_t> needs;     // sets that its waiting programs refer to
    std::span<const std::uint32_t> programs;  // its waiting programs
  };

  CompiledTerms() = default;
  CompiledTerms(CompiledTerms&&) = default;  // not copyable: spans lead into it

  std::vector<Set> sets;
  std::vector<TermProgram> programs;
  Lexemes lexemes;
  // The starts of lexeme n are starts[starts_of[n]] up to starts[starts_of[n + 1]].
  std::vector<std::uint32_t> starts_of;
  std::vector<TermStart> starts;
  std::string concepts;  // the names of sets, as their builder lists them
  // What the spans of sets and programs lead to.
  std::vector<TermStep> steps;
  std::vector<std::uint32_t> numbers;

  std::span<const TermStart> starts_with(Lexeme lexeme) const {
    return {starts.data() + starts_of[lexeme], starts.data() + starts_of[lexeme + 1]};
  }
};

struct ParsedPatterns {
  std::shared_ptr<const std::vector<std::string>> written;
  std::vector<PatternSequence> parsed;  // one a pattern
};

// A set while its table is built.
struct TermSetDraft {
  std::vector<std::string> patterns;
  std::vector<PatternSequence> parsed;           // one a pattern
  std::shared_ptr<const ParsedPatterns> shared;  // takes the place of the two
};

// REQUIRES: `concepts` has every concept that a pattern refers to, as an index into `sets`.
CompiledTerms compile_terms(std::vector<TermSetDraft> sets,
                            const std::unordered_map<std::string, std::uint32_t>& concepts);

}  // namespace assay
