// quantity.amount: an amount of one dimension, whatever its unit and spelling.
#include <algorithm>

#include "asked.h"
#include "kinds.h"
#include "place.h"

namespace quantity {
namespace {

using assay::TokenRange;

class AmountRule final : public assay::Rule {
 public:
  AmountRule(Asked asked, std::optional<assay::TermSet> of, std::optional<assay::TermSet> without,
             Reach reach, assay::StandingSet accepted)
      : asked_(std::move(asked)), of_(of), without_(without), reach_(reach), accepted_(accepted) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    if (of_ && reading.find(*of_).empty()) return;
    const std::vector<Amount>& amounts = figures_of(reading).amounts;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      if (!asked_.fits(amounts[i]) || is_of_another(reading, amounts, i)) continue;
      const TokenRange range = amounts[i].range;
      if (!accepted_.has(standing_of(reading.document(), range))) continue;
      TokenRange of{};
      if (of_) {
        of = beside(reading, range, reading.find(*of_), reach_);
        if (of.empty()) continue;
      }
      assay::Match match = match_of(this, {range, of});
      // A heading may be far away; what joins rules measures from the amount.
      if (!of.empty() &&
          reading.document().sentence_of(of.first) != reading.document().sentence_of(range.first)) {
        match.range = range;
      }
      out.push_back(std::move(match));
    }
    std::ranges::sort(out, {}, &assay::Match::range);
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    const assay::Document& document = reading.document();
    const std::vector<Amount>& amounts = figures_of(reading).amounts;
    assay::NearMiss best;
    const auto better = [&](double closeness, TokenRange range, std::string why) {
      if (closeness > best.closeness) best = {closeness, range, std::move(why)};
    };
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const Amount& amount = amounts[i];
      if (!asked_.is_of_dimension(amount)) continue;
      const std::string words = quoted(document, amount.range);
      const bool placed =
          !of_ || !beside(reading, amount.range, reading.find(*of_), reach_).empty();
      if (!asked_.fits(amount)) {
        better(placed ? 0.6 : 0.2, amount.range,
               "an amount, but " + words + " is " + asked_.misfit(amount));
      } else if (is_of_another(reading, amounts, i)) {
        better(0.3, amount.range, words + " is an amount, but of something else");
      } else if (!placed) {
        better(0.5, amount.range, words + " is an amount, but nothing beside it says of what");
      } else {
        better(0.7, amount.range, words + " is an amount, but not the answer's own claim");
      }
    }
    return best;
  }

  std::string describe() const override {
    return asked_.describe() + (of_ ? ", beside what it measures" : "");
  }

 private:
  bool is_of_another(const assay::Reading& reading, std::span<const Amount> amounts,
                     std::size_t index) const {
    return without_ && belongs(reading.document(), amounts, index, reading.find(*without_));
  }

  Asked asked_;
  std::optional<assay::TermSet> of_;
  std::optional<assay::TermSet> without_;
  Reach reach_;
  assay::StandingSet accepted_;
};

std::unique_ptr<assay::Rule> build_amount(assay::Arguments& arguments) {
  Asked asked = Asked::read(arguments);
  const auto of = arguments.terms("of", false);
  const auto without = arguments.terms("without", false);
  const Reach reach = Reach::read(arguments);
  return std::make_unique<AmountRule>(std::move(asked), of, without, reach, arguments.standing());
}

}  // namespace

const assay::Kind kAmountKind = {
    "amount", "an amount of time, bytes, money, ... within bounds, in whatever unit", build_amount};

}  // namespace quantity
