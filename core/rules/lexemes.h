// What one position of a term asks of a word of the answer. All lexemes of a table are numbered, so
// that each distinct word of an answer is compared with all of them once, and from then on is a
// list of numbers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assay/document.h"
#include "rules/pattern.h"
#include "rules/typos.h"
#include "rules/word_list.h"

namespace assay {

using Lexeme = std::uint32_t;
inline constexpr Lexeme kNoLexeme = UINT32_MAX;

// One of 64 bits. Where a token's hits have not the sign of a lexeme, none of them is it.
constexpr std::uint64_t sign_of(Lexeme lexeme) { return std::uint64_t{1} << (lexeme % 64); }

class Lexemes {
 public:
  // --- While the table is built. Equal requests get equal numbers.

  // REQUIRES: a word, a wildcard or any_number.
  Lexeme of(const PatternElement& element);
  // Two words written as one: "data warehouse" as "datawarehouse". kNoLexeme where either is exact,
  // no word, or a single letter.
  Lexeme joined(const PatternElement& first, const PatternElement& second);
  // Any of these; satisfied wherever one of them is.
  Lexeme any_of(std::vector<Lexeme> members);
  // No more are added; from here on immutable.
  void seal();

  // --- Afterwards.

  std::size_t size() const { return next_; }
  // Appends, in order and once each, the lexemes that the token satisfies by itself.
  void satisfied_by(const Token& token, std::string_view text, std::vector<Lexeme>& out) const;

  // Whether a token can be the first part of a word of the table that is written as two:
  // "back-fill" for "backfill".
  bool begins_compound(const Token& token, std::string_view text) const;
  // Appends, in order and once each, the lexemes that two tokens satisfy together; the second
  // inflects. The caller has seen that only a hyphen or a joiner stands between them.
  void satisfied_by(const Token& first, std::string_view first_text, const Token& second,
                    std::string_view second_text, std::vector<Lexeme>& out) const;

 private:
  // Which lexemes have a key.
  class Index {
   public:
    void add(std::uint64_t key, Lexeme lexeme) { unsorted_.emplace_back(key, lexeme); }
    void seal();
    template <typename Visit>
    void for_each(std::uint64_t key, Visit visit) const;

   private:
    std::vector<std::pair<std::uint64_t, Lexeme>> unsorted_;  // empty once sealed
    std::vector<std::uint64_t> keys_;                         // sorted
    std::vector<Lexeme> lexemes_;                             // one a key
  };
  struct Wildcard {
    std::string glob;
    Lexeme lexeme;
  };
  // Adds what each found lexeme is a member of, orders all, and drops repeats.
  void close(std::vector<Lexeme>& out, std::size_t begin) const;
  // The number of what is asked for as `family` and `text`; `added` where it is new.
  Lexeme number_of(char family, std::string_view text, bool& added);

  std::uint32_t next_ = 0;
  // What the numbers are made with; null once sealed.
  struct Asked;
  std::shared_ptr<Asked> asked_;
  Index by_word_;
  Index by_stem_;
  std::vector<std::pair<Lexeme, Lexeme>> member_of_;  // lexeme, the choice; sorted
  std::vector<Wildcard> wildcards_;
  Lexeme any_number_ = kNoLexeme;
  WordList words_;  // that inflect, and may be misspelt; their numbers are lexemes
  TypoIndex typos_;
};

// Whether `glob` ('*' for any run of bytes, also none) covers `first` and `second` written as one.
bool covers(std::string_view glob, std::string_view first, std::string_view second = {});

}  // namespace assay
