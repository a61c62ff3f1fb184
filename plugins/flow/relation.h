// How the words of a sentence relate what one mention names to what the next does.
#pragma once

#include "cues.h"

namespace flow {

enum class Way : std::uint8_t {
  none,
  forward,
  reverse,
  between,  // "X stands between this | and what follows"
  same,     // only joined by "and" or a comma
};

struct Relation {
  Way way = Way::none;
  assay::TokenRange by;
  bool relative = false;  // what is related is the mention before, not the sentence's subject
};

// The words [from, mention) before a mention, where `after_mention` says whether another one of the
// sentence ends at `from`, else the sentence begins there. `moved` is the last verb of the sentence
// before `from` that moves something, or kNone.
Relation relation_before(const assay::Document& document, const Cues& cues, std::uint32_t from,
                         assay::TokenRange mention, bool after_mention, std::uint32_t moved);

// What is done by what a mention names: the verb of which it is the subject, within
// [mention.last, end). Empty where there is none. "Flink counts", "a Flink job reads".
assay::TokenRange work_after(const assay::Document& document, const Cues& cues,
                             assay::TokenRange mention, std::uint32_t end);

}  // namespace flow
