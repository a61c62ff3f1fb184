// Where an answer names one of the two features.
#pragma once

#include <vector>

#include "topics.h"

namespace cap {

struct Mention {
  assay::TokenRange range;
  Topic topic;  // none: what is neither
};

// Every name, ordered; without those that only compare ("than billing").
std::vector<Mention> mentions_of(const assay::Reading& reading, const Names& names);

}  // namespace cap
