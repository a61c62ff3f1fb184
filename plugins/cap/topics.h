// Which feature each word of an answer is about. An answer on CAP treats two features in turn,
// often naming each once ("Billing: ...", a table's row, a paragraph) and going on with "it" or
// nothing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "assay/rule.h"

namespace cap {

enum class Topic : std::uint8_t { none, feature, rival };

// The topic of every token, in token order.
// - A clause that names one of the two is about it; one that names neither goes on with the topic
//   before it, within the same section, or, at the beginning of a sentence, with the one to come.
// - A clause that names both is divided at the names: before them where they follow a preposition
//   ("CP for billing and AP for the dashboard"), else after them.
std::vector<Topic> topics_of(const assay::Document& document,
                             std::span<const assay::TokenRange> feature,
                             std::span<const assay::TokenRange> rival);

// Whether all of `range` is about `topic`. REQUIRES: !range.empty().
bool is_about(std::span<const Topic> topics, assay::TokenRange range, Topic topic);

}  // namespace cap
