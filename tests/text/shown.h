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

// The bytes received of every token.
inline std::vector<std::string> sources_of(const Document& document) {
  std::vector<std::string> out;
  for (const Token& token : document.tokens()) out.emplace_back(document.original(token.span));
  return out;
}

}  // namespace assay
