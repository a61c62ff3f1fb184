// The steps of measure_agreement(), each in a file of its own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grading/agreement.h"
#include "rubric/score.h"

namespace assay {

// An answer that was graded and marked.
struct MarkedAnswer {
  AnswerRecord answer;
  ScoreSheet sheet;
  std::vector<Marks> marks;  // ordered by marker; at least one
  bool blank = false;        // without a letter or digit
};

// One record an answer. Tells of the rest in `into`: what was skipped, is unmarked or unusable.
std::vector<MarkedAnswer> join_marks(std::vector<GradedAnswer> answers, Agreement& into);

// What happened to each rule of the rubrics of `answers`.
std::vector<RuleAgreement> credit_rules(const std::vector<MarkedAnswer>& answers);

// Answers on which scores and marks differ, worst first; all of them.
std::vector<Disagreement> list_disagreements(const std::vector<MarkedAnswer>& answers);

// The name of the rule directly under a criterion or flaw in which a rule of that name stands:
// "merge.any[1]" for "merge.any[1].near[0]". A rule with an id of its own stands by itself.
std::string outermost_rule(const Requirement& requirement, std::string_view name);

// The markers who gave criteria (or flaws), and how many of them gave this one.
struct Votes {
  std::size_t markers = 0;
  std::size_t given = 0;
};
Votes votes(const std::vector<Marks>& marks, const std::string& id, bool flaw);

}  // namespace assay
