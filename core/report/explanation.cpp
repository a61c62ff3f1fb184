#include "report/explanation.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "report/json_text.h"
#include "report/page.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

std::string percent(double share) { return rounded(share * 100) + " %"; }

std::string worth(double points) { return "  (" + counted(points, "point") + ")"; }

// One line where there is a single rule, else a line each under the label.
void add_rules(Page& page, std::string_view label, const std::vector<std::string>& rules) {
  if (rules.size() == 1) {
    page.note(std::string(label) + ": ", Ink::faint, rules[0]);
  } else if (!rules.empty()) {
    page.note(std::string(label) + ":", Ink::faint, "");
    for (const std::string& rule : rules) page.bullet(rule);
  }
}

std::vector<std::string> described(const std::vector<std::unique_ptr<Rule>>& rules) {
  std::vector<std::string> lines;
  for (const auto& rule : rules) lines.push_back(rule->describe());
  return lines;
}

// With what an alternative is worth where that is not `points`.
std::vector<std::string> described(const std::vector<Alternative>& alternatives,
                                   std::optional<double> points) {
  std::vector<std::string> lines;
  for (const Alternative& alternative : alternatives) {
    const bool usual = !points || alternative.points == *points;
    lines.push_back(alternative.rule->describe() + (usual ? "" : worth(alternative.points)));
  }
  return lines;
}

// `points` are a criterion's; a flaw has none.
void add_requirement(Page& page, const Requirement& requirement, std::optional<double> points) {
  add_rules(page, "all of", described(requirement.all));
  add_rules(page, "any of", described(requirement.any, points));
  add_rules(page, "each of", described(requirement.each, points));
  add_rules(page, "none of", described(requirement.none));
}

Json rule_json(const Rule& rule) { return {{"rule", rule.name()}, {"finds", rule.describe()}}; }

Json rules_json(const std::vector<std::unique_ptr<Rule>>& rules) {
  Json list = Json::array();
  for (const auto& rule : rules) list.push_back(rule_json(*rule));
  return list;
}

Json alternatives_json(const std::vector<Alternative>& alternatives, bool with_points) {
  Json list = Json::array();
  for (const Alternative& alternative : alternatives) {
    list.push_back(rule_json(*alternative.rule));
    if (with_points) list.back()["points"] = alternative.points;
  }
  return list;
}

Json requirement_json(const Requirement& requirement, bool with_points) {
  return {{"all", rules_json(requirement.all)},
          {"any", alternatives_json(requirement.any, with_points)},
          {"each", alternatives_json(requirement.each, with_points)},
          {"none", rules_json(requirement.none)}};
}

}  // namespace

std::string explanation_text(const Rubric& rubric, const WriterOptions& options) {
  std::string out;
  Page page(out, options.width, options.color);
  page.paragraph(rubric.title, Ink::bold);
  page.blank();
  page.paragraph(rubric.prompt);
  page.blank();
  page.paragraph(counted(rubric.max_points(), "point") + ". Green from " +
                 percent(rubric.bands.green) + ", yellow from " + percent(rubric.bands.yellow) +
                 ", red below.");
  for (const Criterion& criterion : rubric.criteria) {
    page.blank();
    page.item("+", Ink::green, criterion.says + worth(criterion.points));
    page.note("id: ", Ink::faint, criterion.id);
    add_requirement(page, criterion.requirement, criterion.points);
    if (!criterion.hint.empty()) page.note("Hint: ", Ink::bold, criterion.hint);
  }
  for (const Flaw& flaw : rubric.flaws) {
    page.blank();
    page.item("!", Ink::red, "Flaw: " + flaw.says);
    page.note("id: ", Ink::faint, flaw.id);
    add_requirement(page, flaw.requirement, {});
    if (flaw.cost > 0) page.note("Costs ", Ink::bold, counted(flaw.cost, "point"));
    if (flaw.cap) page.note("No better than ", Ink::bold, name_of(*flaw.cap));
  }
  page.blank();
  page.line(rubric.path + "  " + rubric.hash, Ink::faint);
  return out;
}

std::string explanation_json(const Rubric& rubric) {
  Json criteria = Json::array();
  for (const Criterion& criterion : rubric.criteria) {
    Json entry = {{"id", criterion.id},
                  {"says", criterion.says},
                  {"hint", criterion.hint},
                  {"points", criterion.points}};
    entry.update(requirement_json(criterion.requirement, true));
    criteria.push_back(std::move(entry));
  }
  Json flaws = Json::array();
  for (const Flaw& flaw : rubric.flaws) {
    Json entry = {{"id", flaw.id}, {"says", flaw.says}, {"cost", flaw.cost}, {"cap", nullptr}};
    if (flaw.cap) entry["cap"] = name_of(*flaw.cap);
    entry.update(requirement_json(flaw.requirement, false));
    flaws.push_back(std::move(entry));
  }
  const Json json = {{"id", rubric.id},
                     {"title", rubric.title},
                     {"prompt", rubric.prompt},
                     {"pack", rubric.pack},
                     {"hash", rubric.hash},
                     {"plugins", rubric.plugins},
                     {"max_points", rubric.max_points()},
                     {"bands", {{"green", rubric.bands.green}, {"yellow", rubric.bands.yellow}}},
                     {"criteria", std::move(criteria)},
                     {"flaws", std::move(flaws)}};
  return pretty_json(json);
}

}  // namespace assay
