// All the words of one rubric: its terms, its own concepts and those of its lexicons, brought
// together in one TermTable.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rubric/lexicons.h"
#include "rubric/load.h"
#include "rules/term_table.h"

namespace assay {

class Vocabulary {
 public:
  explicit Vocabulary(TomlSource& rubric) : rubric_(rubric) {}

  // Takes in the lexicons named; refuses those that cannot be found, and concepts that two of them
  // define.
  void use_lexicons(const std::vector<const toml::value<std::string>*>& names,
                    const LoadEnvironment& environment);
  // Takes in the rubric's own concepts. REQUIRES: after use_lexicons().
  void define(const toml::table& concepts);

  // The set of terms that are any of the patterns; refuses those that are none.
  TermSet add(const std::vector<const toml::value<std::string>*>& patterns);
  // The sets that add() has returned, in order.
  const std::vector<TermSet>& added() const { return added_; }

  // Refuses what is undefined, and own concepts that no rule leads to. Where the rubric held other
  // mistakes a concept counts as used wherever it is mentioned.
  void check();
  // REQUIRES: check() and everything before it refused nothing. Once.
  std::shared_ptr<const TermTable> build();

  // Of the lexicons used, each file's once.
  const Diagnostics& lexicon_mistakes() const { return lexicon_mistakes_; }
  // `digest` carried on over the lexicons' bytes, in their order.
  std::uint64_t digest(std::uint64_t digest) const;

 private:
  struct Entry {
    const Concept* concept_read;
    std::string lexicon;  // its name; empty for the rubric's own
  };

  // The concepts that terms lead to; found when all terms are there.
  const std::set<std::string>& reachable();
  void mention(const toml::node& node, std::set<std::string>& names) const;

  TomlSource& rubric_;
  TermTableBuilder builder_;
  std::map<std::vector<std::string>, TermSet> sets_;
  std::vector<TermSet> added_;
  std::vector<const toml::value<std::string>*> used_patterns_;
  std::vector<std::shared_ptr<const Lexicon>> lexicons_;
  std::vector<Concept> own_;
  std::map<std::string, Entry, std::less<>> concepts_;
  std::optional<std::set<std::string>> reachable_;
  Diagnostics lexicon_mistakes_;
  bool complete_ = true;  // every lexicon could be read
};

}  // namespace assay
