// A kind of rule: how the table an author wrote in a rubric becomes a Rule. Core kinds and plugins'
// kinds are the same thing; a plugin's kinds are written `kind = "plugin.name"` in a rubric, a core
// kind is recognised by the key that bears its name.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "assay/rule.h"
#include "assay/standing.h"

namespace re2 {
class RE2;
}

namespace assay {

// The keys of one rule's table, read by the kind that builds it. Reading a key marks it as known;
// whatever no one has read when the kind returns is refused as an unknown key. A value of the wrong
// type or out of bounds is refused at its line and column and a harmless value is returned instead,
// so a kind never has to stop: it reads everything, so that all mistakes are told at once.
class ASSAY_SDK Arguments {
 public:
  virtual ~Arguments();

  virtual bool has(std::string_view key) const = 0;

  // Each is refused where the key is absent and no fallback is given.
  virtual std::string text(std::string_view key, std::optional<std::string> fallback = {}) = 0;
  virtual std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most,
                               std::optional<std::int64_t> fallback = {}) = 0;
  virtual double number(std::string_view key, double least, double most,
                        std::optional<double> fallback = {}) = 0;
  virtual bool flag(std::string_view key, bool fallback) = 0;
  // One of `choices`, returned as an index into it.
  virtual std::size_t choice(std::string_view key, std::span<const std::string_view> choices,
                             std::optional<std::size_t> fallback = {}) = 0;

  // Terms: a string, or an array of strings (any of them), in the pattern language of
  // rubrics/README.md. Nothing where the key is absent and `required` is false.
  virtual std::optional<TermSet> terms(std::string_view key, bool required = true) = 0;
  // A compiled regular expression over Document::text(). Never null.
  virtual std::shared_ptr<const re2::RE2> regex(std::string_view key) = 0;
  // An operand: a string is a term, an array is any of its members, a table is a rule. Null only
  // where it was refused, or the key is absent and `required` is false.
  virtual std::unique_ptr<Rule> rule(std::string_view key, bool required = true) = 0;
  // An array of operands, at least `least` of them. Holds no nulls; shorter where some were
  // refused.
  virtual std::vector<std::unique_ptr<Rule>> rules(std::string_view key, std::size_t least = 1) = 0;
  // The standings the rule accepts: its own `standing` key, else that of the table around it, else
  // StandingSet::claimed(). Kinds that look at words call this; kinds that only join need not.
  virtual StandingSet standing() = 0;
  // The index of another criterion of the same rubric, by its id.
  virtual std::uint32_t criterion(std::string_view key) = 0;

  // The source text of a value, for Rule::describe(); empty where absent.
  virtual std::string source(std::string_view key) const = 0;
  // Refuses the value of `key` (or the whole table where there is none) for the kind's own reasons.
  virtual void refuse(std::string_view key, std::string message) = 0;
};

struct Kind {
  std::string_view name;     // "near"; of a plugin, without its name: "statement"
  std::string_view summary;  // one line for `assay list kinds`
  // Null only where something was refused.
  std::unique_ptr<Rule> (*build)(Arguments&);
};

}  // namespace assay
