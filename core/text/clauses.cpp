#include "text/clauses.h"

#include "text/reading.h"

namespace assay {

void split_clauses(DocumentDraft& draft) {
  Reading reading(draft);
  for (std::uint32_t s = 0; s < draft.sentences.size(); ++s) {
    Sentence& sentence = draft.sentences[s];
    reading.begin(sentence.tokens);
    find_parts(reading);
    find_negations(reading);
    find_judgements(reading);
    find_corrections(reading);
    find_disowned_opinions(reading);
    find_conditions(reading);
    find_attributions(reading);
    find_tentative(reading);
    find_enumerations(reading);
    find_speech(reading);

    sentence.clauses.first = std::uint32_t(draft.clauses.size());
    auto part = reading.parts.begin();
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const bool part_begins = part != reading.parts.end() && part->first == i;
      if (part_begins) ++part;
      if (part_begins || reading.standing(i) != reading.standing(i - 1) ||
          reading.cue(i) != reading.cue(i - 1)) {
        draft.clauses.push_back({{i, i}, s, reading.standing(i), reading.cue(i)});
      }
      draft.clauses.back().tokens.last = i + 1;
      draft.tokens[i].clause = std::uint32_t(draft.clauses.size() - 1);
    }
    sentence.clauses.last = std::uint32_t(draft.clauses.size());
  }
}

}  // namespace assay
