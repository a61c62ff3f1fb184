// grain.two-grains: rows of two different units are put into the one table.
#include <algorithm>

#include "kinds.h"
#include "statement.h"

namespace grain {
namespace {

// From the first unit's row to the second's: "a record for each article plus one for each order".
constexpr std::uint32_t kReach = 40;

class TwoGrainsRule final : public assay::Rule {
 public:
  TwoGrainsRule(Vocabulary vocabulary, assay::TermSet coarse, assay::TermSet also,
                std::optional<assay::TermSet> apart)
      : vocabulary_(vocabulary), coarse_(coarse), also_(also), apart_(apart) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    std::vector<Statement> fine;
    find_statements(reading, vocabulary_, fine);
    Vocabulary of_coarse = vocabulary_;
    of_coarse.units = coarse_;
    std::vector<Statement> coarse;
    find_statements(reading, of_coarse, coarse);
    leave_out_fine(fine, coarse);
    const auto begin_of = [](const Statement& s) { return cover(s.row, s.unit).first; };
    for (const Statement& a : fine) {
      // Both are ordered by where they begin.
      const std::uint32_t end = cover(a.row, a.unit).last;
      const auto near = std::ranges::lower_bound(coarse, end - std::min(end, kReach), {}, begin_of);
      for (const Statement& b : std::ranges::subrange(near, coarse.end())) {
        if (begin_of(b) >= begin_of(a) + kReach) break;
        if (a.row.overlaps(b.row) || a.unit.overlaps(b.unit)) continue;
        const assay::TokenRange both = cover(cover(a.row, a.unit), cover(b.row, b.unit));
        if (both.size() > kReach) continue;
        if (assay::beginning_in(reading.find(also_), both).empty()) continue;
        if (apart_ && !assay::beginning_in(reading.find(*apart_), widen(reading, both)).empty()) {
          continue;
        }
        out.push_back({both, {{both, this}}});
        return;
      }
    }
  }

  assay::NearMiss near_miss(const assay::Reading&) const override { return {}; }
  std::string describe() const override { return "rows of two grains in one table"; }

 private:
  // Leaves only known units in `coarse`, of rows that are not of the fine grain too.
  static void leave_out_fine(const std::vector<Statement>& fine, std::vector<Statement>& coarse) {
    std::vector<assay::TokenRange> fine_rows;
    for (const Statement& s : fine) {
      if (s.known) fine_rows.push_back(s.row);
    }
    std::ranges::sort(fine_rows);
    std::erase_if(coarse, [&](const Statement& s) {
      return !s.known || std::ranges::binary_search(fine_rows, s.row);
    });
  }

  // To the ends of the sentences that `range` touches.
  static assay::TokenRange widen(const assay::Reading& reading, assay::TokenRange range) {
    const assay::Document& document = reading.document();
    const auto sentences = document.sentences();
    return {sentences[document.sentence_of(range.first)].tokens.first,
            sentences[document.sentence_of(range.last - 1)].tokens.last};
  }

  Vocabulary vocabulary_;
  assay::TermSet coarse_;
  assay::TermSet also_;
  std::optional<assay::TermSet> apart_;
};

std::unique_ptr<assay::Rule> build_two_grains(assay::Arguments& arguments) {
  const Vocabulary vocabulary = Vocabulary::read(arguments);
  const auto coarse = arguments.terms("coarse");
  const auto also = arguments.terms("also");
  const auto apart = arguments.terms("apart", false);
  if (!coarse || !also) return nullptr;
  return std::make_unique<TwoGrainsRule>(vocabulary, *coarse, *also, apart);
}

}  // namespace

const assay::Kind kTwoGrainsKind = {
    "two-grains", "rows of two different units are put into one table", build_two_grains};

}  // namespace grain
