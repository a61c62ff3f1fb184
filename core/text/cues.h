// Where the steps of reading a clause can find something. Most words begin nothing, so that a step
// looks only at words that are its cue, and is left out where a sentence has none.
#pragma once

#include <cstdint>

#include "text/word_classes.h"

namespace assay {

// A set of bits. A word that bears none of a step's words is no cue of it; one that does may be.
using Cues = std::uint8_t;
enum Cue : Cues {
  kNegationCue = 1u << 0,
  kJudgementCue = 1u << 1,
  kOpinionCue = 1u << 2,
  kConditionCue = 1u << 3,
  kAttributionCue = 1u << 4,
  kTentativeCue = 1u << 5,
  kCorrectionCue = 1u << 6,
};

// `word`: its identity. Looked up once per distinct word.
Cues cues_of(std::uint64_t word, WordClasses classes);

// The parts of it, each defined beside the step that looks for them.
bool is_negation_cue(Lexeme lexeme);
bool is_judgement_cue(std::uint64_t word, Lexeme lexeme);
bool is_opinion_cue(Lexeme lexeme);
bool is_condition_cue(Lexeme lexeme);
bool is_attribution_cue(std::uint64_t word, Lexeme lexeme);
bool is_tentative_cue(std::uint64_t word);
bool is_correction_cue(std::uint64_t word);

}  // namespace assay
