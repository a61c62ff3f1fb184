#include "names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace flow {
namespace {

using assay::Document;
using assay::Gap;
using assay::Token;
using assay::TokenRange;
using assay::WordClass;

constexpr std::uint32_t kNameWords = 4;   // a longer piece of a row says something
constexpr std::uint32_t kLeadWords = 12;  // of a sentence that announces a row

class Names {
 public:
  Names(const Document& document, std::span<const Mention> mentions)
      : document_(document),
        tokens_(document.tokens()),
        mentions_(mentions),
        bare_(mentions.size()) {}

  std::vector<bool> run() {
    for (std::size_t begin = 0, end = 0; begin < mentions_.size(); begin = end) {
      while (end < mentions_.size() && mentions_[end].sentence == mentions_[begin].sentence) ++end;
      if (end - begin > 1) read(begin, end);
    }
    return std::move(bare_);
  }

 private:
  std::string_view word(std::uint32_t token) const { return document_.text(tokens_[token]); }
  TokenRange range(std::size_t mention) const { return mentions_[mention].range; }

  // Mentions [begin, end) of one sentence.
  void read(std::size_t begin, std::size_t end) {
    const std::uint32_t sentence = mentions_[begin].sentence;
    if (is_called_order(sentence) || (sentence > 0 && is_lead(sentence - 1))) return;
    for (std::size_t first = begin; first < end;) {
      std::size_t last = first + 1;
      while (last < end && is_row(last - 1)) ++last;
      std::size_t bare = 0;
      for (std::size_t i = first; i < last; ++i) bare += is_bare(range(i), sentence) ? 1 : 0;
      // Of "chunks, embeddings, an index, search" one could be told to do the last.
      const bool names = bare > 1 && bare * 2 >= last - first;
      for (std::size_t i = first; i < last; ++i) bare_[i] = names;
      first = last;
    }
  }

  // Whether a mention and the next are pieces of one row.
  bool is_row(std::size_t mention) const {
    if (mentions_[mention].stage == mentions_[mention + 1].stage) return false;
    for (std::uint32_t i = range(mention).last; i <= range(mention + 1).first; ++i) {
      if (tokens_[i].gap >= Gap::colon || tokens_[i].kind == assay::TokenKind::symbol) return false;
      if (i < range(mention + 1).first && says_something(i)) return false;
    }
    return true;
  }

  bool says_something(std::uint32_t token) const {
    const auto classes = tokens_[token].classes;
    return has(classes, WordClass::verb) || has(classes, WordClass::auxiliary) ||
           has(classes, WordClass::modal) || has(classes, WordClass::pronoun) ||
           has(classes, WordClass::adverb) || word(token).ends_with("ed");
  }

  // A short piece between commas or conjunctions, without a verb.
  bool is_bare(TokenRange mention, std::uint32_t sentence) const {
    const TokenRange all = document_.sentences()[sentence].tokens;
    TokenRange piece = mention;
    const auto divides = [&](std::uint32_t i) {
      return tokens_[i].gap >= Gap::comma || has(tokens_[i].classes, WordClass::conjunction);
    };
    while (piece.first > all.first && tokens_[piece.first].gap < Gap::comma &&
           !has(tokens_[piece.first - 1].classes, WordClass::conjunction) &&
           piece.size() <= kNameWords && !says_something(piece.first - 1)) {
      --piece.first;
    }
    while (piece.last < all.last && !divides(piece.last) && piece.size() <= kNameWords)
      ++piece.last;
    if (piece.size() > kNameWords) return false;
    for (std::uint32_t i = piece.first; i < piece.last; ++i) {
      const bool noun = i > all.first && has(tokens_[i - 1].classes, WordClass::determiner);
      if (!noun && says_something(i)) return false;
    }
    return true;
  }

  bool is_called_order(std::uint32_t sentence) const {
    static constexpr std::array<std::string_view, 14> kOrders = {
        "order", "steps",    "step",    "sequence", "then",   "first",   "finally",
        "next",  "followed", "outside", "inward",   "lastly", "inwards", "stages"};
    const TokenRange range = document_.sentences()[sentence].tokens;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (std::ranges::find(kOrders, word(i)) != kOrders.end()) return true;
    }
    return false;
  }

  // A short sentence that announces an order: "In this order:"
  bool is_lead(std::uint32_t sentence) const {
    return document_.sentences()[sentence].tokens.size() <= kLeadWords && is_called_order(sentence);
  }

  const Document& document_;
  std::span<const Token> tokens_;
  std::span<const Mention> mentions_;
  std::vector<bool> bare_;
};

}  // namespace

std::vector<bool> bare_names(const Document& document, std::span<const Mention> mentions) {
  return Names(document, mentions).run();
}

}  // namespace flow
