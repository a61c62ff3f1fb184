#include <re2/re2.h>

#include <functional>
#include <mutex>

#include "rubric/rule_builder.h"
#include "rubric/thrown.h"
#include "rules/kept_once.h"

namespace assay {
namespace {

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);  // the text is case-folded, so "A" could not be met
  return options;
}

// Rubrics of one subject have expressions in common, each of which takes kilobytes: one for all
// that have it at a time. Thread-safe, as what it returns is.
std::shared_ptr<const RE2> compiled_once(const std::string& expression) {
  static auto& kept = *new KeptOnce<RE2>;
  return kept.get(
      std::hash<std::string>()(expression),
      [&](const RE2& compiled) { return compiled.pattern() == expression; },
      [&] { return std::make_shared<const RE2>(expression, options()); });
}

// What to write instead of an expression that RE2 refuses, as the end of a message about it; empty
// where there is nothing to say.
std::string_view expected_instead(const RE2& refused) {
  const std::string& at = refused.error_arg();
  switch (refused.error_code()) {
    case RE2::ErrorMissingParen:
    case RE2::ErrorUnexpectedParen:
      return "; expected a closing bracket for each that opens, or \\( and \\) for the signs";
    case RE2::ErrorMissingBracket:
      return "; expected a closing square bracket, or \\[ for the sign";
    case RE2::ErrorBadEscape:
      if (at.size() < 2 || at[1] < '1' || at[1] > '9') return {};
      return "; expected an expression without back-references, which RE2 does not have";
    case RE2::ErrorBadPerlOp:
    case RE2::ErrorBadNamedCapture:
      if (!at.starts_with("(?=") && !at.starts_with("(?!") && !at.starts_with("(?<")) return {};
      return "; expected an expression without look-around, which RE2 does not have";
    default:
      return {};
  }
}

// Whether the expression is met by the empty text, in a few surroundings.
bool matches_empty(const RE2& expression) {
  for (const re2::StringPiece text : {"", "a", "0", " a ", "\n"}) {
    re2::StringPiece found;
    if (expression.Match(text, 0, text.size(), RE2::UNANCHORED, &found, 1) && found.empty()) {
      return true;
    }
  }
  return false;
}

class TableArguments final : public Arguments {
 public:
  TableArguments(TableReader& reader, const RuleScope& scope, RuleBuilder& builder)
      : reader_(reader), scope_(scope), builder_(builder) {}

  bool has(std::string_view key) const override { return reader_.has(key); }

  std::string text(std::string_view key, std::optional<std::string> fallback) override {
    return reader_.text(key, need(fallback)).value_or(fallback.value_or(""));
  }

  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most,
                       std::optional<std::int64_t> fallback) override {
    return reader_.integer(key, least, most, need(fallback)).value_or(fallback.value_or(least));
  }

  double number(std::string_view key, double least, double most,
                std::optional<double> fallback) override {
    return reader_.number(key, least, most, need(fallback)).value_or(fallback.value_or(least));
  }

  bool flag(std::string_view key, bool fallback) override {
    return reader_.flag(key).value_or(fallback);
  }

  std::size_t choice(std::string_view key, std::span<const std::string_view> choices,
                     std::optional<std::size_t> fallback) override {
    const std::size_t harmless = fallback.value_or(0);
    const std::optional<std::string> name = reader_.text(key, need(fallback));
    if (!name) return harmless;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (choices[i] == *name) return i;
    }
    reader_.refuse(key, "`" + std::string(key) + "` cannot be `" + *name + "`",
                   expected_name(*name, {choices.begin(), choices.end()}));
    return harmless;
  }

  std::optional<TermSet> terms(std::string_view key, bool required) override {
    if (!reader_.has(key)) {
      reader_.find(key, required ? Need::required : Need::optional);
      return std::nullopt;
    }
    // Also where all of it was refused: what then comes of the set is of no account.
    return builder_.terms(reader_.strings(key, true));
  }

  std::shared_ptr<const re2::RE2> regex(std::string_view key) override {
    const std::optional<std::string> expression = reader_.text(key, Need::required);
    if (expression && builder_.take_expression(*reader_.find(key))) {
      std::shared_ptr<const RE2> compiled = compiled_once(*expression);
      if (!compiled->ok()) {
        const std::size_t at = expression->find(compiled->error_arg());
        reader_.source().refuse_in(*reader_.find(key), at == expression->npos ? 0 : at,
                                   "RE2 refuses this expression: " + compiled->error() +
                                       std::string(expected_instead(*compiled)));
      } else if (matches_empty(*compiled)) {
        reader_.refuse(key, "this expression matches the empty text",
                       "an expression that needs at least one character");
      } else {
        return compiled;
      }
    }
    static const auto kNever = std::make_shared<const RE2>("[^\\x00-\\x{10FFFF}]", options());
    return kNever;
  }

  std::unique_ptr<Rule> rule(std::string_view key, bool required) override {
    const toml::node* node = reader_.find(key, required ? Need::required : Need::optional);
    return node ? builder_.operand(*node, scope_.inside("." + std::string(key))) : nullptr;
  }

  std::vector<std::unique_ptr<Rule>> rules(std::string_view key, std::size_t least) override {
    return builder_.operands(reader_, key, scope_, least, Need::required);
  }

  StandingSet standing() override { return scope_.standing; }

  std::uint32_t criterion(std::string_view key) override {
    const std::optional<std::string> id = reader_.text(key, Need::required);
    return id ? builder_.criterion(*reader_.find(key)->as_string()).value_or(0) : 0;
  }

  std::string source(std::string_view key) const override {
    const toml::node* node = reader_.table().get(key);
    return node ? reader_.source().written(*node) : std::string();
  }

  void refuse(std::string_view key, std::string message) override {
    const toml::node* node = key.empty() ? nullptr : reader_.table().get(key);
    reader_.source().refuse_sentence(TomlSource::place_of(node ? *node : reader_.table()), message);
  }

 private:
  template <class Value>
  static Need need(const std::optional<Value>& fallback) {
    return fallback ? Need::optional : Need::required;
  }

  TableReader& reader_;
  const RuleScope& scope_;
  RuleBuilder& builder_;
};

// What a plugin's kinds are built under, so that only one thread at a time does. One for all
// plugins: with one each, two kinds that take each other's rules could wait for each other.
// Recursive for such operands. Never destroyed.
std::recursive_mutex& building() {
  static auto& mutex = *new std::recursive_mutex;
  return mutex;
}

}  // namespace

std::unique_ptr<Rule> build_rule(const Kind& kind, TableReader& reader, const RuleScope& scope,
                                 RuleBuilder& builder) {
  TableArguments arguments(reader, scope, builder);
  std::unique_lock alone(building(), std::defer_lock);
  if (reader.has("kind")) alone.lock();  // a plugin's
  std::unique_ptr<Rule> rule;
  // Told as the author's mistake, because the rubric cannot be loaded with it.
  if (const auto thrown = thrown_by([&] { rule = kind.build(arguments); })) {
    reader.refuse({}, "the kind `" + std::string(kind.name) + "` failed: " + *thrown);
  }
  return rule;
}

}  // namespace assay
