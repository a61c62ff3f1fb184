// An answer's tokens as amounts see them: each with its part in numbers and units, if it has one.
#pragma once

#include <string_view>
#include <vector>

#include "assay/document.h"
#include "vocabulary.h"

namespace quantity {

class Lexed {
 public:
  explicit Lexed(const assay::Document& document);

  const assay::Document& document() const { return document_; }
  std::uint32_t size() const { return std::uint32_t(words_.size()); }
  const assay::Token& token(std::uint32_t at) const { return tokens_[at]; }
  // Null where `at` is past the end too.
  const Word* word(std::uint32_t at) const { return at < words_.size() ? words_[at] : nullptr; }
  bool is(std::uint32_t at, Role role) const {
    return word(at) != nullptr && word(at)->role == role;
  }
  bool is(std::uint32_t at, std::string_view text) const {
    return at < words_.size() && this->text(at) == text;
  }
  bool is_article(std::uint32_t at) const { return is(at, "a") || is(at, "an"); }
  bool is_number(std::uint32_t at) const {
    return at < words_.size() && tokens_[at].kind == assay::TokenKind::number;
  }
  // A word that names something: no article, preposition, pronoun or verb "to be".
  bool is_content(std::uint32_t at) const;
  std::string_view text(std::uint32_t at) const { return document_.text(tokens_[at]); }
  // What is written between `at` and the token before it.
  std::string_view before(std::uint32_t at) const;
  // Whether `at` goes on with the phrase of the token before it.
  bool follows(std::uint32_t at) const {
    return at < words_.size() && tokens_[at].gap <= assay::Gap::quote;
  }
  bool glued(std::uint32_t at) const {
    return at < words_.size() && tokens_[at].gap == assay::Gap::none;
  }
  bool is_capital(std::uint32_t at) const;
  // A slash or the word: "events/s", "events per s".
  bool has_slash(std::uint32_t at) const;
  // A number that names: a date, a version, a port, a step.
  bool barred(std::uint32_t at) const { return barred_[at]; }

 private:
  void bar_names();
  bool names_something(std::uint32_t at) const;
  bool is_year(std::uint32_t at) const;
  bool measured(std::uint32_t at) const;

  const assay::Document& document_;
  std::span<const assay::Token> tokens_;
  std::vector<const Word*> words_;
  std::vector<bool> barred_;
};

// The value of a number token's text; huge ones are 1e308, what is no number 0.
double value_of(std::string_view number);

}  // namespace quantity
