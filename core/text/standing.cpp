#include "text/standing.h"

#include "text/word_classes.h"

namespace assay {
namespace {

bool begins_like_a_question(const DocumentDraft& draft, std::uint32_t token) {
  const WordClasses classes = draft.tokens[token].classes;
  return has(classes, WordClass::interrogative) || has(classes, WordClass::auxiliary) ||
         has(classes, WordClass::modal);
}

// "We merge by key, right?" asks nothing.
bool has_tag(const DocumentDraft& draft, TokenRange tokens) {
  for (std::uint32_t i = tokens.last; i-- > tokens.first + 3 && tokens.last - i <= 3;) {
    if (draft.tokens[i].gap == Gap::comma) return true;
  }
  return false;
}

// The first clause that a question mark at the end of the sentence asks: the one after the last
// colon, semicolon or dash, or the first.
std::uint32_t first_asked(const DocumentDraft& draft, const Sentence& sentence) {
  if (begins_like_a_question(draft, sentence.tokens.first)) return sentence.clauses.first;
  if (has_tag(draft, sentence.tokens)) return sentence.clauses.last;
  for (std::uint32_t c = sentence.clauses.last; c-- > sentence.clauses.first + 1;) {
    if (draft.tokens[draft.clauses[c].tokens.first].gap >= Gap::colon) return c;
  }
  return sentence.clauses.first;
}

}  // namespace

void assign_standing(DocumentDraft& draft) {
  for (std::size_t s = 0; s < draft.sentences.size(); ++s) {
    if (draft.ends[s] != SentenceEnd::question_mark) continue;
    const Sentence& sentence = draft.sentences[s];
    for (std::uint32_t c = first_asked(draft, sentence); c < sentence.clauses.last; ++c) {
      Clause& clause = draft.clauses[c];
      if (clause.standing == Standing::quoted || clause.standing == Standing::attributed) continue;
      clause.standing = Standing::question;
      clause.cue = kNone;
    }
  }
  mark_verdicts(draft);
  mark_term_piles(draft);
  mark_word_salad(draft);
}

}  // namespace assay
