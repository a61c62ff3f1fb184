#include "rules/term_table.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>

#include "rules/compiled_terms.h"
#include "rules/kept_once.h"
#include "rules/pattern_checks.h"

namespace assay {

TermTable::TermTable(std::unique_ptr<const CompiledTerms> compiled)
    : compiled_(std::move(compiled)) {}
TermTable::~TermTable() = default;

std::size_t TermTable::size() const { return compiled_->sets.size(); }

std::span<const std::string> TermTable::patterns(TermSet set) const {
  return *compiled_->sets[std::size_t(set)].patterns;
}

namespace {

const std::vector<std::string>& written(const TermSetDraft& set) {
  return set.shared ? *set.shared->written : set.patterns;
}

}  // namespace

struct TermTableBuilder::State {
  std::vector<TermSetDraft> sets;
  std::unordered_map<std::string, std::uint32_t> concepts;

  // Set by set, each behind its number.
  std::string listed_concepts() const {
    std::vector<std::pair<std::uint32_t, std::string_view>> sorted;
    for (const auto& [name, set] : concepts) sorted.emplace_back(set, name);
    std::sort(sorted.begin(), sorted.end());
    std::string list;
    for (const auto& [set, name] : sorted) {
      list += std::to_string(set) + " ";
      list += name;
      list += '\n';
    }
    return list;
  }

  std::uint64_t hash(const std::string& listed) const {
    const std::hash<std::string> hash_of;
    std::uint64_t sum = hash_of(listed);
    for (const TermSetDraft& set : sets) {
      for (const std::string& pattern : written(set)) sum = sum * 31 + hash_of(pattern);
      sum = sum * 31 + 1;
    }
    return sum;
  }

  // Whether `table` is what these sets are compiled to.
  bool is_of(const CompiledTerms& table, const std::string& listed) const {
    return table.concepts == listed &&
           std::equal(sets.begin(), sets.end(), table.sets.begin(), table.sets.end(),
                      [](const TermSetDraft& set, const CompiledTerms::Set& compiled) {
                        return &written(set) == compiled.patterns.get() ||
                               written(set) == *compiled.patterns;
                      });
  }
};

TermTableBuilder::TermTableBuilder() : state_(std::make_unique<State>()) {}
TermTableBuilder::~TermTableBuilder() = default;

TermSet TermTableBuilder::add_set() {
  state_->sets.emplace_back();
  return TermSet(state_->sets.size() - 1);
}

void TermTableBuilder::name(TermSet set, std::string_view concept_name) {
  state_->concepts[std::string(concept_name)] = std::uint32_t(set);
}

void TermTableBuilder::add_pattern(TermSet set, std::string_view pattern,
                                   std::vector<PatternError>& errors) {
  std::optional<PatternSequence> parsed = parse_pattern(pattern, errors);
  if (!parsed) return;
  TermSetDraft& draft = state_->sets[std::size_t(set)];
  draft.patterns.emplace_back(pattern);
  draft.parsed.push_back(std::move(*parsed));
}

std::shared_ptr<const ParsedPatterns> TermTableBuilder::parse(std::vector<std::string> patterns) {
  auto all = std::make_shared<ParsedPatterns>();
  std::vector<PatternError> ignored;
  for (const std::string& pattern : patterns) {
    all->parsed.push_back(parse_pattern(pattern, ignored).value_or(PatternSequence()));
  }
  all->written = std::make_shared<const std::vector<std::string>>(std::move(patterns));
  return all;
}

void TermTableBuilder::add_patterns(TermSet set, std::shared_ptr<const ParsedPatterns> patterns) {
  state_->sets[std::size_t(set)].shared = std::move(patterns);
}

void TermTableBuilder::check_pattern(std::string_view pattern, std::vector<PatternError>& errors) {
  if (!is_surely_right(pattern)) find_mistakes(pattern, errors);
}

std::vector<std::string> TermTableBuilder::concepts_in(std::string_view pattern) {
  if (is_surely_right(pattern)) return concepts_scanned(pattern);
  std::vector<PatternError> errors;
  const std::optional<PatternSequence> parsed = parse_pattern(pattern, errors);
  return parsed ? assay::concepts_in(*parsed) : std::vector<std::string>();
}

// Rubrics that differ in points, hints and the like only have the same terms.
std::shared_ptr<const TermTable> TermTableBuilder::build() {
  static auto& kept = *new KeptOnce<TermTable>;
  const std::string concepts = state_->listed_concepts();
  return kept.get(
      state_->hash(concepts),
      [&](const TermTable& table) { return state_->is_of(*table.compiled_, concepts); },
      [&] {
        CompiledTerms compiled = compile_terms(std::move(state_->sets), state_->concepts);
        compiled.concepts = concepts;
        return std::shared_ptr<const TermTable>(
            new TermTable(std::make_unique<const CompiledTerms>(std::move(compiled))));
      });
}

}  // namespace assay
