#include "assay/document.h"

#include <algorithm>
#include <utility>

#include "text/document_builder.h"
#include "text/draft.h"
#include "text/identity.h"

namespace assay {
namespace {
constexpr std::size_t kLargestKept = std::size_t(1) << 18;  // bytes of an answer
}

std::uint64_t identity_of(std::string_view normalised_word) { return hash_word(normalised_word); }

TokenRange Document::tokens_of_text(std::uint32_t begin, std::uint32_t end) const {
  const auto first = std::partition_point(
      tokens_.begin(), tokens_.end(), [&](const Token& token) { return token.text_end <= begin; });
  const auto last = std::partition_point(
      first, tokens_.end(), [&](const Token& token) { return token.text_begin < end; });
  return {std::uint32_t(first - tokens_.begin()), std::uint32_t(last - tokens_.begin())};
}

Standing Document::standing_of(TokenRange range) const {
  if (range.empty()) return Standing::asserted;
  const std::uint32_t last = tokens_[range.last - 1].clause;
  for (std::uint32_t c = tokens_[range.first].clause; c <= last; ++c) {
    const Clause& clause = clauses_[c];
    const bool cue_inside = clause.cue != kNone && range.contains(clause.cue);
    if (clause.standing != Standing::asserted && !cue_inside) return clause.standing;
  }
  return Standing::asserted;
}

Document DocumentBuilder::build(DocumentDraft& draft) {
  if (draft.tokens.empty()) draft.flags.push_back("empty");
  std::sort(draft.flags.begin(), draft.flags.end());
  draft.flags.erase(std::unique(draft.flags.begin(), draft.flags.end()), draft.flags.end());
  Document document;
  document.original_ = draft.original;
  // Copies are exact in size and leave the draft its memory, but for what is too large to keep.
  const bool keep = draft.original.size() <= kLargestKept;
  const auto take = [keep](auto& from, auto& to) {
    if (keep) {
      to = from;
    } else {
      to = std::exchange(from, {});
    }
  };
  take(draft.text, document.text_);
  take(draft.tokens, document.tokens_);
  take(draft.clauses, document.clauses_);
  take(draft.sentences, document.sentences_);
  take(draft.blocks, document.blocks_);
  take(draft.sections, document.sections_);
  take(draft.flags, document.flags_);
  return document;
}

}  // namespace assay
