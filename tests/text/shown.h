// Documents written out for comparison with what a table expects.
#pragma once

#include <string>
#include <vector>

#include "assay/document.h"
#include "text/analyzer.h"

namespace assay {

inline Document analyzed(std::string_view answer) {
  static Analyzer analyzer;
  return analyzer.analyze(answer);
}

// The tokens' texts, each after a sign of its gap: '' none, '-' hyphen, '.' joiner, ' ' space,
// '"' quote, ',' comma, '(' bracket, ':' colon, '|' stop. "|do n't| it (it"
inline std::string shown_tokens(const Document& document) {
  constexpr char kSigns[] = {'+', '-', '.', ' ', '"', ',', '(', ':', '|'};
  std::string out;
  for (const Token& token : document.tokens()) {
    out += kSigns[int(token.gap)];
    out += document.text(token);
  }
  return out;
}

inline std::vector<std::string> texts_of(const Document& document) {
  std::vector<std::string> out;
  for (const Token& token : document.tokens()) out.emplace_back(document.text(token));
  return out;
}

// The bytes received of every sentence.
inline std::vector<std::string> sentences_of(const Document& document) {
  std::vector<std::string> out;
  for (const Sentence& sentence : document.sentences()) {
    out.emplace_back(document.original(document.span_of(sentence.tokens)));
  }
  return out;
}

// The blocks, each as its kind, level and ordinal where it has them, and its normalised tokens:
// "p: we merge", "h2: cost", "li1#2: second", "tr0: a(b", "code: select x", "q: he said".
inline std::vector<std::string> blocks_of(const Document& document) {
  constexpr const char* kKinds[] = {"p", "h", "li", "tr", "code", "q"};
  std::vector<std::string> out;
  for (const Block& block : document.blocks()) {
    std::string shown = kKinds[int(block.kind)];
    if (block.level > 0) shown += std::to_string(block.level);
    if (block.kind == BlockKind::table_row) shown += std::to_string(block.ordinal);
    if (block.kind == BlockKind::list_item && block.ordinal > 0) {
      shown += "#" + std::to_string(block.ordinal);
    }
    shown += ":";
    for (std::uint32_t t = block.tokens.first; t < block.tokens.last; ++t) {
      const Token& token = document.tokens()[t];
      shown += token.gap == Gap::bracket ? '(' : ' ';
      shown += document.text(token);
    }
    out.push_back(shown);
  }
  return out;
}

// The bytes received of every token.
inline std::vector<std::string> sources_of(const Document& document) {
  std::vector<std::string> out;
  for (const Token& token : document.tokens()) out.emplace_back(document.original(token.span));
  return out;
}

}  // namespace assay
