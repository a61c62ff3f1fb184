// L102: a part of a rule that may be changed without any example noticing.
#include <algorithm>
#include <memory>

#include "lint/check.h"
#include "lint/example_runs.h"
#include "lint/excised_rubric.h"
#include "lint/mutants.h"
#include "lint/removal.h"
#include "rubric/score.h"
#include "text/analyzer.h"

namespace assay {
namespace {

// Whether all that examples assert of the criteria and flaws of `part` comes out so.
bool fulfils(const std::shared_ptr<const Rubric>& part, const std::vector<const Example*>& examples,
             const std::vector<Document>& documents) {
  Scorer scorer(part);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const ScoreSheet sheet = scorer.score(documents[i]);
    for (std::size_t k = 0; k < part->criteria.size(); ++k) {
      const std::string& id = part->criteria[k].id;
      const bool met = sheet.criteria[k].met;
      if (names(met ? examples[i]->unmet : examples[i]->met, id)) return false;
    }
    for (std::size_t k = 0; k < part->flaws.size(); ++k) {
      const std::string& id = part->flaws[k].id;
      const bool committed = sheet.flaws[k].committed;
      if (names(committed ? examples[i]->no_flaws : examples[i]->flaws, id)) return false;
    }
  }
  return true;
}

bool mentions_met(const toml::node& node) {
  if (const auto* array = node.as_array()) {
    return std::any_of(array->begin(), array->end(),
                       [](const toml::node& element) { return mentions_met(element); });
  }
  const auto* table = node.as_table();
  if (!table) return false;
  for (const auto& [key, value] : *table) {
    if (key.str() == "met" ? value.is_string() : mentions_met(value)) return true;
  }
  return false;
}

bool speaks_of(const Example& example, const std::string& id) {
  return names(example.met, id) || names(example.unmet, id) || names(example.flaws, id) ||
         names(example.no_flaws, id);
}

class Survivors {
 public:
  Survivors(const LintRubric& rubric, const LoadEnvironment& environment, LintSink& sink)
      : rubric_(rubric), environment_(environment), sink_(sink) {
    for (const char* kind : {"criterion", "flaw"}) {
      for (const toml::table* table : rubric.tables(kind)) entries_.push_back(table);
    }
    joined_ = std::any_of(entries_.begin(), entries_.end(),
                          [](const toml::table* table) { return mentions_met(*table); });
  }

  void look() {
    for (const toml::table* entry : entries_) look(*entry);
  }

 private:
  void look(const toml::table& entry) {
    // Criteria that lead to one another are scored together.
    const std::vector<const toml::table*> part =
        joined_ ? entries_ : std::vector<const toml::table*>{&entry};
    std::vector<const Example*> examples;
    std::vector<Document> documents;
    for (const Example& example : rubric_.rubric->examples) {
      const bool wanted = std::any_of(part.begin(), part.end(), [&](const toml::table* table) {
        return speaks_of(example, (*table)["id"].value_or(std::string()));
      });
      if (!wanted) continue;
      examples.push_back(&example);
      documents.push_back(analyzer_.analyze(example.text));
    }
    const auto unchanged = excised(rubric_, environment_, part, {});
    if (!unchanged || !fulfils(unchanged, examples, documents)) return;
    needless_.clear();
    for (const Mutant& mutant : mutants_of(rubric_.file, entry)) {
      if (is_in_needless(*mutant.at)) continue;
      const auto changed = excised(rubric_, environment_, part, mutant.edits);
      if (!changed || !fulfils(changed, examples, documents)) continue;
      if (mutant.leaves_out) needless_.push_back(mutant.at);
      sink_.add(rubric_.file, *mutant.at,
                code_of(entry["id"].value_or(std::string())) + " " + mutant.changed +
                    ": no example notices",
                mutant.advice);
    }
  }

  // Nothing in what may be left out as a whole is noticed either.
  bool is_in_needless(const toml::node& node) const {
    const std::size_t at = rubric_.file.offset_of(node);
    return std::any_of(needless_.begin(), needless_.end(), [&](const toml::node* whole) {
      const std::size_t begin = rubric_.file.offset_of(*whole);
      const TomlValue* value = value_at(rubric_.file.syntax, begin);
      const std::size_t end = value               ? value->end
                              : whole->is_table() ? section_of(rubric_.file, *whole->as_table()).end
                                                  : begin;
      return begin <= at && at < end;
    });
  }

  const LintRubric& rubric_;
  const LoadEnvironment& environment_;
  LintSink& sink_;
  std::vector<const toml::table*> entries_;
  std::vector<const toml::node*> needless_;
  bool joined_;
  Analyzer analyzer_;
};

void find_surviving_mutants(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) {
    if (bank.stopped()) return;
    sink.try_rules(rubric.file, [&] { Survivors(rubric, bank.environment, sink).look(); });
  }
}

}  // namespace

const LintCheck kSurvivingMutant{"L102", "surviving-mutant",
                                 "A rule may be changed and no example notices",
                                 find_surviving_mutants, LintTime::mutate};

}  // namespace assay
