#include "lint/excised_rubric.h"

#include <algorithm>
#include <set>

#include "lint/mentions.h"
#include "lint/removal.h"

namespace assay {
namespace {

constexpr std::string_view kSomeCriterion =
    "[[criterion]]\nid = \"none\"\nsays = \"none\"\nany = [\"none\"]\n";

// Keys that stand before any header, and [about].
std::string head_of(const LintFile& file) {
  std::string head;
  bool wanted = true;
  const std::string_view bytes = file.text.bytes();
  for (const TomlLine& line : file.syntax.lines) {
    if (line.type == TomlLine::Type::header) {
      wanted = bytes.substr(line.key_begin, line.key_end - line.key_begin) == "about";
    }
    if (wanted) head += bytes.substr(line.begin, line.end - line.begin);
  }
  return head + "\n";
}

// The rubric's own concepts that `text` leads to, as a table of them.
std::string concepts_for(const LintRubric& rubric, const std::string& text) {
  Diagnostics mistakes;
  const auto source = TomlSource::parse(text, "part.toml", mistakes);
  if (!source) return {};
  std::set<std::string> names;
  add_mentions(source->root(), names);
  std::string concepts;
  std::set<std::string> taken;
  for (bool more = true; more;) {
    more = false;
    for (const TermList& list : rubric.lists) {
      if (list.use != TermList::Use::concept_named || names.count(list.name) == 0 ||
          !taken.insert(list.name).second) {
        continue;
      }
      const TomlLine* line = line_at(rubric.file.syntax, rubric.file.offset_of(*list.node));
      concepts += rubric.file.text.bytes().substr(line->begin, line->end - line->begin);
      add_mentions(*list.node, names);
      more = true;
    }
  }
  return concepts.empty() ? concepts : "[concepts]\n" + concepts;
}

}  // namespace

std::shared_ptr<const Rubric> excised(const LintRubric& rubric, const LoadEnvironment& environment,
                                      const std::vector<const toml::table*>& entries,
                                      const std::vector<Edit>& edits) {
  std::string criteria;
  std::string flaws;
  for (const toml::table* entry : entries) {
    const Edit section = section_of(rubric.file, *entry);
    if (section.begin == section.end) return nullptr;
    std::vector<std::vector<Edit>> inside(1);
    for (Edit edit : edits) {
      if (edit.begin < section.begin || edit.end > section.end) continue;
      edit.begin -= section.begin;
      edit.end -= section.begin;
      inside[0].push_back(std::move(edit));
    }
    std::size_t made = 0;
    const std::string text = edited(
        rubric.file.text.bytes().substr(section.begin, section.end - section.begin), inside, made);
    (text.starts_with("[[flaw]]") ? flaws : criteria) += text + "\n";
  }
  if (criteria.empty()) criteria = kSomeCriterion;
  const std::string head = head_of(rubric.file);
  const std::string concepts = concepts_for(rubric, head + criteria + flaws);
  Diagnostics mistakes;
  return parse_rubric(head + concepts + criteria + flaws, rubric.file.text.path(), environment,
                      mistakes);
}

}  // namespace assay
