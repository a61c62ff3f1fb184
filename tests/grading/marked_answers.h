// Answers as the grader hands them over, for tests of agreement: what was scored is said outright.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "assay/rule.h"
#include "grading/record.h"

namespace assay {

using Ids = std::vector<std::string>;

// A rule of which only the name matters.
class NamedRule : public Rule {
 public:
  explicit NamedRule(std::string name) { set_name(std::move(name)); }
  void find(const Reading&, std::vector<Match>&) const override {}
  NearMiss near_miss(const Reading&) const override { return {}; }
  std::string describe() const override { return name(); }
};

// Each criterion and flaw has two rules, "<id>.any[0]" and "<id>.any[1]".
inline std::shared_ptr<const Rubric> rubric_of(const std::string& question, const Ids& criteria,
                                               const Ids& flaws = {}) {
  auto rubric = std::make_shared<Rubric>();
  rubric->id = question;
  const auto add_rules = [](const std::string& id, Requirement& to) {
    for (const char* place : {".any[0]", ".any[1]"}) {
      to.any.push_back({std::make_unique<NamedRule>(id + place), 1});
    }
  };
  for (const std::string& id : criteria) {
    Criterion& one = rubric->criteria.emplace_back();
    one.id = id;
    one.says = "Says " + id;
    add_rules(id, one.requirement);
  }
  for (const std::string& id : flaws) {
    Flaw& one = rubric->flaws.emplace_back();
    one.id = id;
    one.says = "Commits " + id;
    add_rules(id, one.requirement);
  }
  return rubric;
}

struct Scored {
  Ids met{};   // criteria and flaws; the evidence is the answer's first word, by the first rule
  Ids near{};  // criteria; the near miss is the answer's first word, by the second rule
  Band band = Band::red;
  double score = 0;
};

inline bool has(const Ids& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// `members` is JSON, e.g. R"("met": ["a"])".
inline GradedAnswer graded(const std::shared_ptr<const Rubric>& rubric, const std::string& id,
                           const std::string& text, const Scored& scored,
                           const std::string& members) {
  const Span first_word{0, std::uint32_t(std::min(text.find(' '), text.size()))};
  ScoreSheet sheet;
  sheet.rubric = rubric;
  sheet.band = scored.band;
  sheet.score = scored.score;
  for (const Criterion& criterion : rubric->criteria) {
    CriterionScore& score = sheet.criteria.emplace_back();
    score.met = has(scored.met, criterion.id);
    if (score.met) {
      score.evidence = {{first_word, criterion.requirement.any[0].rule->name(), true}};
    } else if (has(scored.near, criterion.id)) {
      score.near_miss = {
          first_word, criterion.requirement.any[1].rule->name(), "negated", 0.5, {first_word}};
    }
  }
  for (const Flaw& flaw : rubric->flaws) {
    FlawScore& score = sheet.flaws.emplace_back();
    score.committed = has(scored.met, flaw.id);
    if (score.committed)
      score.evidence = {{first_word, flaw.requirement.any[0].rule->name(), true}};
  }
  return {{id, rubric->id, text, members}, std::move(sheet)};
}

inline GradedAnswer failed(const std::string& question, const std::string& id,
                           const std::string& code, const std::string& message) {
  return {{id, question, "text", R"("met": [])"}, GradingError{code, message, ""}};
}

}  // namespace assay
