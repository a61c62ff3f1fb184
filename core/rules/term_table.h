// All terms of a rubric, compiled together so that one pass over an answer's tokens finds every
// occurrence of every term. The pattern language is documented in rubrics/README.md ("Terms").
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assay/document.h"
#include "assay/export.h"
#include "assay/rule.h"
#include "rules/pattern.h"

namespace assay {

struct CompiledTerms;
struct ParsedPatterns;

// The most occurrences of one set that are found in a document: the first so many, in order.
inline constexpr std::size_t kMostOccurrences = 4096;

// Immutable once built; shared by all threads.
class ASSAY_SDK TermTable {
 public:
  ~TermTable();
  std::size_t size() const;
  // The patterns of a set as their author wrote them.
  std::span<const std::string> patterns(TermSet set) const;

 private:
  friend class TermTableBuilder;
  friend class TermMatcher;
  explicit TermTable(std::unique_ptr<const CompiledTerms> compiled);
  std::unique_ptr<const CompiledTerms> compiled_;
};

class ASSAY_SDK TermTableBuilder {
 public:
  TermTableBuilder();
  ~TermTableBuilder();

  // A new, empty set. Sets may refer to each other by name ("@merge") once name() was called, in
  // any order; the loader refuses cycles before build().
  TermSet add_set();
  void name(TermSet set, std::string_view concept_name);
  // Adds a pattern; appends what is wrong with it, if anything, and then adds nothing.
  void add_pattern(TermSet set, std::string_view pattern, std::vector<PatternError>& errors);
  // Patterns parsed once, for the sets of many tables.
  // REQUIRES: nothing is wrong with them.
  static std::shared_ptr<const ParsedPatterns> parse(std::vector<std::string> patterns);
  // REQUIRES: the set is empty.
  void add_patterns(TermSet set, std::shared_ptr<const ParsedPatterns> patterns);
  // Appends what is wrong with a pattern, if anything.
  static void check_pattern(std::string_view pattern, std::vector<PatternError>& errors);
  // The concepts a pattern refers to, in order; for finding undefined ones and cycles. None where
  // the pattern is wrong.
  static std::vector<std::string> concepts_in(std::string_view pattern);

  // The same table for all who ask for the same sets while one of them has it.
  // REQUIRES: every concept referred to was named, without cycles. The builder is spent.
  std::shared_ptr<const TermTable> build();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Finds a table's terms in documents; keeps scratch and a cache by word, so one per thread and
// table. What it finds does not depend on what it was used for before.
class ASSAY_SDK TermMatcher {
 public:
  explicit TermMatcher(std::shared_ptr<const TermTable> table);
  ~TermMatcher();
  TermMatcher(TermMatcher&&) noexcept;

  // Starts on a document. REQUIRES: `document` outlives the next start().
  void start(const Document& document);
  // Every occurrence of the set in the document started on; ordered, without repeats; valid until
  // the next start(). Computed on the first call for a set.
  std::span<const TokenRange> find(TermSet set);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace assay
