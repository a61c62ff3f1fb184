// Concepts, and the files that share them among rubrics. A lexicon stands by itself: its concepts
// refer to each other only, so it is read and checked once for all rubrics that use it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "rubric/table_reader.h"
#include "rules/term_table.h"

namespace assay {

inline constexpr std::size_t kDeepestConcept = 32;

// A concept's patterns as terms have them, parsed when first asked for. Thread-safe.
class ConceptPatterns {
 public:
  std::shared_ptr<const ParsedPatterns> of(
      const std::vector<const toml::value<std::string>*>& patterns);

 private:
  std::mutex mutex_;
  std::shared_ptr<const ParsedPatterns> parsed_;
};

// Nodes point into the source that the concept was read from.
struct Concept {
  std::string name;
  Place place;
  std::vector<const toml::value<std::string>*> patterns;
  bool sound;  // nothing of it was refused
  std::shared_ptr<ConceptPatterns> parsed;
};

// The concepts of a [concepts] table, in the order of their places. Refused: names that are no ids,
// and patterns that are none. References to other concepts are not looked at.
std::vector<Concept> read_concepts(TomlSource& source, const toml::table& table);

// Refuses the cycles among `concepts`, each spelt out where its first concept stands; where there
// are none, concepts that lead to concepts through more than kDeepestConcept others.
void refuse_concept_cycles(TomlSource& source, const std::vector<Concept>& concepts);

// Refuses, in every pattern of `concepts`, what it refers to that `defined` has not. `expected`:
// instead, where no name is near.
void refuse_undefined(TomlSource& source, const std::vector<Concept>& concepts,
                      const std::vector<std::string>& defined, std::string_view expected);
// The same for one pattern. REQUIRES: `defined` is sorted.
void refuse_undefined(TomlSource& source, const toml::value<std::string>& pattern,
                      const std::vector<std::string>& defined, std::string_view expected);

// Refuses what is wrong with a pattern, at its places in the file.
void refuse_pattern(TomlSource& source, const toml::value<std::string>& pattern,
                    const std::vector<PatternError>& errors);
// The concepts that a sound pattern refers to; none where the pattern is wrong.
std::vector<std::string> references_in(const std::string& pattern);
// Every name that stands behind an @ in a text, be the text a sound pattern or not.
ASSAY_SDK std::vector<std::string> mentioned_concepts(std::string_view text);

struct Lexicon {
  std::unique_ptr<TomlSource> source;  // null where the file cannot be read
  std::vector<Concept> concepts;
  Diagnostics mistakes;
  std::uint64_t digest = 0;  // of the file's bytes
};

// Never null; what was wrong stands in Lexicon::mistakes.
std::shared_ptr<const Lexicon> read_lexicon(const std::filesystem::path& path);

}  // namespace assay
