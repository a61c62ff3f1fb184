// L205: a word whose British or American spelling is met and the other is not. Slips are forgiven
// in words that no dictionary has, so only spellings that are in one can be missed.
#include <algorithm>

#include "lint/check.h"
#include "lint/wordings.h"
#include "text/analyzer.h"

namespace assay {
namespace {

// British and American endings, with what inflection makes of them. Where an ending of the base is
// given, the word with that has to be one too: "labelled" is of "label", and "stalled" is not of
// "stal"; "honored" is of "honor", and "scored" is not of "scor".
struct Exchange {
  std::string_view british;
  std::string_view american;
  std::string_view base = {};
  bool both_ways = true;  // else what reads as American is a word of its own: "meter"
};
constexpr std::size_t kShortestRest = 3;  // "four" is no spelling of "for"
constexpr Exchange kEndings[] = {
    {"ise", "ize"},
    {"ised", "ized"},
    {"ises", "izes"},
    {"ising", "izing"},
    {"iser", "izer"},
    {"isation", "ization"},
    {"isations", "izations"},
    {"yse", "yze"},
    {"ysed", "yzed"},
    {"ysing", "yzing"},
    {"our", "or"},
    {"ours", "ors"},
    {"oured", "ored", "or"},
    {"ouring", "oring", "or"},
    {"ourite", "orite", "or"},
    {"iour", "ior"},
    {"ioural", "ioral"},
    {"tre", "ter", {}, false},
    {"ogue", "og"},
    {"elled", "eled", "el"},
    {"elling", "eling", "el"},
    {"ence", "ense"},
    {"grey", "gray"},
    {"fulfil", "fulfill"},
    {"enrol", "enroll"},
    {"judgement", "judgment"},
    {"sceptic", "skeptic"},
};

bool is_english(const Document& document) {
  return document.tokens().size() == 1 && document.tokens()[0].known;
}

// The other spelling of a word, if a dictionary has both and they have not one stem.
std::string other_spelling(const PatternElement& word) {
  if (!is_english(analyze_plain(word.text))) return {};
  for (const Exchange& exchange : kEndings) {
    for (const bool british : {true, false}) {
      const std::string_view from = british ? exchange.british : exchange.american;
      const std::string_view to = british ? exchange.american : exchange.british;
      if (!word.text.ends_with(from) || (!british && !exchange.both_ways)) continue;
      const std::string rest = word.text.substr(0, word.text.size() - from.size());
      if (rest.size() < kShortestRest && (!rest.empty() || from.size() < kShortestRest + 1))
        continue;
      if (!exchange.base.empty() && !is_english(analyze_plain(rest + std::string(exchange.base)))) {
        continue;
      }
      const Document other = analyze_plain(rest + std::string(to));
      if (is_english(other) && other.tokens()[0].stem != word.stem) {
        return rest + std::string(to);
      }
    }
  }
  return {};
}

class Spellings {
 public:
  Spellings(const LintFile& file, const TermList& list, LintSink& sink)
      : file_(file), list_(list), sink_(sink) {
    for (const LintTerm& term : list.terms) {
      if (auto wordings = wordings_of(term.pattern)) {
        all_.insert(all_.end(), wordings->begin(), wordings->end());
      }
    }
  }

  void look() {
    for (const LintTerm& term : list_.terms) look(term, term.pattern);
  }

 private:
  void look(const LintTerm& term, const PatternSequence& elements) {
    for (const PatternElement& element : elements) {
      for (const PatternSequence& branch : element.branches) look(term, branch);
      if (element.type != PatternElement::Type::word || element.kind != TokenKind::word ||
          element.exact)
        continue;
      const std::string other = other_spelling(element);
      if (!other.empty() && !is_met(term, element, other)) report(term, element, other);
    }
  }

  // Whether each wording of the term that has the word is also there with the other spelling.
  bool is_met(const LintTerm& term, const PatternElement& word, const std::string& other) const {
    std::vector<PatternError> errors;
    const auto spelt = parse_pattern(other, errors);
    const auto wordings = wordings_of(term.pattern);
    if (!spelt || !wordings) return true;
    for (Wording wording : *wordings) {
      const auto at = std::find(wording.begin(), wording.end(), &word);
      if (at == wording.end()) continue;
      *at = &spelt->front();
      if (std::none_of(all_.begin(), all_.end(),
                       [&](const Wording& wide) { return takes_in(wide, wording); })) {
        return false;
      }
    }
    return true;
  }

  void report(const LintTerm& term, const PatternElement& word, const std::string& other) {
    const std::string& text = term.node->get();
    const std::size_t begin = word.offset;
    const std::size_t end = end_of_atom(text, begin);
    const std::string atom = text.substr(begin, end - begin);  // "re-optimise"
    std::string both = atom + "|" + atom;
    if (const std::size_t at = atom.find(word.text); at != atom.npos) {
      both.replace(atom.size() + 1 + at, word.text.size(), other);
    }
    sink_.add_in(file_, *term.node, begin, end,
                 code_of(word.text) + " does not meet the spelling " + code_of(other),
                 "write " + both);
  }

  const LintFile& file_;
  const TermList& list_;
  LintSink& sink_;
  std::vector<Wording> all_;
};

void find_missing_spellings(const LintBank& bank, LintSink& sink) {
  bank.for_each_list([&](const LintFile& file, const LintRubric*, const LintLexicon*,
                         const TermList& list) { Spellings(file, list, sink).look(); });
}

}  // namespace

const LintCheck kMissingSpelling{"L205", "missing-spelling",
                                 "A word is met in its British or American spelling only",
                                 find_missing_spellings};

}  // namespace assay
