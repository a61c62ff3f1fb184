// What holds of every Document, whatever the bytes: shared by the property tests and the fuzzer.
#pragma once

#include <sstream>
#include <string>

#include "assay/document.h"

namespace assay {

// What is wrong with the document; empty where nothing is.
inline std::string broken_invariant(const Document& document) {
  const auto tokens = document.tokens();
  const auto sentences = document.sentences();
  const auto blocks = document.blocks();
  const auto clauses = document.clauses();
  const auto sections = document.sections();
  const auto count = std::uint32_t(tokens.size());
  const auto broken = [](std::string_view what, std::size_t index) {
    std::ostringstream out;
    out << what << " at " << index;
    return out.str();
  };

  for (std::uint32_t t = 0; t < count; ++t) {
    const Token& token = tokens[t];
    if (token.span.begin >= token.span.end) return broken("empty span", t);
    if (token.span.end > document.original().size()) return broken("span past the answer", t);
    if (token.text_begin >= token.text_end) return broken("empty text", t);
    if (token.text_end > document.text().size()) return broken("text past the view", t);
    if (document.tokens_of_text(token.text_begin, token.text_end) != TokenRange{t, t + 1}) {
      return broken("token is not that of its text", t);
    }
    if (token.clause >= clauses.size()) return broken("no clause", t);
    if (!clauses[token.clause].tokens.contains(t)) return broken("not in its clause", t);
    if (t == 0) continue;
    if (tokens[t - 1].span.begin > token.span.begin) return broken("spans out of order", t);
    if (tokens[t - 1].span.end > token.span.end) return broken("spans out of order", t);
    if (tokens[t - 1].text_end > token.text_begin) return broken("texts overlap", t);
  }

  std::uint32_t next = 0;
  for (std::uint32_t c = 0; c < clauses.size(); ++c) {
    if (clauses[c].tokens.first != next || clauses[c].tokens.empty())
      return broken("clause gap", c);
    next = clauses[c].tokens.last;
    if (clauses[c].cue != kNone && clauses[c].cue >= count) return broken("cue is no token", c);
  }
  if (next != count) return broken("clauses end early", next);

  next = 0;
  std::uint32_t next_clause = 0;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    if (sentence.tokens.first != next || sentence.tokens.empty()) return broken("sentence gap", s);
    next = sentence.tokens.last;
    for (std::uint32_t t = sentence.tokens.first; t < next; ++t) {
      const bool first = t == sentence.tokens.first;
      if ((tokens[t].gap == Gap::stop) != first) return broken("stop that is none", t);
    }
    if (sentence.clauses.first != next_clause || sentence.clauses.empty()) {
      return broken("sentence without its clauses", s);
    }
    next_clause = sentence.clauses.last;
    if (next_clause > clauses.size()) return broken("sentence past the clauses", s);
    for (std::uint32_t c = sentence.clauses.first; c < next_clause; ++c) {
      if (clauses[c].sentence != s) return broken("clause of another sentence", c);
    }
    if (clauses[next_clause - 1].tokens.last != next) return broken("clauses and sentence end", s);
    if (sentence.block >= blocks.size()) return broken("no block", s);
  }
  if (next != count) return broken("sentences end early", next);

  next = 0;
  std::uint32_t next_sentence = 0;
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    if (block.tokens.first != next || block.tokens.empty()) return broken("block gap", b);
    next = block.tokens.last;
    if (block.sentences.first != next_sentence || block.sentences.empty()) {
      return broken("block without its sentences", b);
    }
    next_sentence = block.sentences.last;
    for (std::uint32_t s = block.sentences.first; s < next_sentence; ++s) {
      if (s >= sentences.size() || sentences[s].block != b) return broken("sentence's block", s);
    }
    if (block.section >= sections.size()) return broken("no section", b);
  }
  if (next != count || next_sentence != sentences.size()) return broken("blocks end early", next);

  if (sections.empty() || sections[0].parent != kNone) return broken("no whole section", 0);
  for (std::uint32_t s = 0; s < sections.size(); ++s) {
    const Section& section = sections[s];
    if (section.tokens.first > section.tokens.last || section.tokens.last > count) {
      return broken("section's tokens", s);
    }
    if (s == 0) continue;
    if (section.title.empty() || section.title.last != section.tokens.first) {
      return broken("section's title", s);
    }
    if (section.parent >= s) return broken("section's parent", s);
    const Section& parent = sections[section.parent];
    if (parent.level >= section.level || parent.tokens.first > section.title.first ||
        parent.tokens.last < section.tokens.last) {
      return broken("section outside its parent", s);
    }
  }

  for (std::size_t f = 1; f < document.flags().size(); ++f) {
    if (document.flags()[f - 1] >= document.flags()[f]) return broken("flags out of order", f);
  }
  return {};
}

}  // namespace assay
