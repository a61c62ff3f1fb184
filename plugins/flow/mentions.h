// Where an answer names the stages of a flow.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "assay/rule.h"

namespace flow {

inline constexpr std::size_t kMostStages = 12;

struct Mention {
  assay::TokenRange range;
  std::uint32_t stage;
  std::uint32_t sentence;   // of its first word
  assay::MatchParts parts;  // the words to show
};

// Every mention of a stage, ordered; without those that lie inside a longer one of another stage
// ("Kafka" in "Kafka Streams"). REQUIRES: stages.size() <= kMostStages.
std::vector<Mention> mentions_of(const assay::Reading& reading,
                                 std::span<const std::unique_ptr<assay::Rule>> stages);

}  // namespace flow
