// L501: a concept of a lexicon that no rubric leads to. A rubric's own are the loader's to refuse.
#include <set>

#include "lint/check.h"
#include "lint/mentions.h"
#include "lint/removal.h"

namespace assay {
namespace {

// Concepts of the lexicon that a rubric mentions, or that those lead to.
std::set<std::string> used_of(const LintBank& bank, const LintLexicon& lexicon) {
  std::set<std::string> used;
  for (const LintRubric& rubric : bank.rubrics) {
    for (const LintLexicon* listed : rubric.lexicons) {
      if (listed == &lexicon) add_mentions(rubric.root(), used);
    }
  }
  for (std::size_t before = 0; before != used.size();) {
    before = used.size();
    for (const TermList& list : lexicon.lists) {
      if (used.count(list.name) > 0) add_mentions(*list.node, used);
    }
  }
  return used;
}

void find_unused_concepts(const LintBank& bank, LintSink& sink) {
  for (const auto& lexicon : bank.lexicons) {
    if (!lexicon->asked) continue;
    const std::set<std::string> used = used_of(bank, *lexicon);
    for (const TermList& list : lexicon->lists) {
      if (used.count(list.name) > 0) continue;
      const TomlLine* line = line_at(lexicon->file.syntax, lexicon->file.offset_of(*list.node));
      LintFinding& finding =
          sink.add(lexicon->file, line->key_begin, line->key_end, "no rubric uses @" + list.name,
                   "use it in a rubric, or leave it out");
      finding.fix = without_entry(lexicon->file, *list.node);
    }
  }
}

}  // namespace

const LintCheck kUnusedConcept{"L501", "unused-concept", "No rubric uses a concept of a lexicon",
                               find_unused_concepts, LintTime::whole};

}  // namespace assay
