// idempotency.statement: an SQL statement that does one thing to a rerun.
#include <array>
#include <string_view>

#include "kinds.h"
#include "sql.h"

namespace idempotency {
namespace {

using assay::Document;
using assay::TokenRange;

enum class Effect { scoped_overwrite, merge_by_key, plain_insert, wall_clock };
constexpr std::array<std::string_view, 4> kEffects = {"scoped-overwrite", "merge-by-key",
                                                      "plain-insert", "wall-clock"};

class StatementRule final : public assay::Rule {
 public:
  StatementRule(Effect effect, assay::StandingSet accepted)
      : effect_(effect), accepted_(accepted) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    const Document& document = reading.document();
    const auto statements = find_statements(document);
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const TokenRange shown = effect_of(statements, i);
      if (shown.empty()) continue;
      const TokenRange verb{statements[i].range.first, statements[i].range.first + 1};
      if (!accepted_.has(document.standing_of(verb))) continue;
      out.push_back({shown, {{shown, this}}});
    }
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    for (const Statement& s : find_statements(reading.document())) {
      const TokenRange opening{s.range.first, s.range.first + 2};
      if (effect_ == Effect::merge_by_key && s.verb == Verb::merge) {
        return {0.6, opening, "a merge, but without the key it matches on"};
      }
      if (effect_ == Effect::scoped_overwrite &&
          (s.verb == Verb::erase || s.verb == Verb::truncate || s.verb == Verb::insert_overwrite)) {
        return {0.6, opening, "an overwrite, but not of one interval only"};
      }
    }
    return {};
  }

  std::string describe() const override {
    return "SQL that is a " + std::string(kEffects[std::size_t(effect_)]);
  }

 private:
  // The words of the statement to show where it has the effect, else empty.
  TokenRange effect_of(const std::vector<Statement>& statements, std::size_t i) const {
    const Statement& s = statements[i];
    const TokenRange opening{s.range.first, std::min(s.range.first + 3, s.range.last)};
    switch (effect_) {
      case Effect::merge_by_key:
        return s.verb == Verb::merge && !s.key.empty() ? cover(opening, s.key) : TokenRange{};
      case Effect::scoped_overwrite:
        if (s.verb == Verb::insert_overwrite && !s.scope.empty()) return cover(opening, s.scope);
        return s.verb == Verb::erase && !s.scope.empty() && inserts_after(statements, i)
                   ? cover(opening, s.scope)
                   : TokenRange{};
      case Effect::plain_insert:
        return s.verb == Verb::insert && !clears_before(statements, i) ? opening : TokenRange{};
      case Effect::wall_clock:
        return s.clock;
    }
    return {};
  }

  static bool inserts_after(const std::vector<Statement>& statements, std::size_t i) {
    return i + 1 < statements.size() && statements[i + 1].verb == Verb::insert;
  }

  static bool clears_before(const std::vector<Statement>& statements, std::size_t i) {
    return i > 0 &&
           (statements[i - 1].verb == Verb::erase || statements[i - 1].verb == Verb::truncate);
  }

  Effect effect_;
  assay::StandingSet accepted_;
};

std::unique_ptr<assay::Rule> build_statement(assay::Arguments& arguments) {
  const auto effect = Effect(arguments.choice("does", kEffects));
  return std::make_unique<StatementRule>(effect, arguments.standing());
}

}  // namespace

const assay::Kind kStatementKind = {
    "statement", "SQL that overwrites an interval, merges by key, only inserts, or asks the clock",
    build_statement};

}  // namespace idempotency
