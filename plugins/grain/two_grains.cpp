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
    for (const Statement& a : fine) {
      for (const Statement& b : coarse) {
        if (!distinct(a, b, fine)) continue;
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
  // Two rows and two units, none of them the other's, and the second row not of the fine grain too.
  static bool distinct(const Statement& a, const Statement& b, const std::vector<Statement>& fine) {
    const auto also_fine = [&](const Statement& s) { return s.known && s.row == b.row; };
    return b.known && !a.row.overlaps(b.row) && !a.unit.overlaps(b.unit) &&
           std::ranges::none_of(fine, also_fine);
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
