#include "rules/word_cache.h"

#include <algorithm>
#include <utility>

namespace assay {

const WordCache::Entry& WordCache::add(const Token& token, std::string_view text,
                                       std::uint64_t key) {
  if (2 * ++words_ > slots_.size()) grow();
  Entry entry;
  entry.begin = std::uint32_t(pool_.size());
  terms_.lexemes.satisfied_by(token, text, pool_);
  entry.count = (std::uint32_t(pool_.size()) - entry.begin) & 0x7FFFFFFFu;
  const auto first = pool_.begin() + entry.begin;
  const auto starts = [this](Lexeme lexeme) { return !terms_.starts_with(lexeme).empty(); };
  entry.starting = std::uint32_t(std::stable_partition(first, pool_.end(), starts) - first);
  for (const Lexeme lexeme : lexemes(entry)) entry.signs |= sign_of(lexeme);
  entry.begins_compound = terms_.lexemes.begins_compound(token, text);
  std::size_t i = key & (slots_.size() - 1);
  while (slots_[i].key != 0) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = {key, entry};
  return slots_[i].entry;
}

void WordCache::grow() {
  std::vector<Slot> slots(2 * slots_.size());
  for (const Slot& slot : slots_) {
    if (slot.key == 0) continue;
    std::size_t i = slot.key & (slots.size() - 1);
    while (slots[i].key != 0) i = (i + 1) & (slots.size() - 1);
    slots[i] = slot;
  }
  slots_ = std::move(slots);
}

void WordCache::trim() {
  if (words_ <= kMostWords) return;
  slots_ = std::vector<Slot>(kFewestSlots);
  pool_ = {};
  words_ = 0;
}

}  // namespace assay
