#include "rules/term_table.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "rules/compiled_terms.h"

namespace assay {

TermTable::TermTable(std::unique_ptr<const CompiledTerms> compiled)
    : compiled_(std::move(compiled)) {}
TermTable::~TermTable() = default;

std::size_t TermTable::size() const { return compiled_->sets.size(); }

std::span<const std::string> TermTable::patterns(TermSet set) const {
  return compiled_->sets[std::size_t(set)].patterns;
}

struct TermTableBuilder::State {
  std::vector<TermSetDraft> sets;
  std::unordered_map<std::string, std::uint32_t> concepts;
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

void TermTableBuilder::check_pattern(std::string_view pattern, std::vector<PatternError>& errors) {
  // Words and blanks alone, and not too many, are seen to be right without parsing them.
  const bool plain = !pattern.empty() && pattern.size() <= kLongestOccurrence &&
                     pattern.front() != ' ' &&
                     std::all_of(pattern.begin(), pattern.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
  if (!plain) find_mistakes(pattern, errors);
}

std::vector<std::string> TermTableBuilder::concepts_in(std::string_view pattern) {
  std::vector<PatternError> errors;
  const std::optional<PatternSequence> parsed = parse_pattern(pattern, errors);
  return parsed ? assay::concepts_in(*parsed) : std::vector<std::string>();
}

std::shared_ptr<const TermTable> TermTableBuilder::build() {
  auto compiled = std::make_unique<const CompiledTerms>(
      compile_terms(std::move(state_->sets), state_->concepts));
  return std::shared_ptr<const TermTable>(new TermTable(std::move(compiled)));
}

}  // namespace assay
