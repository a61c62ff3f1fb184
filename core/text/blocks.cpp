#include "text/blocks.h"

#include "text/quotations.h"
#include "text/sentences.h"
#include "text/tokenise.h"

namespace assay {

namespace {
constexpr std::size_t kBytesAToken = 5;  // of most prose there are more
}

void read_blocks(const Outline& outline, const Layout& layout, Words& words, DocumentDraft& draft) {
  draft.tokens.reserve(draft.text.size() / kBytesAToken);
  Tokeniser tokeniser(words, layout, draft);
  SentenceSplitter sentences(layout, draft);
  for (std::size_t b = 0; b < outline.blocks.size(); ++b) {
    const std::uint32_t first = std::uint32_t(draft.tokens.size());
    tokeniser.block(layout.blocks[b]);
    const TokenRange tokens{first, std::uint32_t(draft.tokens.size())};
    if (tokens.empty()) continue;
    mark_quotations(draft, tokens, layout.blocks[b]);
    const BlockOutline& block = outline.blocks[b];
    const TokenRange in_block = sentences.block(block.kind, tokens, layout.blocks[b]);
    draft.blocks.push_back({block.kind, block.level, block.ordinal, tokens, in_block, 0});
  }
}

}  // namespace assay
