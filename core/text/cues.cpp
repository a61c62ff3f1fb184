#include "text/cues.h"

namespace assay {

Cues cues_of(std::uint64_t word, WordClasses classes) {
  const Lexeme lexeme = lexeme_of(classes);
  return Cues((is_negation_cue(lexeme) ? kNegationCue : 0) |
              (is_judgement_cue(word, lexeme) ? kJudgementCue : 0) |
              (is_opinion_cue(lexeme) ? kOpinionCue : 0) |
              (is_condition_cue(lexeme) ? kConditionCue : 0) |
              (is_attribution_cue(word, lexeme) ? kAttributionCue : 0) |
              (is_tentative_cue(word) ? kTentativeCue : 0) |
              (is_correction_cue(word) ? kCorrectionCue : 0));
}

}  // namespace assay
