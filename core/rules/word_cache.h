// Which lexemes a word satisfies, worked out once for each distinct word.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "assay/document.h"
#include "rules/compiled_terms.h"

namespace assay {

class WordCache {
 public:
  // REQUIRES: `terms` outlive the cache.
  explicit WordCache(const CompiledTerms& terms) : terms_(terms), slots_(kFewestSlots) {}

  struct Entry {
    std::uint64_t signs = 0;  // of all its lexemes
    std::uint32_t begin = 0;
    std::uint32_t starting = 0;  // so many of its lexemes, the first, can begin a term
    std::uint32_t count : 31 = 0;
    std::uint32_t begins_compound : 1 = 0;
  };
  // REQUIRES: `text` is the token's.
  const Entry& of(const Token& token, std::string_view text) {
    const std::uint64_t key = key_of(token, text);
    for (std::size_t i = key & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].key == key) return slots_[i].entry;
      if (slots_[i].key == 0) return add(token, text, key);
    }
  }
  // Both are valid until the next of(), copies of an entry until the next trim().
  std::span<const Lexeme> lexemes(const Entry& entry) const {
    return {pool_.data() + entry.begin, entry.count};
  }
  std::span<const Lexeme> starting(const Entry& entry) const {
    return {pool_.data() + entry.begin, entry.starting};
  }

  // Forgets everything where the cache has outgrown its bound, so that a batch of any size needs no
  // more memory than its longest answer.
  void trim();

 private:
  static constexpr std::size_t kFewestSlots = 256;  // a power of two
  static constexpr std::size_t kMostWords = 16384;

  struct Slot {
    std::uint64_t key = 0;  // 0: free
    Entry entry;
  };
  // What a token satisfies follows from these four, so they are the key. A word may be written in
  // several ways, which differ in length or in their first bytes: "other's", and "n't" for "not".
  static std::uint64_t key_of(const Token& token, std::string_view text) {
    std::uint64_t written = 0;
    std::memcpy(&written, text.data(), std::min(text.size(), sizeof written));
    const std::uint64_t key = token.word + std::uint64_t(token.kind) * 0x9E3779B97F4A7C15u +
                              std::uint64_t(token.known) * 0xD1B54A32D192ED03u +
                              (written ^ text.size()) * 0x94D049BB133111EBu;
    return key == 0 ? 1 : key;
  }
  const Entry& add(const Token& token, std::string_view text, std::uint64_t key);
  void grow();

  const CompiledTerms& terms_;
  std::vector<Slot> slots_;
  std::size_t words_ = 0;
  std::vector<Lexeme> pool_;
};

}  // namespace assay
