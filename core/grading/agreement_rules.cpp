#include <algorithm>
#include <map>

#include "grading/agreement_parts.h"

namespace assay {
namespace {

// Whether `name` is `rule` or stands inside it: "merge.any[1].near[0]" in "merge.any[1]".
bool within(std::string_view name, std::string_view rule) {
  if (name.substr(0, rule.size()) != rule) return false;
  return name.size() == rule.size() || name[rule.size()] == '.' || name[rule.size()] == '[';
}

std::vector<std::string> names_of(const Requirement& requirement) {
  std::vector<std::string> names;
  for (const auto& rule : requirement.all) names.push_back(rule->name());
  for (const Alternative& one : requirement.any) names.push_back(one.rule->name());
  for (const Alternative& one : requirement.each) names.push_back(one.rule->name());
  return names;
}

// The rules of one criterion or flaw, in their order in the rubric.
class Credits {
 public:
  Credits(const Rubric& rubric, std::string id, const Requirement& requirement)
      : question_(rubric.id), id_(std::move(id)) {
    for (const std::string& name : names_of(requirement)) index_of(name);
  }

  // Its criterion is met, or its flaw committed.
  void decided(const std::vector<Evidence>& evidence, const Votes& votes) {
    std::vector<std::size_t> credited;
    for (const Evidence& one : evidence) {
      const std::size_t index = index_of(one.rule);
      if (std::find(credited.begin(), credited.end(), index) != credited.end()) continue;
      credited.push_back(index);
      ++rules_[index].decisive;
      rules_[index].right += votes.given;
      rules_[index].wrong += votes.markers - votes.given;
    }
  }
  void came_near(std::string_view rule, const Votes& votes) {
    const std::size_t index = index_of(rule);
    ++rules_[index].near;
    rules_[index].missed += votes.given;
  }
  const std::vector<RuleAgreement>& rules() const { return rules_; }

 private:
  std::size_t index_of(std::string_view name) {
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const RuleAgreement& rule) {
      return within(name, rule.rule);
    });
    if (found != rules_.end()) return std::size_t(found - rules_.begin());
    rules_.push_back({.question = question_, .criterion = id_, .rule = std::string(name)});
    return rules_.size() - 1;
  }

  std::string question_;
  std::string id_;
  std::vector<RuleAgreement> rules_;
};

// Criteria first, then flaws.
std::vector<Credits> credits_of(const Rubric& rubric) {
  std::vector<Credits> out;
  for (const Criterion& c : rubric.criteria) out.emplace_back(rubric, c.id, c.requirement);
  for (const Flaw& f : rubric.flaws) out.emplace_back(rubric, f.id, f.requirement);
  return out;
}

}  // namespace

std::string outermost_rule(const Requirement& requirement, std::string_view name) {
  for (std::string& outer : names_of(requirement)) {
    if (within(name, outer)) return std::move(outer);
  }
  return std::string(name);
}

std::vector<RuleAgreement> credit_rules(const std::vector<MarkedAnswer>& answers) {
  std::map<std::string, std::vector<Credits>> by_question;
  for (const MarkedAnswer& marked : answers) {
    const ScoreSheet& sheet = marked.sheet;
    const Rubric& rubric = *sheet.rubric;
    const auto [place, is_new] = by_question.try_emplace(rubric.id);
    std::vector<Credits>& credits = place->second;
    if (is_new) credits = credits_of(rubric);
    for (std::size_t i = 0; i < sheet.criteria.size(); ++i) {
      const Votes given = votes(marked.marks, rubric.criteria[i].id, false);
      if (sheet.criteria[i].met) {
        credits[i].decided(sheet.criteria[i].evidence, given);
      } else if (const auto& near = sheet.criteria[i].near_miss; near && !near->rule.empty()) {
        credits[i].came_near(near->rule, given);
      }
    }
    for (std::size_t i = 0; i < sheet.flaws.size(); ++i) {
      if (!sheet.flaws[i].committed) continue;
      credits[sheet.criteria.size() + i].decided(sheet.flaws[i].evidence,
                                                 votes(marked.marks, rubric.flaws[i].id, true));
    }
  }
  std::vector<RuleAgreement> out;
  for (const auto& [question, credits] : by_question) {
    for (const Credits& one : credits) {
      out.insert(out.end(), one.rules().begin(), one.rules().end());
    }
  }
  return out;
}

}  // namespace assay
