#include "report/explanation.h"

#include <nlohmann/json.hpp>

#include "report/page.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;
constexpr auto kReplace = Json::error_handler_t::replace;

std::string percent(double share) { return rounded(share * 100) + " %"; }

std::string worth(double points) { return "  (" + counted(points, "point") + ")"; }

// Rules are told from sentences by the bar before them.
void add_rule(Page& page, std::string_view lead, const Rule& rule, std::string_view behind = {}) {
  page.note(std::string(lead), Ink::faint, rule.describe() + std::string(behind));
}

void add_requirement(Page& page, const Requirement& requirement, double points) {
  for (const auto& rule : requirement.all) add_rule(page, "all of: ", *rule);
  const auto add_alternatives = [&](std::string_view lead, const auto& alternatives) {
    for (const Alternative& alternative : alternatives) {
      add_rule(page, lead, *alternative.rule,
               alternative.points == points ? "" : worth(alternative.points));
    }
  };
  add_alternatives("any of: ", requirement.any);
  add_alternatives("each of: ", requirement.each);
  for (const auto& rule : requirement.none) add_rule(page, "none of: ", *rule);
}

Json rules_json(const std::vector<std::unique_ptr<Rule>>& rules) {
  Json list = Json::array();
  for (const auto& rule : rules)
    list.push_back({{"rule", rule->name()}, {"finds", rule->describe()}});
  return list;
}

Json alternatives_json(const std::vector<Alternative>& alternatives) {
  Json list = Json::array();
  for (const Alternative& alternative : alternatives) {
    list.push_back({{"rule", alternative.rule->name()},
                    {"finds", alternative.rule->describe()},
                    {"points", alternative.points}});
  }
  return list;
}

Json requirement_json(const Requirement& requirement) {
  return {{"all", rules_json(requirement.all)},
          {"any", alternatives_json(requirement.any)},
          {"each", alternatives_json(requirement.each)},
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
    add_requirement(page, flaw.requirement, 1);
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
    entry.update(requirement_json(criterion.requirement));
    criteria.push_back(std::move(entry));
  }
  Json flaws = Json::array();
  for (const Flaw& flaw : rubric.flaws) {
    Json entry = {{"id", flaw.id}, {"says", flaw.says}, {"cost", flaw.cost}, {"cap", nullptr}};
    if (flaw.cap) entry["cap"] = name_of(*flaw.cap);
    entry.update(requirement_json(flaw.requirement));
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
  return json.dump(2, ' ', false, kReplace) + "\n";
}

}  // namespace assay
