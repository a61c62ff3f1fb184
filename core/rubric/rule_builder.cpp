#include "rubric/rule_builder.h"

#include <algorithm>

#include "rubric/checked_rule.h"
#include "rules/kinds.h"

namespace assay {
namespace {

constexpr std::uint32_t kDeepest = 32;
// Each may take megabytes to compile.
constexpr std::size_t kMostExpressions = 200;
constexpr std::string_view kOperand = "a string of terms, an array of operands, or a rule's table";

std::vector<std::string> names_of(std::span<const Kind> kinds) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds) names.emplace_back(kind.name);
  return names;
}

const Kind* kind_named(std::span<const Kind> kinds, std::string_view name) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

std::vector<std::string> standing_names() {
  std::vector<std::string> names;
  for (int i = 0; i < kStandings; ++i) names.emplace_back(name_of(Standing(i)));
  names.insert(names.end(), {"claimed", "any"});
  return names;
}

void add(StandingSet& set, StandingSet more) {
  for (int i = 0; i < kStandings; ++i) {
    if (more.has(Standing(i))) set.add(Standing(i));
  }
}

}  // namespace

RuleBuilder::RuleBuilder(TomlSource& source, Vocabulary& vocabulary,
                         std::vector<ListedPlugin> plugins, std::vector<std::string> criterion_ids)
    : source_(source),
      vocabulary_(vocabulary),
      plugins_(std::move(plugins)),
      criterion_ids_(std::move(criterion_ids)) {}

void RuleBuilder::begin(std::optional<std::size_t> criterion) {
  criterion_ = criterion;
  rule_ids_.clear();
}

StandingSet RuleBuilder::standing(TableReader& reader, StandingSet inherited) {
  StandingSet set;
  for (const auto* node : reader.strings("standing", true)) {
    const std::string& name = node->get();
    if (const std::optional<Standing> standing = standing_named(name)) {
      set.add(*standing);
    } else if (name == "any") {
      add(set, StandingSet::all());
    } else if (name == "claimed") {
      add(set, StandingSet::claimed());
    } else {
      reader.source().refuse(*node, "there is no standing `" + name + "`",
                             expected_name(name, standing_names()));
    }
  }
  return set.empty() ? inherited : set;
}

std::unique_ptr<Rule> RuleBuilder::operand(const toml::node& node, const RuleScope& scope,
                                           const toml::node** points) {
  if (scope.depth > kDeepest) {
    source_.refuse(node, "rules are nested too deep", "at most " + std::to_string(kDeepest));
    return nullptr;
  }
  if (const toml::table* table = node.as_table()) return table_rule(*table, scope, points);
  if (const toml::array* array = node.as_array()) return any_of(*array, scope);
  const auto* string = node.as_string();
  if (!string) {
    source_.refuse(node, "an operand cannot be " + std::string(type_name(node)),
                   std::string(kOperand));
    return nullptr;
  }
  if (is_blank(string->get())) {
    source_.refuse(node, "an operand is empty", "terms");
    return nullptr;
  }
  std::unique_ptr<Rule> rule = make_term_rule(terms({string}), scope.standing, string->get());
  if (rule) rule->set_name(scope.name);
  return rule;
}

std::unique_ptr<Rule> RuleBuilder::any_of(const toml::array& array, const RuleScope& scope) {
  if (array.empty()) {
    source_.refuse(array, "an operand is empty", "at least one operand in the array");
    return nullptr;
  }
  std::vector<std::unique_ptr<Rule>> rules;
  std::vector<const toml::value<std::string>*> strings;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const auto* string = array[i].as_string();
    if (string && !is_blank(string->get())) strings.push_back(string);
  }
  // Words alone are one rule, whose terms are found together.
  if (strings.size() == array.size()) {
    rules.push_back(make_term_rule(terms(strings), scope.standing, source_.written(array)));
  } else {
    for (std::size_t i = 0; i < array.size(); ++i) {
      if (auto rule = operand(array[i], scope.inside("[" + std::to_string(i) + "]"))) {
        rules.push_back(std::move(rule));
      }
    }
    if (rules.size() < array.size()) return nullptr;
  }
  std::unique_ptr<Rule> rule =
      rules.size() == 1 ? std::move(rules.front()) : make_any_rule(std::move(rules));
  if (rule) rule->set_name(scope.name);
  return rule;
}

std::vector<std::unique_ptr<Rule>> RuleBuilder::operands(TableReader& reader, std::string_view key,
                                                         const RuleScope& scope, std::size_t least,
                                                         Need need) {
  std::vector<std::unique_ptr<Rule>> rules;
  const toml::array* array = reader.array(key, "an array of operands", need);
  if (!array) return rules;
  if (array->size() < least) {
    source_.refuse(
        *array,
        array->empty() ? "`" + std::string(key) + "` is empty"
                       : "`" + std::string(key) + "` has too few operands",
        least == 1 ? "at least one operand" : "at least " + std::to_string(least) + " operands");
  }
  for (std::size_t i = 0; i < array->size(); ++i) {
    const std::string step = "." + std::string(key) + "[" + std::to_string(i) + "]";
    if (auto rule = operand((*array)[i], scope.inside(step))) rules.push_back(std::move(rule));
  }
  return rules;
}

