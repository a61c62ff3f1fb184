// Values of a rubric's TOML to Rules: which kind a table names, which standing it accepts, what
// the rule is called.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assay/kind.h"
#include "rubric/table_reader.h"
#include "rubric/vocabulary.h"

namespace assay {

// Where a rule stands: what it is called if its author says nothing, the standings it inherits, how
// many rules stand around it.
struct RuleScope {
  std::string name;
  StandingSet standing = StandingSet::claimed();
  std::uint32_t depth = 0;

  RuleScope inside(const std::string& step) const { return {name + step, standing, depth + 1}; }
};

// The kinds of one plugin that the rubric lists.
struct ListedPlugin {
  std::string name;
  std::span<const Kind> kinds;
  bool loaded;
};

// `met = "to"` in the criterion `from`.
struct MetReference {
  std::size_t from;
  std::size_t to;
  Place place;
};

class RuleBuilder {
 public:
  RuleBuilder(TomlSource& source, Vocabulary& vocabulary, std::vector<ListedPlugin> plugins,
              std::vector<std::string> criterion_ids);

  // Rules' own ids are unique between two calls. `criterion`: its index; none for a flaw.
  void begin(std::optional<std::size_t> criterion);

  // Null where it was refused. `points`: where the rule's table may say what it is worth, and
  // receives it; null where it may not.
  std::unique_ptr<Rule> operand(const toml::node& node, const RuleScope& scope,
                                const toml::node** points = nullptr);
  // An array of at least `least` operands; those that were refused are left out.
  std::vector<std::unique_ptr<Rule>> operands(TableReader& reader, std::string_view key,
                                              const RuleScope& scope, std::size_t least, Need need);
  // The standings that a table's `standing` names, else `inherited`.
  static StandingSet standing(TableReader& reader, StandingSet inherited);

  // What the kinds' arguments come down to.
  TermSet terms(const std::vector<const toml::value<std::string>*>& patterns) {
    return vocabulary_.add(patterns);
  }
  // The sets of all terms so far, in the order they were read.
  const std::vector<TermSet>& term_sets() const { return vocabulary_.added(); }
  std::optional<std::uint32_t> criterion(const toml::value<std::string>& id);
  // Whether the rubric may have one more regular expression; refuses it at `node` if not.
  bool take_expression(const toml::node& node);

  const std::vector<MetReference>& references() const { return references_; }

 private:
  std::unique_ptr<Rule> any_of(const toml::array& array, const RuleScope& scope);
  std::unique_ptr<Rule> table_rule(const toml::table& table, const RuleScope& scope,
                                   const toml::node** points);
  const Kind* kind_of(TableReader& reader);
  const Kind* plugin_kind(TableReader& reader, const toml::node& node);

  TomlSource& source_;
  Vocabulary& vocabulary_;
  std::vector<ListedPlugin> plugins_;
  std::vector<std::string> criterion_ids_;
  std::optional<std::size_t> criterion_;
  std::map<std::string, Place> rule_ids_;
  std::vector<MetReference> references_;
  std::size_t expressions_ = 0;
};

// Calls the kind with the table's keys as its arguments. Null where something was refused.
std::unique_ptr<Rule> build_rule(const Kind& kind, TableReader& reader, const RuleScope& scope,
                                 RuleBuilder& builder);

}  // namespace assay
