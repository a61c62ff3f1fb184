// What is linted: rubrics and lexicons, each as its file is written and as it was understood.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grading/byte_source.h"
#include "lint/finding.h"
#include "lint/toml_syntax.h"
#include "rubric/load.h"
#include "rubric/rubric.h"
#include "rubric/toml_source.h"
#include "rules/pattern.h"

namespace assay {

// A file that could be read as TOML.
struct LintFile {
  SourceText text;
  std::unique_ptr<TomlSource> source;
  TomlSyntax syntax;

  std::size_t offset_of(const toml::node& node) const {
    return text.offset_of(TomlSource::place_of(node));
  }
  // The byte that stands for byte `offset` of a string's value.
  std::size_t offset_in(const toml::node& string, std::size_t offset) const {
    return text.offset_of(source->place_in(string, offset));
  }
};

struct LintTerm {
  const toml::value<std::string>* node;
  PatternSequence pattern;
};

// Terms any of which will do.
struct TermList {
  enum class Use {
    concept_named,  // of [concepts]
    operand,        // of a rule
    unit,           // of `number`
    title,          // of `titled`
    about,          // of [about]
  };
  Use use;
  std::string name;        // of the concept; else of the criterion or flaw; empty for [about]
  const toml::node* node;  // the string or array
  std::vector<LintTerm> terms;
};

struct LintLexicon {
  std::string name;
  LintFile file;
  std::vector<TermList> lists;
  bool asked = false;  // its own findings are wanted
};

struct LintRubric {
  LintFile file;
  std::shared_ptr<const Rubric> rubric;
  std::vector<TermList> lists;
  std::vector<const LintLexicon*> lexicons;  // as it lists them

  // The terms of a concept, its own or a lexicon's; null where there is none.
  const TermList* concept_named(std::string_view name) const;
  const toml::table& root() const { return file.source->root(); }
  // The tables of its criteria, or of its flaws, in the order of Rubric::criteria and ::flaws.
  std::vector<const toml::table*> tables(std::string_view key) const;
};

struct LintBank {
  std::vector<LintRubric> rubrics;
  std::vector<std::unique_ptr<LintLexicon>> lexicons;
  bool whole = false;              // all rubrics that use these lexicons are here
  bool mutate = false;             // rules may be changed to see whether an example notices
  const StopFlag* stop = nullptr;  // leaves the rest of the checks out; may be null
  LoadEnvironment environment;

  bool stopped() const { return stop && stop->load(std::memory_order_relaxed); }
  // Every list of terms whose findings are wanted: its file, its concepts' home, and the list.
  void for_each_list(const std::function<void(const LintFile&, const LintRubric*,
                                              const LintLexicon*, const TermList&)>& visit) const;
};

// Reads and loads a rubric with the lexicons it lists, which are added to the bank once each. False
// where it is refused; then `mistakes` says why.
bool add_rubric(LintBank& bank, const std::filesystem::path& path, Diagnostics& mistakes);
bool add_rubric(LintBank& bank, std::string toml, const std::filesystem::path& path,
                Diagnostics& mistakes);
// The same for a lexicon whose own findings are wanted.
bool add_lexicon(LintBank& bank, const std::filesystem::path& path, Diagnostics& mistakes);

// The terms of one concept or rule found in a file.
std::vector<TermList> lists_of_rubric(const toml::table& root);
std::vector<TermList> lists_of_lexicon(const toml::table& root);

// Operands of a rule's table of a kind of the core, by their keys: arrays of operands, and single
// ones. None for a plugin's.
struct OperandKeys {
  std::vector<std::string_view> arrays;
  std::vector<std::string_view> singles;
  std::vector<std::string_view> terms;
};
OperandKeys operand_keys(const toml::table& rule);

}  // namespace assay
