// grain.statement: the answer says what one row stands for.
#include "kinds.h"
#include "statement.h"

namespace grain {
namespace {

class StatementRule final : public assay::Rule {
 public:
  explicit StatementRule(Vocabulary vocabulary) : vocabulary_(vocabulary) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    std::vector<Statement> statements;
    find_statements(reading, vocabulary_, statements);
    for (const Statement& s : statements) {
      out.push_back({cover(s.row, s.unit), {{s.row, this}, {s.unit, this}}});
      auto& parts = out.back().parts;
      if (parts[1].range < parts[0].range) std::swap(parts[0], parts[1]);
    }
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    const auto rows = reading.find(vocabulary_.rows);
    if (vocabulary_.units) {
      for (assay::TokenRange unit : reading.find(*vocabulary_.units)) {
        const assay::Standing standing = reading.document().standing_of(unit);
        if (!vocabulary_.accepted.has(standing)) continue;
        return {0.5, unit, "a unit is named, but nothing says that one row stands for it"};
      }
    }
    if (!rows.empty()) {
      return {0.4, rows.front(), "a row or grain is mentioned, but not what one row stands for"};
    }
    return {};
  }

  std::string describe() const override { return "a statement of what one row stands for"; }

 private:
  Vocabulary vocabulary_;
};

std::unique_ptr<assay::Rule> build_statement(assay::Arguments& arguments) {
  return std::make_unique<StatementRule>(Vocabulary::read(arguments));
}

}  // namespace

const assay::Kind kStatementKind = {
    "statement", "what one row of the table stands for: row, link, concrete unit", build_statement};

}  // namespace grain
