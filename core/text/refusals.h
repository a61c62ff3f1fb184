// Ways of not taking a thing without a word that says no; find_judgements() looks for them.
#pragma once

#include "text/reading.h"

namespace assay {

bool is_refusal_cue(std::uint64_t word);

// Where what is refused begins if the word at i is the cue of "it is tempting | to append", "we
// resist the urge | to append", "I'd push back | on a cache", "we refuse | to shard"; else kNone.
std::uint32_t refused_from(const Reading& r, const Part& part, std::uint32_t i);

// "a cache buys us nothing", "a stream is out of the question": whether the word at i is the cue of
// a part that says no to its subject.
bool refuses_subject(const Reading& r, const Part& part, std::uint32_t i);

// "we used to append": whether the word at i is the "used" of what is no longer done.
bool is_former_habit(const Reading& r, std::uint32_t i);

}  // namespace assay
