#include "rules/rule_fixture.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>

#include "assay/kind.h"
#include "rules/kinds.h"
#include "rules/term_table.h"
#include "text/analyzer.h"

namespace assay {
namespace {

const std::vector<std::pair<std::string, std::vector<std::string>>> kConcepts = {
    {"merge", {"merge", "upsert"}},
    {"key", {"business|natural|primary (key)", "key"}},
};

// One rule and the terms it was built with.
struct Built {
  std::unique_ptr<Rule> rule;
  std::shared_ptr<const TermTable> terms;
  std::vector<std::string> refusals;
};

struct Workshop {
  TermTableBuilder terms;
  std::vector<std::string> refusals;
};

std::string written(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.is)) return *text;
  if (const auto* list = std::get_if<List>(&value.is)) {
    std::string text;
    for (const Value& item : *list) text += (text.empty() ? "" : ", ") + written(item);
    return "[" + text + "]";
  }
  return "...";
}

class TableArguments final : public Arguments {
 public:
  TableArguments(const Table& table, StandingSet inherited, Workshop& workshop)
      : table_(table), inherited_(inherited), workshop_(workshop) {}

  static std::unique_ptr<Rule> build(const Value& value, StandingSet inherited,
                                     Workshop& workshop) {
    if (std::holds_alternative<std::string>(value.is)) {
      return make_term_rule(term_set(value, workshop), inherited, written(value));
    }
    if (const auto* list = std::get_if<List>(&value.is)) {
      std::vector<std::unique_ptr<Rule>> operands;
      for (const Value& item : *list) {
        auto operand = build(item, inherited, workshop);
        if (operand) operands.push_back(std::move(operand));
      }
      return make_any_rule(std::move(operands));
    }
    TableArguments arguments(std::get<Table>(value.is), inherited, workshop);
    for (const Kind& kind : core_kinds()) {
      if (!arguments.has(kind.name)) continue;
      auto rule = kind.build(arguments);
      arguments.refuse_unread();
      return rule;
    }
    ADD_FAILURE() << "no kind";
    return nullptr;
  }

  bool has(std::string_view key) const override { return at(key) != nullptr; }
  std::string text(std::string_view key, std::optional<std::string> fallback) override {
    return read<std::string>(key, std::move(fallback), "a string");
  }
  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most,
                       std::optional<std::int64_t> fallback) override {
    const auto value = read<std::int64_t>(key, fallback, "an integer");
    if (has(key) && (value < least || value > most)) refuse(key, "out of bounds");
    return value;
  }
  double number(std::string_view key, double, double, std::optional<double> fallback) override {
    const Value* value = read(key);
    if (value != nullptr && std::holds_alternative<std::int64_t>(value->is)) {
      return double(std::get<std::int64_t>(value->is));
    }
    return read<double>(key, fallback, "a number");
  }
  bool flag(std::string_view key, bool fallback) override {
    return read<bool>(key, fallback, "true or false");
  }
  std::size_t choice(std::string_view key, std::span<const std::string_view> choices,
                     std::optional<std::size_t> fallback) override {
    if (!has(key) && fallback) return *fallback;
    const auto found = std::find(choices.begin(), choices.end(), text(key, {}));
    if (found == choices.end()) refuse(key, "no such choice");
    return found == choices.end() ? 0 : std::size_t(found - choices.begin());
  }
  std::optional<TermSet> terms(std::string_view key, bool required) override {
    const Value* value = read(key);
    if (value != nullptr) return term_set(*value, workshop_);
    if (required) refuse(key, "missing");
    return std::nullopt;
  }
  std::shared_ptr<const re2::RE2> regex(std::string_view key) override {
    return std::make_shared<const re2::RE2>(text(key, {}));
  }
  std::unique_ptr<Rule> rule(std::string_view key, bool required) override {
    const Value* value = read(key);
    if (value != nullptr) return build(*value, standing(), workshop_);
    if (required) refuse(key, "missing");
    return nullptr;
  }
  std::vector<std::unique_ptr<Rule>> rules(std::string_view key, std::size_t least) override {
    std::vector<std::unique_ptr<Rule>> rules;
    for (const Value& item : read<List>(key, List{}, "an array")) {
      auto rule = build(item, standing(), workshop_);
      if (rule) rules.push_back(std::move(rule));
    }
    if (rules.size() < least) refuse(key, "too few operands");
    return rules;
  }
  StandingSet standing() override {
    const Value* value = read("standing");
    if (value == nullptr) return inherited_;
    StandingSet set;
    const std::string name = std::get<std::string>(value->is);
    if (name == "any") return StandingSet::all();
    set.add(standing_named(name).value());
    return set;
  }
  std::uint32_t criterion(std::string_view key) override {
    return text(key, {}) == "met-one" ? 0 : 1;
  }
  std::string source(std::string_view key) const override {
    return has(key) ? written(*at(key)) : std::string();
  }
  void refuse(std::string_view key, std::string message) override {
    workshop_.refusals.push_back(std::string(key) + ": " + message);
  }

 private:
  static TermSet term_set(const Value& value, Workshop& workshop) {
    const TermSet set = workshop.terms.add_set();
    std::vector<PatternError> errors;
    if (const auto* list = std::get_if<List>(&value.is)) {
      for (const Value& item : *list) {
        workshop.terms.add_pattern(set, std::get<std::string>(item.is), errors);
      }
    } else {
      workshop.terms.add_pattern(set, std::get<std::string>(value.is), errors);
    }
    for (const PatternError& error : errors) workshop.refusals.push_back(error.message);
    return set;
  }

  const Value* at(std::string_view key) const {
    for (const auto& [name, value] : table_) {
      if (name == key) return &value;
    }
    return nullptr;
  }
  const Value* read(std::string_view key) {
    read_.insert(std::string(key));
    return at(key);
  }
  template <typename T>
  T read(std::string_view key, std::optional<T> fallback, const char* expected) {
    const Value* value = read(key);
    if (value == nullptr) {
      if (!fallback) refuse(key, "missing");
      return fallback.value_or(T());
    }
    if (const T* typed = std::get_if<T>(&value->is)) return *typed;
    refuse(key, std::string("expected ") + expected);
    return T();
  }
  void refuse_unread() {
    read("standing");
    for (const auto& [name, value] : table_) {
      if (!read_.contains(name)) refuse(name, "unknown key");
    }
  }

  const Table& table_;
  StandingSet inherited_;
  Workshop& workshop_;
  std::set<std::string> read_;
};

