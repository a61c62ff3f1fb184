#include "lint/expressions.h"

namespace assay {
namespace {

void walk(const LintFile& file, const toml::node& node, const VisitExpression& visit) {
  if (const toml::array* array = node.as_array()) {
    for (const toml::node& element : *array) walk(file, element, visit);
  } else if (const toml::table* table = node.as_table()) {
    for (const auto& [key, value] : *table) {
      if (key.str() == "regex" && value.is_string()) {
        visit(file, *value.as_string());
      } else {
        walk(file, value, visit);
      }
    }
  }
}

}  // namespace

void for_each_expression(const LintBank& bank, const VisitExpression& visit) {
  for (const LintRubric& rubric : bank.rubrics) walk(rubric.file, rubric.root(), visit);
}

std::size_t end_of_class(std::string_view expression, std::size_t at) {
  std::size_t i = at + 1;
  if (i < expression.size() && expression[i] == '^') ++i;
  if (i < expression.size() && expression[i] == ']') ++i;
  for (; i < expression.size() && expression[i] != ']'; ++i) {
    if (expression[i] == '\\') {
      ++i;
    } else if (expression.substr(i, 2) == "[:") {
      i = std::min(expression.find(":]", i), expression.size() - 1) + 1;
    }
  }
  return std::min(i + 1, expression.size());
}

}  // namespace assay
