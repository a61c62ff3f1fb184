#include "outline.h"

namespace flow {
namespace {

using assay::Block;
using assay::BlockKind;
using assay::Document;
using assay::kNone;

constexpr std::uint32_t kOpening = 2;    // sentences that tell what a section is about
constexpr std::uint32_t kSaysWords = 3;  // an item with no more words only names a thing

}  // namespace

Outline::Outline(const Document& document)
    : document_(document), blocks_(document.blocks().size()) {
  const auto blocks = document.blocks();
  std::uint32_t row = 0;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const bool is_item = block.kind == BlockKind::list_item;
    const bool is_row = block.kind == BlockKind::table_row;
    if (!is_item && !is_row) continue;
    const bool goes_on = i > 0 && blocks[i - 1].kind == block.kind &&
                         (is_item || block.ordinal > blocks[i - 1].ordinal);
    if (!goes_on) ++row;
    if (is_row && block.ordinal == 0) continue;
    blocks_[i] = {row, i, is_row || block.ordinal > 0 || block.tokens.size() > kSaysWords};
  }
}

Place Outline::item_of(std::uint32_t token) const { return blocks_[document_.block_of(token)]; }

Place Outline::section_of(std::uint32_t token) const {
  const std::uint32_t index = document_.section_of(token);
  const assay::Section& section = document_.sections()[index];
  if (section.parent == kNone || section.level == 0) return {};
  const bool in_title = section.title.contains(token);
  if (!in_title && section.tokens.empty()) return {};
  const std::uint32_t opening = in_title ? 0 : document_.sentence_of(section.tokens.first);
  if (!in_title && document_.sentence_of(token) >= opening + kOpening) return {};
  // Siblings share parent and level.
  return {section.parent * 8 + section.level, index, true};
}

bool Outline::opens_label(std::uint32_t token) const {
  const assay::Section& section = document_.sections()[document_.section_of(token)];
  return !section.title.empty() && section.title.first == token;
}

}  // namespace flow
