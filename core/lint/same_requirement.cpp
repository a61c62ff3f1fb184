// L401: one rule decides two criteria, or a criterion and a flaw.
#include <map>
#include <string>

#include "lint/check.h"
#include "lint/example_runs.h"

namespace assay {
namespace {

void append(std::string& out, const toml::node& node, bool top) {
  if (const auto* string = node.as_string()) {
    out += "\"" + string->get() + "\"";
  } else if (const toml::array* array = node.as_array()) {
    if (array->size() == 1) return append(out, (*array)[0], false);
    out += "[";
    for (const toml::node& element : *array) {
      append(out, element, false);
      out += ",";
    }
    out += "]";
  } else if (const toml::table* table = node.as_table()) {
    if (table->size() == 1 && table->contains("terms")) {
      return append(out, *table->get("terms"), false);
    }
    out += "{";
    for (const auto& [key, value] : *table) {  // toml++ keeps them sorted
      if (key.str() == "id" || (top && key.str() == "points")) continue;
      out += std::string(key.str()) + "=";
      append(out, value, false);
      out += ",";
    }
    out += "}";
  } else if (const auto number = number_of(node)) {
    out += std::to_string(*number);
  } else {
    out += node.value_or(false) ? "true" : "false";
  }
}

// What a rule asks for, whatever it is called; equal texts, equal rules.
std::string asked_by(const TopRule& rule) {
  std::string out;
  if (const toml::node* standing = rule.entry->get("standing")) append(out, *standing, false);
  append(out, *rule.node, true);
  return out;
}

struct First {
  std::string id;
  std::uint32_t line;
};

// What decides by itself: a rule of `any`, where nothing is asked for besides.
bool decides(const TopRule& rule) {
  return rule.key == "any" && !rule.entry->contains("all") && !rule.entry->contains("each");
}

void find_same_requirements(const LintRubric& rubric, LintSink& sink) {
  std::map<std::string, First> seen;
  const auto take = [&](const std::vector<TopRule>& rules, const std::string& id) {
    for (const TopRule& rule : rules) {
      if (!decides(rule)) continue;
      const auto [first, fresh] =
          seen.try_emplace(asked_by(rule), First{id, TomlSource::place_of(*rule.node).line});
      if (fresh || first->second.id == id) continue;
      sink.add(rubric.file, *rule.node,
               code_of(id) + " asks here for just what " + code_of(first->second.id) +
                   " asks for in line " + std::to_string(first->second.line),
               "let one of the two ask for it, or one ask `met` of the other");
    }
  };
  for (std::size_t i = 0; i < rubric.rubric->criteria.size(); ++i) {
    take(rules_of_criterion(rubric, i), rubric.rubric->criteria[i].id);
  }
  for (std::size_t i = 0; i < rubric.rubric->flaws.size(); ++i) {
    take(rules_of_flaw(rubric, i), rubric.rubric->flaws[i].id);
  }
}

void find_same_requirements(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) find_same_requirements(rubric, sink);
}

}  // namespace

const LintCheck kSameRequirement{"L401", "same-requirement",
                                 "One rule decides two criteria, or a criterion and a flaw",
                                 find_same_requirements};

}  // namespace assay