std::unique_ptr<Rule> RuleBuilder::table_rule(const toml::table& table, const RuleScope& scope,
                                              const toml::node** points) {
  TableReader reader(source_, table, "this rule");
  RuleScope own = scope;
  own.standing = standing(reader, scope.standing);
  if (const std::optional<std::string> id = reader.id("id", Need::optional)) {
    const Place place = TomlSource::place_of(*table.get("id"));
    const auto [first, fresh] = rule_ids_.try_emplace(*id, place);
    if (!fresh) {
      source_.refuse(place, "`" + *id + "` is already the id of the rule in line " +
                                std::to_string(first->second.line));
    }
    own.name = *id;
  }
  if (points) {
    *points = reader.find("points");
  } else if (const toml::node* misplaced = reader.find("points")) {
    source_.refuse(*misplaced, "this rule cannot have points",
                   "points in a table that stands directly in a criterion's `any` or `each`");
  }
  const Kind* kind = kind_of(reader);
  if (!kind) return nullptr;
  const std::size_t before = source_.mistakes().size();
  std::unique_ptr<Rule> rule = build_rule(*kind, reader, own, *this);
  reader.finish();
  if (rule && reader.has("kind")) {
    rule->set_name(own.name);
    rule = make_checked_rule(std::move(rule), reader.text("kind").value_or(""));
  }
  if (rule) {
    rule->set_name(own.name);
  } else if (source_.mistakes().size() == before && !source_.is_full()) {
    source_.refuse(table, "the kind `" + std::string(kind->name) + "` made no rule of this");
  }
  return rule;
}

const Kind* RuleBuilder::kind_of(TableReader& reader) {
  if (const toml::node* node = reader.find("kind")) {
    return plugin_kind(reader, *node);
  }
  const Kind* found = nullptr;
  for (const Kind& kind : core_kinds()) {
    if (!reader.has(kind.name)) continue;
    if (found) {
      reader.refuse(kind.name,
                    "a rule has one kind, and this is both `" + std::string(found->name) +
                        "` and `" + std::string(kind.name) + "`",
                    "one of them; join two rules with `all`");
      return nullptr;
    }
    found = &kind;
  }
  if (found) return found;
  const std::vector<std::string> names = names_of(core_kinds());
  for (const auto& [key, value] : reader.table()) {
    const std::string near = nearest(key.str(), names);
    if (near.empty()) continue;
    source_.refuse(TomlSource::place_of(key),
                   "there is no kind of rule `" + std::string(key.str()) + "`", "`" + near + "`");
    return nullptr;
  }
  source_.refuse(reader.table(), "this rule has no kind",
                 one_of(names) + ", or `kind = \"plugin.name\"`");
  return nullptr;
}

const Kind* RuleBuilder::plugin_kind(TableReader& reader, const toml::node& node) {
  const std::optional<std::string> name = reader.text("kind");
  if (!name) return nullptr;
  const std::size_t dot = name->find('.');
  if (dot == name->npos) {
    const bool core = kind_named(core_kinds(), *name) != nullptr;
    source_.refuse(node, "`" + *name + "` is no kind of a plugin",
                   core ? "`" + *name + " = ...`, without `kind`" : "\"plugin.name\"");
    return nullptr;
  }
  const std::string plugin = name->substr(0, dot);
  const auto listed = std::find_if(plugins_.begin(), plugins_.end(),
                                   [&](const ListedPlugin& each) { return each.name == plugin; });
  if (listed == plugins_.end()) {
    std::vector<std::string> names;
    for (const ListedPlugin& each : plugins_) names.push_back(each.name);
    const std::string near = nearest(plugin, names);
    source_.refuse(node, "the plugin `" + plugin + "` is not among the rubric's `plugins`",
                   near.empty() ? "plugins = [\"" + plugin + "\"] at the top of the rubric"
                                : "`" + near + name->substr(dot) + "`");
    return nullptr;
  }
  if (!listed->loaded) return nullptr;
  const std::string rest = name->substr(dot + 1);
  const Kind* kind = kind_named(listed->kinds, rest);
  if (!kind) {
    source_.refuse(node, "the plugin `" + plugin + "` has no kind `" + rest + "`",
                   expected_name(rest, names_of(listed->kinds)));
  }
  return kind;
}

std::optional<std::uint32_t> RuleBuilder::criterion(const toml::value<std::string>& id) {
  const auto found = std::find(criterion_ids_.begin(), criterion_ids_.end(), id.get());
  if (found == criterion_ids_.end()) {
    source_.refuse(id, "there is no criterion `" + id.get() + "`",
                   expected_name_of(id.get(), criterion_ids_));
    return std::nullopt;
  }
  const std::size_t index = std::size_t(found - criterion_ids_.begin());
  if (criterion_) references_.push_back({*criterion_, index, TomlSource::place_of(id)});
  return std::uint32_t(index);
}

bool RuleBuilder::take_expression(const toml::node& node) {
  if (expressions_++ < kMostExpressions) return true;
  if (expressions_ == kMostExpressions + 1) {
    source_.refuse(node, "there are too many expressions",
                   "at most " + std::to_string(kMostExpressions) + " in a rubric");
  }
  return false;
}

}  // namespace assay
