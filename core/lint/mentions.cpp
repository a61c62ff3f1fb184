#include "lint/mentions.h"

#include "rubric/lexicons.h"

namespace assay {

void add_mentions(const toml::node& node, std::set<std::string>& names) {
  if (const auto* string = node.as_string()) {
    for (std::string& name : mentioned_concepts(string->get())) names.insert(std::move(name));
  } else if (const auto* array = node.as_array()) {
    for (const toml::node& element : *array) add_mentions(element, names);
  } else if (const auto* table = node.as_table()) {
    for (const auto& [key, value] : *table) add_mentions(value, names);
  }
}

}  // namespace assay
