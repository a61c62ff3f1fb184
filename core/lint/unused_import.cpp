// L502: a rubric lists a lexicon or a plugin of which it uses nothing.
#include <algorithm>
#include <set>

#include "lint/check.h"
#include "lint/mentions.h"
#include "lint/removal.h"

namespace assay {
namespace {

// The kinds of plugins that a part of the rubric asks for.
void add_kinds(const toml::node& node, std::set<std::string>& kinds) {
  if (const auto* array = node.as_array()) {
    for (const toml::node& element : *array) add_kinds(element, kinds);
  } else if (const auto* table = node.as_table()) {
    for (const auto& [key, value] : *table) {
      if (key.str() == "kind") kinds.insert(value.value_or(std::string()));
      add_kinds(value, kinds);
    }
  }
}

void report(const LintFile& file, const toml::array& names, const toml::node& name,
            const char* what, LintSink& sink) {
  LintFinding& finding = sink.add(file, name,
                                  "the rubric uses nothing of the " + std::string(what) + " " +
                                      code_of(name.value_or(std::string())),
                                  "leave it out");
  finding.fix = names.size() == 1 ? without_entry(file, names) : without_value(file, name);
}

void find_unused_imports(const LintRubric& rubric, LintSink& sink) {
  std::set<std::string> concepts;
  std::set<std::string> kinds;
  add_mentions(rubric.root(), concepts);
  add_kinds(rubric.root(), kinds);
  const auto names_of = [&](const char* key) {
    const toml::node* node = rubric.root().get(key);
    return node ? node->as_array() : nullptr;
  };
  if (const toml::array* names = names_of("lexicons")) {
    for (std::size_t i = 0; i < names->size(); ++i) {
      const auto& lists = rubric.lexicons[i]->lists;
      const bool used = std::any_of(lists.begin(), lists.end(), [&](const TermList& list) {
        return concepts.count(list.name) > 0;
      });
      if (!used) report(rubric.file, *names, (*names)[i], "lexicon", sink);
    }
  }
  if (const toml::array* names = names_of("plugins")) {
    for (const toml::node& name : *names) {
      const std::string prefix = name.value_or(std::string()) + ".";
      const auto first = kinds.lower_bound(prefix);
      const bool used = first != kinds.end() && first->starts_with(prefix);
      if (!used) report(rubric.file, *names, name, "plugin", sink);
    }
  }
}

void find_unused_imports(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) find_unused_imports(rubric, sink);
}

}  // namespace

const LintCheck kUnusedImport{"L502", "unused-import",
                              "A rubric lists a lexicon or a plugin of which it uses nothing",
                              find_unused_imports};

}  // namespace assay
