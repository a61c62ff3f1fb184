// L202: of the words between bars one takes all that another takes.
#include "lint/check.h"
#include "lint/removal.h"
#include "lint/wordings.h"

namespace assay {
namespace {

void find_repeated_words(const LintFile& file, const LintTerm& term,
                         const PatternSequence& elements, LintSink& sink) {
  for (const PatternElement& element : elements) {
    for (const PatternSequence& branch : element.branches)
      find_repeated_words(file, term, branch, sink);
    if (element.type != PatternElement::Type::choice) continue;
    const std::string& text = term.node->get();
    std::vector<bool> gone(element.branches.size(), false);
    for (std::size_t i = element.branches.size(); i-- > 0;) {
      const PatternSequence& branch = element.branches[i];
      for (std::size_t k = 0; k < element.branches.size(); ++k) {
        const PatternSequence& other = element.branches[k];
        if (k == i || gone[k] || other.size() != 1 || branch.size() != 1) continue;
        if (!takes_in(other[0], branch[0])) continue;
        gone[i] = true;
        const std::size_t begin = begin_of_atom(branch[0]);
        const std::size_t end = end_of_atom(text, begin);
        const std::string wide =
            text.substr(other[0].offset, end_of_atom(text, other[0].offset) - other[0].offset);
        LintFinding& finding = sink.add_in(file, *term.node, begin, end,
                                           code_of(wide) + " beside it takes all that " +
                                               code_of(text.substr(begin, end - begin)) + " takes",
                                           "leave it out; a word is met in all its forms");
        if (forgives_as(other[0], branch[0])) {
          finding.fix = without_branch(file, *term.node, begin);
        }
        break;
      }
    }
  }
}

void find_repeated_words(const LintBank& bank, LintSink& sink) {
  bank.for_each_list(
      [&](const LintFile& file, const LintRubric*, const LintLexicon*, const TermList& list) {
        for (const LintTerm& term : list.terms) find_repeated_words(file, term, term.pattern, sink);
      });
}

}  // namespace

const LintCheck kRepeatedWord{"L202", "repeated-word",
                              "Of the words between bars one takes all that another takes",
                              find_repeated_words};

}  // namespace assay
