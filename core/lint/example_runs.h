// A rubric's examples, read by its rules.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lint/subject.h"
#include "rubric/score.h"

namespace assay {

// One rule that stands directly in a criterion or a flaw.
struct TopRule {
  const toml::table* entry;  // of the criterion or flaw
  const toml::node* node;    // of the rule
  std::string_view key;      // "any", "all", "each" or "none"
  const Rule* rule;
  bool in_full;  // where it holds, what it is worth is all that can be had; for "any"
};

// In the order of the file's arrays. REQUIRES: `index` is that of a criterion, or of a flaw.
std::vector<TopRule> rules_of_criterion(const LintRubric& rubric, std::size_t index);
std::vector<TopRule> rules_of_flaw(const LintRubric& rubric, std::size_t index);

struct ExampleRun {
  const Example* example;
  const ScoreSheet* sheet;
  const Reading* reading;
};
// Calls `visit` for each example that is an answer to the question; what it is given lives until it
// returns. Throws only what a plugin's rule throws.
void run_examples(const LintRubric& rubric, const std::function<void(const ExampleRun&)>& visit);

bool holds(const Rule& rule, const Reading& reading);
bool names(const std::vector<std::string>& ids, std::string_view id);

}  // namespace assay
