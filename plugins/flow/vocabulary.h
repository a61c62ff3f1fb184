// The words behind Cues.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "cues.h"

namespace flow {

struct Phrase {
  std::vector<std::uint64_t> words;  // identities; at least one
  Senses senses;
  bool noun_like;  // can be a noun too: "stream", "load"; so its surroundings decide
  bool gerund;     // "reading"
};

// The phrases that begin with a word, longest first. Empty for most words.
std::span<const Phrase> phrases_with(std::uint64_t first_word);

}  // namespace flow
