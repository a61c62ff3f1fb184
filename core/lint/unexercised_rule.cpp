// L101: a rule of a criterion or flaw that holds in no example by which it could be seen to work.
#include "lint/check.h"
#include "lint/example_runs.h"

namespace assay {
namespace {

struct Watched {
  TopRule rule;
  std::string id;
  bool flaw;
  bool seen = false;
};

// Whether an example asserts what the rule, where it holds, brings about. A rule that is worth only
// a part is seen wherever its criterion is spoken of: no example can ask for a part.
bool asserts(const Example& example, const Watched& watched) {
  const bool blocks = watched.rule.key == "none";
  if (watched.flaw) return names(blocks ? example.no_flaws : example.flaws, watched.id);
  if (blocks) return names(example.unmet, watched.id);
  if (watched.rule.key == "any" && watched.rule.in_full) return names(example.met, watched.id);
  return names(example.met, watched.id) || names(example.unmet, watched.id);
}

std::string described(const Watched& watched) {
  const std::string verb = watched.rule.key == "none" ? "blocks"
                           : watched.flaw             ? "commits"
                                                      : "meets";
  return "no example " + verb + " " + code_of(watched.id) + " by this rule";
}

std::string advice(const Watched& watched) {
  const char* key = watched.flaw ? (watched.rule.key == "none" ? "no-flaws" : "flaws")
                                 : (watched.rule.key == "none" ? "not-met" : "met");
  return std::string("add an example that it decides, with ") + key + " = [\"" + watched.id +
         "\"], or leave it out";
}

void find_unexercised_rules(const LintRubric& rubric, LintSink& sink) {
  std::vector<Watched> all;
  for (std::size_t i = 0; i < rubric.rubric->criteria.size(); ++i) {
    for (TopRule& rule : rules_of_criterion(rubric, i)) {
      all.push_back({std::move(rule), rubric.rubric->criteria[i].id, false});
    }
  }
  for (std::size_t i = 0; i < rubric.rubric->flaws.size(); ++i) {
    for (TopRule& rule : rules_of_flaw(rubric, i)) {
      all.push_back({std::move(rule), rubric.rubric->flaws[i].id, true});
    }
  }
  run_examples(rubric, [&](const ExampleRun& run) {
    for (Watched& watched : all) {
      watched.seen = watched.seen ||
                     (asserts(*run.example, watched) && holds(*watched.rule.rule, *run.reading));
    }
  });
  for (const Watched& watched : all) {
    if (!watched.seen) {
      sink.add(rubric.file, *watched.rule.node, described(watched), advice(watched));
    }
  }
}

void find_unexercised_rules(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) {
    sink.try_rules(rubric.file, [&] { find_unexercised_rules(rubric, sink); });
  }
}

}  // namespace

const LintCheck kUnexercisedRule{"L101", "unexercised-rule", "No example exercises a rule",
                                 find_unexercised_rules};

}  // namespace assay
