#include "text/analyzer.h"

#include "text/block_quotes.h"
#include "text/blocks.h"
#include "text/clauses.h"
#include "text/document_builder.h"
#include "text/draft.h"
#include "text/markdown.h"
#include "text/normalise.h"
#include "text/outline.h"
#include "text/sections.h"
#include "text/sentences.h"
#include "text/standing.h"
#include "text/tokenise.h"
#include "text/words.h"

namespace assay {

namespace {

struct Scratch {
  Words words;
  std::string shielded;
  Outline outline;
  Layout layout;
  DocumentDraft draft;
};

// Rubrics have many thousand terms, of few words each.
Scratch& scratch_for_terms() {
  static thread_local Scratch scratch;
  return scratch;
}

// Empty where there are other characters than ASCII letters.
std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    if (c < 'a' || c > 'z') return {};
  }
  return lower;
}

}  // namespace

struct Analyzer::State : Scratch {};

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;

Document Analyzer::analyze(std::string_view answer) {
  auto& [words, shielded, outline, layout, draft] = static_cast<Scratch&>(*state_);
  outline.clear();
  layout.clear();
  draft.clear();
  draft.original = answer;
  outline_markdown(answer, shielded, outline);
  normalise(outline, draft, layout);
  read_blocks(outline, layout, words, draft);
  find_sections(draft);
  take_own_block_quotes(draft);
  split_clauses(draft);
  assign_standing(draft);
  return DocumentBuilder::build(draft);
}

std::optional<PlainWord> analyze_word(std::string_view text) {
  std::string lower = in_lower_case(text);
  if (lower.empty() || is_contraction(lower)) return std::nullopt;
  const Word& word = scratch_for_terms().words.look_up(lower);
  return PlainWord{std::move(lower), word.word, word.stem};
}

bool is_plain_word(std::string_view text) {
  const std::string lower = in_lower_case(text);
  return !lower.empty() && !is_contraction(lower);
}

Document analyze_plain(std::string_view text) {
  auto& [words, shielded, outline, layout, draft] = scratch_for_terms();
  outline.clear();
  layout.clear();
  draft.clear();
  draft.original = text;
  outline_plain(text, outline);
  normalise(outline, draft, layout);
  Tokeniser(words, layout, draft).block(layout.blocks[0]);
  const TokenRange all{0, std::uint32_t(draft.tokens.size())};
  draft.sections.push_back({{0, 0}, all, kNone, 0});
  if (!all.empty()) {
    for (std::uint32_t t = 1; t < all.last; ++t) {
      Token& token = draft.tokens[t];
      if (token.gap == Gap::stop) token.gap = gap_inside_sentence(draft.text_before(t));
    }
    draft.clauses.push_back({all, 0, Standing::asserted, kNone});
    draft.sentences.push_back({all, {0, 1}, 0});
    draft.blocks.push_back({BlockKind::paragraph, 0, 0, all, {0, 1}, 0});
  }
  return DocumentBuilder::build(draft);
}

}  // namespace assay
