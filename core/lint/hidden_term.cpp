// L201: everything that a term takes is taken by another of the same list, at the same place.
#include <algorithm>

#include "lint/check.h"
#include "lint/removal.h"
#include "lint/wordings.h"

namespace assay {
namespace {

// What stands for a term while others are compared with it.
struct Spelt {
  const LintTerm* term;
  std::vector<Wording> wordings;
  std::size_t own = 0;  // how many of them are its own, and not of a concept it names
  bool hidden = false;
};

class HiddenTerms {
 public:
  HiddenTerms(const LintFile& file, const LintRubric* rubric, const LintLexicon* lexicon,
              const TermList& list, LintSink& sink)
      : file_(file), rubric_(rubric), lexicon_(lexicon), list_(list), sink_(sink) {}

  void look() {
    for (const LintTerm& term : list_.terms) {
      Spelt spelt{&term, {}};
      if (auto wordings = wordings_of(term.pattern)) spelt.wordings = std::move(*wordings);
      spelt.own = spelt.wordings.size();
      add_named(spelt);
      terms_.push_back(std::move(spelt));
    }
    // From the last, so that of two that hide each other the first stays.
    for (auto spelt = terms_.rbegin(); spelt != terms_.rend(); ++spelt) look(*spelt);
  }

 private:
  // A term that is a concept and nothing else takes all that the concept's own terms take.
  void add_named(Spelt& spelt) const {
    for (std::size_t i = 0; i < spelt.own; ++i) {
      const Wording& wording = spelt.wordings[i];
      if (wording.size() != 1 || wording[0]->type != PatternElement::Type::concept_ref) continue;
      const TermList* named = find(wording[0]->text);
      for (std::size_t k = 0; named && k < named->terms.size(); ++k) {
        if (auto more = wordings_of(named->terms[k].pattern)) {
          spelt.wordings.insert(spelt.wordings.end(), more->begin(), more->end());
        }
      }
    }
  }

  const TermList* find(std::string_view name) const {
    if (rubric_) return rubric_->concept_named(name);
    for (const TermList& list : lexicon_->lists) {
      if (list.name == name) return &list;
    }
    return nullptr;
  }

  void look(Spelt& spelt) {
    if (spelt.own == 0) return;
    std::vector<const LintTerm*> hiders;
    std::vector<std::size_t> shown;  // wordings that nothing else takes
    bool safe = true;
    for (std::size_t i = 0; i < spelt.own; ++i) {
      const LintTerm* hider = hider_of(spelt.wordings[i], spelt, safe);
      if (!hider) {
        shown.push_back(i);
      } else if (std::find(hiders.begin(), hiders.end(), hider) == hiders.end()) {
        hiders.push_back(hider);
      }
    }
    if (shown.empty()) {
      spelt.hidden = true;
      report(*spelt.term, hiders, safe);
    } else if (is_words(spelt.term->pattern) && shown.size() < spelt.own) {
      report_branches(spelt, shown);
    }
  }

  const LintTerm* hider_of(const Wording& wording, const Spelt& of, bool& safe) const {
    for (const Spelt& other : terms_) {
      if (other.hidden || &other == &of) continue;
      for (const Wording& wide : other.wordings) {
        if (wide.empty() || !takes_in(wide, wording)) continue;
        safe &= std::equal(wide.begin(), wide.end(), wording.begin(),
                           [](const auto* w, const auto* n) { return forgives_as(*w, *n); });
        return other.term;
      }
    }
    return nullptr;
  }

  // Whether a term is words with bars between them and nothing else.
  static bool is_words(const PatternSequence& pattern) {
    return pattern.size() == 1 && pattern[0].type == PatternElement::Type::choice &&
           std::all_of(pattern[0].branches.begin(), pattern[0].branches.end(),
                       [](const PatternSequence& branch) { return branch.size() == 1; });
  }

  void report(const LintTerm& term, const std::vector<const LintTerm*>& hiders, bool safe) {
    std::string by;
    for (std::size_t i = 0; i < std::min<std::size_t>(hiders.size(), 3); ++i) {
      by += (i > 0 ? ", " : "") + code_of(hiders[i]->node->get());
    }
    LintFinding& finding =
        sink_.add(file_, *term.node,
                  code_of(term.node->get()) + " is hidden by " + by +
                      (list_.use == TermList::Use::concept_named ? " of @" + list_.name : ""),
                  "leave it out; all that it takes is taken without it");
    if (safe) finding.fix = without_value(file_, *term.node);
  }

  // Of a term that is words with bars between them, each word that another term has.
  void report_branches(Spelt& spelt, const std::vector<std::size_t>& shown) {
    const std::string& text = spelt.term->node->get();
    for (std::size_t i = 0; i < spelt.own; ++i) {
      if (std::find(shown.begin(), shown.end(), i) != shown.end()) continue;
      bool safe = true;
      const LintTerm* hider = hider_of(spelt.wordings[i], spelt, safe);
      const std::size_t begin = begin_of_atom(*spelt.wordings[i][0]);
      const std::size_t end = end_of_atom(text, begin);
      LintFinding& finding = sink_.add_in(
          file_, *spelt.term->node, begin, end,
          code_of(text.substr(begin, end - begin)) + " is hidden by " + code_of(hider->node->get()),
          "leave it out; all that it takes is taken without it");
      if (safe) finding.fix = without_branch(file_, *spelt.term->node, begin);
      spelt.wordings[i].clear();  // hides nothing any more
    }
  }

  const LintFile& file_;
  const LintRubric* rubric_;
  const LintLexicon* lexicon_;
  const TermList& list_;
  LintSink& sink_;
  std::vector<Spelt> terms_;
};

void find_hidden_terms(const LintBank& bank, LintSink& sink) {
  bank.for_each_list(
      [&](const LintFile& file, const LintRubric* rubric, const LintLexicon* lexicon,
          const TermList& list) { HiddenTerms(file, rubric, lexicon, list, sink).look(); });
}

}  // namespace

const LintCheck kHiddenTerm{"L201", "hidden-term",
                            "All that a term takes is taken by another beside it",
                            find_hidden_terms};

}  // namespace assay
