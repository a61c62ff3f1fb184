// L405: a hint that has the very words a rule of its criterion looks for, and the question has not.
#include <algorithm>
#include <set>

#include "lint/check.h"
#include "lint/example_runs.h"
#include "text/analyzer.h"

namespace assay {
namespace {

// Words that say nothing by themselves.
bool is_little(const Token& token) {
  constexpr WordClass kLittle[] = {
      WordClass::determiner,  WordClass::pronoun, WordClass::preposition, WordClass::conjunction,
      WordClass::auxiliary,   WordClass::modal,   WordClass::negator,     WordClass::interrogative,
      WordClass::conditional, WordClass::adverb};
  return std::any_of(std::begin(kLittle), std::end(kLittle),
                     [&](WordClass c) { return has(token.classes, c); });
}

// Whether something decides besides the words of the rule.
bool is_opaque(const toml::node& node) {
  if (const toml::array* array = node.as_array()) {
    return std::any_of(array->begin(), array->end(),
                       [](const toml::node& element) { return is_opaque(element); });
  }
  const toml::table* table = node.as_table();
  if (!table) return false;
  for (const char* key : {"kind", "met", "not", "regex", "count", "number"}) {
    if (table->contains(key)) return true;
  }
  return std::any_of(table->begin(), table->end(),
                     [](const auto& entry) { return is_opaque(entry.second); });
}

using Patterns = std::vector<std::string>;

// The lists of terms that a rule asks for, all of them together; nothing where they do not decide.
std::optional<std::vector<Patterns>> asked_by(const LintRubric& rubric, const toml::node& node) {
  if (const auto* string = node.as_string()) return std::vector<Patterns>{{string->get()}};
  const std::size_t begin = rubric.file.offset_of(node);
  const TomlValue* value = value_at(rubric.file.syntax, begin);
  if (!value || is_opaque(node)) return std::nullopt;
  std::vector<Patterns> lists;
  for (const TermList& list : rubric.lists) {
    const std::size_t at = rubric.file.offset_of(*list.node);
    if (at < value->begin || at >= value->end) continue;
    Patterns& patterns = lists.emplace_back();
    for (const LintTerm& term : list.terms) patterns.push_back(term.node->get());
  }
  return lists;
}

class Hints {
 public:
  Hints(const LintRubric& rubric, LintSink& sink)
      : rubric_(rubric), matcher_(rubric.rubric->terms), sink_(sink) {
    for (const std::string* text : {&rubric.rubric->prompt, &rubric.rubric->title}) {
      const Document document = analyze_plain(*text);
      for (const Token& token : document.tokens()) known_.insert(token.stem);
    }
  }

  void look(std::size_t index) {
    const Criterion& criterion = rubric_.rubric->criteria[index];
    const toml::node* hint = rubric_.tables("criterion")[index]->get("hint");
    if (!hint) return;
    const Document document = analyze_plain(criterion.hint);
    matcher_.start(document);
    for (const TopRule& rule : rules_of_criterion(rubric_, index)) {
      if (rule.key != "any") continue;
      const auto lists = asked_by(rubric_, *rule.node);
      if (!lists || lists->empty()) continue;
      std::string words;
      const bool all = std::all_of(lists->begin(), lists->end(), [&](const Patterns& list) {
        return tells(list, document, words);
      });
      if (!all) continue;
      sink_.add(rubric_.file, *hint,
                "the hint gives the key away: " + words + " is what a rule in line " +
                    std::to_string(TomlSource::place_of(*rule.node).line) + " looks for",
                "point at the matter by other words");
      return;
    }
  }

 private:
  // Whether the hint has a term of the list that the question has not; adds its word.
  bool tells(const Patterns& patterns, const Document& document, std::string& words) {
    const TermTable& table = *rubric_.rubric->terms;
    for (std::size_t set = 0; set < table.size(); ++set) {
      const auto of_set = table.patterns(TermSet(set));
      if (!std::equal(of_set.begin(), of_set.end(), patterns.begin(), patterns.end())) continue;
      for (const TokenRange range : matcher_.find(TermSet(set))) {
        for (std::uint32_t at = range.first; at < range.last; ++at) {
          const Token& token = document.tokens()[at];
          if (is_little(token) || known_.count(token.stem) > 0) continue;
          words += (words.empty() ? "" : ", ") + code_of(document.text(token));
          return true;
        }
      }
      return false;
    }
    return false;
  }

  const LintRubric& rubric_;
  TermMatcher matcher_;
  LintSink& sink_;
  std::set<std::uint64_t> known_;  // stems of the question
};

void find_telling_hints(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) {
    Hints hints(rubric, sink);
    for (std::size_t i = 0; i < rubric.rubric->criteria.size(); ++i) hints.look(i);
  }
}

}  // namespace

const LintCheck kTellingHint{"L405", "telling-hint", "A hint gives the key away",
                             find_telling_hints};

}  // namespace assay
