// grain.declared-first: a grain statement stands before the answer begins to list dimensions or
// measures. One of them named in passing is no list; the statement's own sentence does not count,
// since the unit itself may be made of what will be dimensions ("a product on an order").
#include <algorithm>

#include "kinds.h"
#include "statement.h"

namespace grain {
namespace {

constexpr std::size_t kList = 2;  // this many different columns in a sentence make a list

class DeclaredFirstRule final : public assay::Rule {
 public:
  DeclaredFirstRule(Vocabulary vocabulary, assay::TermSet columns)
      : vocabulary_(vocabulary), columns_(columns) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    std::vector<Statement> statements;
    find_statements(reading, vocabulary_, statements);
    if (statements.empty()) return;
    const Statement& first = statements.front();
    const assay::TokenRange range = cover(first.row, first.unit);
    const auto list = first_list(reading);
    if (list && *list < reading.document().sentence_of(range.first)) return;
    out.push_back({range, {{range, this}}});
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    std::vector<Statement> statements;
    find_statements(reading, vocabulary_, statements);
    if (statements.empty()) return {};
    const auto list = first_list(reading);
    return {0.7, list ? reading.document().sentences()[*list].tokens : assay::TokenRange{},
            "the grain is stated, but only after these columns were listed"};
  }

  std::string describe() const override { return "the grain, stated before any list of columns"; }

 private:
  // The first sentence that lists columns.
  std::optional<std::uint32_t> first_list(const assay::Reading& reading) const {
    const assay::Document& document = reading.document();
    const auto columns = reading.find(columns_);
    std::uint32_t sentence = assay::kNone;
    std::vector<std::uint64_t> seen;
    for (assay::TokenRange column : columns) {
      const std::uint32_t at = document.sentence_of(column.first);
      if (at != sentence) {
        sentence = at;
        seen.clear();
      }
      const std::uint64_t stem = document.tokens()[column.last - 1].stem;
      if (std::ranges::find(seen, stem) == seen.end()) seen.push_back(stem);
      if (seen.size() >= kList) return sentence;
    }
    return {};
  }

  Vocabulary vocabulary_;
  assay::TermSet columns_;
};

std::unique_ptr<assay::Rule> build_declared_first(assay::Arguments& arguments) {
  const Vocabulary vocabulary = Vocabulary::read(arguments);
  return std::make_unique<DeclaredFirstRule>(vocabulary,
                                             arguments.terms("columns").value_or(assay::TermSet{}));
}

}  // namespace

const assay::Kind kDeclaredFirstKind = {
    "declared-first", "the grain is stated before dimensions or measures are listed",
    build_declared_first};

}  // namespace grain
