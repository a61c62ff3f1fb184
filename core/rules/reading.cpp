// What a Reading remembers of a document.
#include <deque>
#include <utility>

#include "assay/rule.h"

namespace assay {
namespace {

constexpr std::size_t kFewestPlaces = 64;  // a power of two
constexpr std::size_t kMostKept = 64;      // matches whose memory stays for the next document

// What one rule found. Kept from one document to the next, for its memory.
struct Kept {
  const Rule* rule;
  std::uint64_t document = 0;  // the one that `matches` are of
  std::vector<Match> matches;
};

}  // namespace

struct Reading::Memory {
  // Rules are the same for every document, so each soon has its place.
  Kept& of(const Rule& rule) {
    std::size_t place = place_of(rule);
    while (table[place] != nullptr && table[place]->rule != &rule) place = next(place);
    if (table[place] != nullptr) return *table[place];
    Kept& added = found.emplace_back(Kept{&rule, 0, {}});
    table[place] = &added;
    if (2 * found.size() > table.size()) grow();
    return added;
  }

  void grow() {
    table.assign(2 * table.size(), nullptr);
    for (Kept& each : found) {
      std::size_t place = place_of(*each.rule);
      while (table[place] != nullptr) place = next(place);
      table[place] = &each;
    }
  }

  std::size_t place_of(const Rule& rule) const {
    const std::uint64_t mixed = reinterpret_cast<std::uintptr_t>(&rule) * 0x9e3779b97f4a7c15u;
    return std::size_t(mixed >> 32) & (table.size() - 1);
  }
  std::size_t next(std::size_t place) const { return (place + 1) & (table.size() - 1); }

  std::deque<Kept> found;
  std::vector<Kept*> table = std::vector<Kept*>(kFewestPlaces);  // open addressing by rule
  std::uint64_t document = 1;
  std::vector<std::pair<const void*, std::shared_ptr<const void>>> made;
};

Reading::Reading() : memory_(std::make_unique<Memory>()) {}
Reading::~Reading() = default;

void Reading::begin() {
  ++memory_->document;
  memory_->made.clear();
}

std::span<const Match> Reading::matches(const Rule& rule) const {
  Kept& found = memory_->of(rule);
  if (found.document == memory_->document) return found.matches;
  found.matches.clear();
  if (found.matches.capacity() > kMostKept) found.matches = {};
  rule.find(*this, found.matches);
  found.document = memory_->document;
  return found.matches;
}

const void* Reading::made_before(const void* key) const {
  for (const auto& [of, made] : memory_->made) {
    if (of == key) return made.get();
  }
  return nullptr;
}

void Reading::keep(const void* key, std::shared_ptr<const void> made) const {
  memory_->made.emplace_back(key, std::move(made));
}

}  // namespace assay
