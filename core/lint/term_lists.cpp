#include <algorithm>

#include "lint/subject.h"

namespace assay {
namespace {

using Use = TermList::Use;

class Collector {
 public:
  explicit Collector(std::vector<TermList>& lists) : lists_(lists) {}

  void name(std::string name) { name_ = std::move(name); }

  // The strings of `node`, itself or an array, as one list; what else an array holds is passed
  // over.
  void list(const toml::node* node, Use use) {
    if (!node) return;
    TermList list{use, name_, node, {}};
    take(*node, list);
    if (const toml::array* array = node->as_array()) {
      for (const toml::node& element : *array) take(element, list);
    }
    if (!list.terms.empty()) lists_.push_back(std::move(list));
  }

  // Members of an array are any of each other.
  void operand(const toml::node* node) {
    if (!node) return;
    if (const toml::table* table = node->as_table()) return rule(*table);
    list(node, Use::operand);
    if (const toml::array* array = node->as_array()) {
      for (const toml::node& element : *array) {
        if (!element.is_string()) operand(&element);
      }
    }
  }

  void operands(const toml::node* node) {
    const toml::array* array = node ? node->as_array() : nullptr;
    if (!array) return;
    for (const toml::node& element : *array) operand(&element);
  }

 private:
  void rule(const toml::table& table) {
    operand(table.get("any"));
    const OperandKeys keys = operand_keys(table);
    for (const std::string_view key : keys.arrays) {
      if (key != "any") operands(table.get(key));
    }
    for (const std::string_view key : keys.singles) operand(table.get(key));
    for (const std::string_view key : keys.terms) {
      list(table.get(key), key == "number"   ? Use::unit
                           : key == "titled" ? Use::title
                                             : Use::operand);
    }
  }

  void take(const toml::node& node, TermList& list) const {
    const auto* string = node.as_string();
    if (!string) return;
    std::vector<PatternError> errors;
    if (auto pattern = parse_pattern(string->get(), errors)) {
      list.terms.push_back({string, std::move(*pattern)});
    }
  }

  std::vector<TermList>& lists_;
  std::string name_;
};

void add_concepts(const toml::table& root, std::vector<TermList>& lists) {
  const toml::node* node = root.get("concepts");
  const toml::table* concepts = node ? node->as_table() : nullptr;
  if (!concepts) return;
  const std::size_t before = lists.size();
  Collector collector(lists);
  for (const auto& [key, value] : *concepts) {
    collector.name(std::string(key.str()));
    collector.list(&value, Use::concept_named);
  }
  const auto place = [](const TermList& list) {
    const Place at = TomlSource::place_of(*list.node);
    return std::pair(at.line, at.column);
  };
  std::sort(lists.begin() + std::ptrdiff_t(before), lists.end(),
            [&](const TermList& a, const TermList& b) { return place(a) < place(b); });
}

}  // namespace

OperandKeys operand_keys(const toml::table& rule) {
  if (rule.contains("kind")) return {};
  OperandKeys keys;
  for (const char* key : {"any", "all", "near", "order", "before", "of"}) {
    if (rule.contains(key)) keys.arrays.push_back(key);
  }
  for (const char* key : {"count", "not", "find", "without"}) {
    if (rule.contains(key)) keys.singles.push_back(key);
  }
  for (const char* key : {"terms", "number", "titled"}) {
    if (rule.contains(key)) keys.terms.push_back(key);
  }
  return keys;
}

std::vector<TermList> lists_of_rubric(const toml::table& root) {
  std::vector<TermList> lists;
  add_concepts(root, lists);
  Collector collector(lists);
  for (const char* kind : {"criterion", "flaw"}) {
    const toml::node* node = root.get(kind);
    const toml::array* entries = node ? node->as_array() : nullptr;
    if (!entries) continue;
    for (const toml::node& entry : *entries) {
      const toml::table* table = entry.as_table();
      if (!table) continue;
      collector.name((*table)["id"].value_or(std::string()));
      collector.operand(table->get("any"));
      for (const char* key : {"all", "each", "none"}) collector.operands(table->get(key));
    }
  }
  if (const toml::node* about = root.get("about"); about && about->is_table()) {
    collector.name({});
    collector.list(about->as_table()->get("terms"), Use::about);
  }
  return lists;
}

std::vector<TermList> lists_of_lexicon(const toml::table& root) {
  std::vector<TermList> lists;
  add_concepts(root, lists);
  return lists;
}

}  // namespace assay
