#include "lint/mutants.h"

#include <algorithm>

#include "lint/removal.h"

namespace assay {
namespace {

constexpr const char* kLess = "add an example that only this decides, or leave it out";

class Mutator {
 public:
  Mutator(const LintFile& file, std::vector<Mutant>& mutants) : file_(file), mutants_(mutants) {}

  void entry(const toml::table& table) {
    for (const char* key : {"any", "all", "each", "none"}) {
      const toml::node* node = table.get(key);
      const toml::array* array = node ? node->as_array() : nullptr;
      if (!array) continue;
      leave_out_each(*array, 1);
      if (array->size() == 1 && std::string_view(key) == "none") {
        add(*array, "without `none`", "add an example that this blocks, or leave it out",
            without_entry(file_, *array));
      }
      for (const toml::node& element : *array) operand(element);
    }
    take_away(table, "standing");
  }

 private:
  void operand(const toml::node& node) {
    if (const toml::array* array = node.as_array()) {
      if (!is_words(*array)) leave_out_each(*array, 1);
      for (const toml::node& element : *array) operand(element);
    } else if (const toml::table* table = node.as_table()) {
      rule(*table);
    }
  }

  void rule(const toml::table& table) {
    const OperandKeys keys = operand_keys(table);
    for (const std::string_view key : keys.arrays) {
      const toml::array* array = table.get(key)->as_array();
      if (!array) continue;
      const bool joins = key == "near" || key == "order" || key == "before";
      leave_out_each(*array, key == "of" ? least_of(table) : joins ? 2 : 1);
      for (const toml::node& element : *array) operand(element);
    }
    for (const std::string_view key : keys.singles) {
      if (const toml::node* node = table.get(key)) operand(*node);
    }
    apart(table, "near");
    apart(table, "order");
    for (const char* key : {"without", "ordered", "distinct", "standing"}) take_away(table, key);
    if (table.contains("number")) {
      take_away(table, "least");
      take_away(table, "most");
    }
    if (const toml::node* least = table.get("at-least"); least && least->value_or(0) > 1) {
      const std::size_t begin = file_.offset_of(*least);
      const TomlValue* value = value_at(file_.syntax, begin);
      add(*least, "with 1 here", kLess, {{begin, value ? value->end : begin, "1"}});
    }
  }

  // Words alone, which are one rule.
  static bool is_words(const toml::array& array) {
    return std::all_of(array.begin(), array.end(),
                       [](const toml::node& element) { return element.is_string(); });
  }

  static std::size_t least_of(const toml::table& table) {
    const auto least = table["at-least"].value<std::int64_t>();
    return least && *least > 0 ? std::size_t(*least) : 1;
  }

  // Each element, where as many as are needed stay.
  void leave_out_each(const toml::array& array, std::size_t needed) {
    if (array.size() <= needed) return;
    for (const toml::node& element : array) {
      add(element, "without this rule", kLess, without_value(file_, element), true);
    }
  }

  void take_away(const toml::table& table, const char* key) {
    const toml::node* node = table.get(key);
    if (!node) return;
    add(*node, "without `" + std::string(key) + "`", kLess, without_entry(file_, *node));
  }

  // All of it anywhere, for all of it together.
  void apart(const toml::table& table, const char* key) {
    const toml::node* node = table.get(key);
    if (!node) return;
    const Edit at = key_of(file_, *node);
    if (at.begin == at.end) return;
    std::vector<Edit> edits =
        without_entries(file_, {table.get("within"), table.get("ordered"), table.get("without")});
    edits.push_back({at.begin, at.end, "all"});
    add(*node, "with `all` for `" + std::string(key) + "`",
        "add an example that has all of it in places that do not count, or say `all`",
        std::move(edits));
  }

  void add(const toml::node& at, std::string changed, std::string advice, std::vector<Edit> edits,
           bool leaves_out = false) {
    if (edits.empty()) return;
    mutants_.push_back({&at, std::move(changed), std::move(advice), std::move(edits), leaves_out});
  }

  const LintFile& file_;
  std::vector<Mutant>& mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const LintFile& file, const toml::table& entry) {
  std::vector<Mutant> mutants;
  Mutator(file, mutants).entry(entry);
  return mutants;
}

}  // namespace assay
