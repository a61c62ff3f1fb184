// L204: words of two concepts that have one stem and mean two things, so that each concept takes
// the other's word.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "lint/check.h"
#include "lint/wordings.h"

namespace assay {
namespace {

struct Occurrence {
  const TermList* list;
  const LintTerm* term;
  const PatternElement* word;
};

// Words that the English stemmer takes for one and that mean two things or more. A word of the
// table stands for all its forms.
constexpr std::string_view kFalseFriends[] = {
    "author authority authorize",
    "custom customer",
    "universal university universe",
    "conversion conversation converse",
    "intern internal",
    "terminal terminate",
    "busy business",
    "identity identical",
    "unit unite",
    "added ads",
    "hard hardly",
    "rest restful",
    "hand handful",
    "organ organic organize",
    "import important",
    "position positive",
    "product production productive",
    "normal normalize",
    "material materialize",
    "integrity integral integrate",
    "relation relative",
    "experience experiment",
    "execute executive",
    "even evening",
    "critic critical",
    "numeral numerous",
    "object objective",
    "subject subjective",
    "direct director",
    "several sever",
    "transition transitive",
    "addition additive",
    "specific specification",
    "public publication",
    "fact factor",
    "negate negative",
    "digit digital",
    "office officer",
    "found founder",
    "short shortly",
    "near nearly",
    "like likely",
    "late lately",
    "bare barely",
    "large largely",
    "mean means meaning",
    "minute minutely",
    "person personal",
    "local localize",
    "detect detective",
    "allow allowance",
    "engine engineer",
    "option optional",
    "real really",
    "past pasted",
    "except exception",
    "select selective",
};

// The word of the table that `text` is a form of, and its group; nothing where there is none.
struct Friend {
  std::size_t group;
  std::string_view word;
};
std::optional<Friend> friend_of(std::string_view text) {
  for (std::size_t group = 0; group < std::size(kFalseFriends); ++group) {
    std::string_view rest = kFalseFriends[group];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (are_forms(rest.substr(0, end), text)) return Friend{group, rest.substr(0, end)};
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return std::nullopt;
}

// Whether two words of one stem mean two things.
bool differ(std::string_view a, std::string_view b) {
  const auto first = friend_of(a);
  const auto second = friend_of(b);
  return first && second && first->group == second->group && first->word != second->word;
}

class Collisions {
 public:
  Collisions(const LintFile& file, LintSink& sink) : file_(file), sink_(sink) {}

  void take(const TermList& list) {
    if (list.use != TermList::Use::concept_named) return;
    for (const LintTerm& term : list.terms) {
      if (term.pattern.size() != 1) continue;
      const PatternElement& element = term.pattern[0];
      take(list, term, element);
      if (element.type != PatternElement::Type::choice) continue;
      for (const PatternSequence& branch : element.branches) {
        if (branch.size() == 1) take(list, term, branch[0]);
      }
    }
  }

  void report() {
    for (const auto& [stem, places] : by_stem_) {
      for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          if (report(places[i], places[k], places)) break;
        }
      }
    }
  }

 private:
  void take(const TermList& list, const LintTerm& term, const PatternElement& word) {
    if (word.type != PatternElement::Type::word || word.kind != TokenKind::word || word.exact)
      return;
    by_stem_[word.stem].push_back({&list, &term, &word});
  }

  // Words that some concept has side by side mean one thing to their author.
  static bool are_together(const Occurrence& a, const Occurrence& b,
                           const std::vector<Occurrence>& places) {
    for (const Occurrence& one : places) {
      for (const Occurrence& other : places) {
        if (one.list == other.list && are_forms(one.word->text, a.word->text) &&
            are_forms(other.word->text, b.word->text)) {
          return true;
        }
      }
    }
    return false;
  }

  bool report(const Occurrence& a, const Occurrence& b, const std::vector<Occurrence>& places) {
    if (a.list == b.list || !differ(a.word->text, b.word->text)) return false;
    if (are_together(a, b, places)) return false;
    const std::size_t begin = a.word->offset;
    sink_.add_in(file_, *a.term->node, begin, end_of_atom(a.term->node->get(), begin),
                 code_of(a.word->text) + " of @" + a.list->name + " and " + code_of(b.word->text) +
                     " of @" + b.list->name + " have one stem, so that each is met by both",
                 "put = before the words if they do not mean the same");
    return true;
  }

  const LintFile& file_;
  LintSink& sink_;
  std::map<std::uint64_t, std::vector<Occurrence>> by_stem_;
};

void find_colliding_words(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) {
    Collisions collisions(rubric.file, sink);
    for (const TermList& list : rubric.lists) collisions.take(list);
    collisions.report();
  }
  for (const auto& lexicon : bank.lexicons) {
    if (!lexicon->asked) continue;
    Collisions collisions(lexicon->file, sink);
    for (const TermList& list : lexicon->lists) collisions.take(list);
    collisions.report();
  }
}

}  // namespace

const LintCheck kCollidingWords{"L204", "colliding-words",
                                "Words of two concepts have one stem and mean two things",
                                find_colliding_words};

}  // namespace assay
