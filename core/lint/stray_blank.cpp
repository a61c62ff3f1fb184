// L203: words between bars of which the last is the first word of a phrase, so that the bars bind
// otherwise than they look: `a|b|two words` is `a words`, `b words` and `two words`.
#include <algorithm>
#include <map>
#include <set>

#include "lint/check.h"
#include "lint/wordings.h"

namespace assay {
namespace {

// Phrases that are one word in sense, and single words that say the same.
struct Phrase {
  std::string_view phrase;
  std::string_view equals;
};
constexpr Phrase kPhrases[] = {
    {"no one", "nobody none"},
    {"at once", "immediately instantly instant promptly"},
    {"by hand", "manually"},
    {"ahead of", "before"},
    {"instead of", "rather"},
    {"rather than", "instead"},
    {"no matter", "regardless irrespective"},
    {"as well", "together also too"},
    {"once more", "repeat rerun twice"},
};

// What says the same as a phrase of two words: by the table, and by lists learnt from. What
// stands side by side in one of those, each a term of its own, its author takes for equals.
class Equals {
 public:
  Equals() {
    for (const Phrase& known : kPhrases) {
      for (std::string_view rest = known.equals; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        words_of_[std::string(known.phrase)].emplace(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }

  // Phrases are learnt where they stand by themselves only: what bars make of two lists of words
  // goes together in too many ways.
  void learn(const TermList& list) {
    std::set<std::string> phrases;
    std::set<std::string> words;
    for (const LintTerm& term : list.terms) {
      const PatternSequence& pattern = term.pattern;
      if (pattern.size() == 1 && is_word(pattern[0])) words.insert(pattern[0].text);
      if (pattern.size() == 1) {
        for (const PatternSequence& branch : pattern[0].branches) {
          if (branch.size() == 1 && is_word(branch[0])) words.insert(branch[0].text);
        }
      }
      // "no" goes with most words there are.
      if (pattern.size() == 2 && is_word(pattern[0]) && is_word(pattern[1]) &&
          pattern[0].text != "no") {
        phrases.insert(pattern[0].text + " " + pattern[1].text);
      }
    }
    for (const std::string& phrase : phrases) words_of_[phrase].insert(words.begin(), words.end());
  }

  void learn(const std::vector<TermList>& lists) {
    for (const TermList& list : lists) learn(list);
  }

  bool are(const std::string& phrase, const std::string& word) const {
    const auto found = words_of_.find(phrase);
    return found != words_of_.end() && found->second.count(word) > 0;
  }

  static bool is_word(const PatternElement& element) {
    return element.type == PatternElement::Type::word && element.kind == TokenKind::word;
  }

 private:
  std::map<std::string, std::set<std::string>> words_of_;
};

// The word of an element that stands next to what comes before it, or after it; null where that is
// no word.
const PatternElement* edge(const PatternElement& element, bool last) {
  if (Equals::is_word(element)) return &element;
  if (element.type != PatternElement::Type::choice) return nullptr;
  const PatternSequence& branch = last ? element.branches.back() : element.branches.front();
  return branch.size() == 1 && Equals::is_word(branch[0]) ? &branch[0] : nullptr;
}

// Two elements side by side, one with bars, whose words next to each other are one phrase. The
// other words are meant to stand beside that phrase if one is the same written as one word, or its
// equal.
void find_stray_blanks(const LintFile& file, const LintTerm& term, const PatternElement& left,
                       const PatternElement& right, const Equals& equals, LintSink& sink) {
  if (left.type != PatternElement::Type::choice && right.type != PatternElement::Type::choice)
    return;
  const PatternElement* first = edge(left, true);
  const PatternElement* second = edge(right, false);
  if (!first || !second) return;
  const std::string phrase = first->text + " " + second->text;
  for (const PatternElement* side : {&left, &right}) {
    for (const PatternSequence& branch : side->branches) {
      const PatternElement& word = branch[0];
      if (&word == first || &word == second || branch.size() != 1 || !Equals::is_word(word))
        continue;
      if (word.text != first->text + second->text && !equals.are(phrase, word.text)) continue;
      const std::string& text = term.node->get();
      const PatternElement& last =
          right.type == PatternElement::Type::choice ? right.branches.back().back() : right;
      const std::string read =
          side == &left ? word.text + " " + second->text : first->text + " " + word.text;
      sink.add_in(file, *term.node, begin_of_atom(left), end_of_atom(text, last.offset),
                  "bars take single words: this is " + code_of(read) + ", and not " +
                      code_of(phrase) + " or " + code_of(word.text),
                  "write two terms, one of them \"" + phrase + "\", if that was meant");
      return;
    }
  }
}

void find_stray_blanks(const LintFile& file, const LintTerm& term, const PatternSequence& elements,
                       const Equals& equals, LintSink& sink) {
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (i + 1 < elements.size()) {
      find_stray_blanks(file, term, elements[i], elements[i + 1], equals, sink);
    }
    if (elements[i].type == PatternElement::Type::optional) {
      find_stray_blanks(file, term, elements[i].branches[0], equals, sink);
    }
  }
}

void find_stray_blanks(const LintFile& file, const std::vector<TermList>& lists,
                       const Equals& equals, LintSink& sink) {
  for (const TermList& list : lists) {
    for (const LintTerm& term : list.terms) {
      find_stray_blanks(file, term, term.pattern, equals, sink);
    }
  }
}

// What is found in a file depends on it and its lexicons, and not on what else is looked at.
void find_stray_blanks(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) {
    Equals equals;
    equals.learn(rubric.lists);
    for (const LintLexicon* lexicon : rubric.lexicons) equals.learn(lexicon->lists);
    find_stray_blanks(rubric.file, rubric.lists, equals, sink);
  }
  for (const auto& lexicon : bank.lexicons) {
    if (!lexicon->asked) continue;
    Equals equals;
    equals.learn(lexicon->lists);
    find_stray_blanks(lexicon->file, lexicon->lists, equals, sink);
  }
}

}  // namespace

const LintCheck kStrayBlank{"L203", "stray-blank",
                            "A blank among words with bars binds otherwise than it looks",
                            find_stray_blanks};

}  // namespace assay