Built build(const Table& table) {
  Workshop workshop;
  std::vector<PatternError> errors;
  for (const auto& [name, patterns] : kConcepts) {
    const TermSet set = workshop.terms.add_set();
    workshop.terms.name(set, name);
    for (const std::string& pattern : patterns) workshop.terms.add_pattern(set, pattern, errors);
  }
  Built built;
  built.rule = TableArguments::build(Value(table), StandingSet::claimed(), workshop);
  built.terms = workshop.terms.build();
  built.refusals = std::move(workshop.refusals);
  return built;
}

class TestReading final : public Reading {
 public:
  TestReading(const Built& built, std::string_view answer)
      : document_(Analyzer().analyze(answer)), matcher_(built.terms) {
    matcher_.start(document_);
  }
  const Document& document() const override { return document_; }
  std::span<const TokenRange> find(TermSet terms) const override { return matcher_.find(terms); }
  const MatchParts* met(std::uint32_t criterion) const override {
    static const MatchParts kNoWords{};
    return criterion == 0 ? &kNoWords : nullptr;
  }

  std::string words(TokenRange range) const {
    return range.empty() ? "" : std::string(document_.original(document_.span_of(range)));
  }

 private:
  Document document_;
  mutable TermMatcher matcher_;
};

}  // namespace

std::string found(const Table& table, std::string_view answer) {
  const Built built = build(table);
  for (const std::string& refusal : built.refusals) ADD_FAILURE() << refusal;
  if (!built.rule) return "refused";
  const TestReading reading(built, answer);
  std::vector<Match> matches;
  built.rule->find(reading, matches);
  if (matches.empty()) return "-";
  EXPECT_TRUE(std::is_sorted(matches.begin(), matches.end(),
                             [](const Match& a, const Match& b) { return a.range < b.range; }));
  std::string text;
  for (const Match& match : matches) {
    if (!text.empty()) text += "; ";
    if (match.range.empty()) text += "()";
    for (std::size_t i = 0; i < match.parts.size(); ++i) {
      const TokenRange part = match.parts[i].range;
      EXPECT_EQ(cover(match.range, part), match.range);
      text += (i > 0 ? "|" : "") + reading.words(part);
    }
  }
  return text;
}

std::string near_miss(const Table& table, std::string_view answer) {
  const Built built = build(table);
  for (const std::string& refusal : built.refusals) ADD_FAILURE() << refusal;
  if (!built.rule) return "refused";
  const TestReading reading(built, answer);
  std::vector<Match> matches;
  built.rule->find(reading, matches);
  if (!matches.empty()) return "it holds";
  const NearMiss miss = built.rule->near_miss(reading);
  EXPECT_GE(miss.closeness, 0);
  EXPECT_LT(miss.closeness, 1);
  char closeness[8];
  std::snprintf(closeness, sizeof closeness, "%.2f", miss.closeness);
  return std::string(closeness) + " [" + reading.words(miss.range) + "] " + miss.why;
}

void expect_found(const std::vector<Trial>& trials) {
  for (const Trial& trial : trials) {
    EXPECT_EQ(found(trial.rule, trial.answer), trial.outcome)
        << description(trial.rule) << " in: " << trial.answer;
  }
}

void expect_near_miss(const std::vector<Trial>& trials) {
  for (const Trial& trial : trials) {
    EXPECT_EQ(near_miss(trial.rule, trial.answer), trial.outcome)
        << description(trial.rule) << " in: " << trial.answer;
  }
}

std::string description(const Table& table) {
  const Built built = build(table);
  return built.rule ? built.rule->describe() : "refused";
}

std::string refusals(const Table& table) {
  std::string text;
  for (const std::string& refusal : build(table).refusals) {
    text += (text.empty() ? "" : "; ") + refusal;
  }
  return text;
}

}  // namespace assay
