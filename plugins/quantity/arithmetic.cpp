// quantity.arithmetic: a computation whose inputs are stated and whose result holds.
#include <algorithm>

#include "asked.h"
#include "kinds.h"
#include "place.h"
#include "steps.h"

namespace quantity {
namespace {

using assay::Document;
using assay::TokenRange;

class ArithmeticRule final : public assay::Rule {
 public:
  ArithmeticRule(std::optional<Asking> result, std::optional<assay::TermSet> about,
                 double tolerance, assay::StandingSet accepted)
      : result_(result), about_(about), tolerance_(tolerance), accepted_(accepted) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    if (about_ && reading.find(*about_).empty()) return;
    const Document& document = reading.document();
    const auto& [lexed, amounts] = figures_of(reading);
    for (const Step& step : steps_in(lexed, amounts, tolerance_).holding) {
      if (!is_asked(amounts, step.result)) continue;
      if (!accepted_.has(standing_of(document, amounts[step.result].range))) continue;
      const TokenRange about = about_of(reading, amounts, step);
      if (about_ && about.empty()) continue;
      std::vector<TokenRange> parts{about, amounts[step.result].range};
      for (const std::size_t input : step.inputs) parts.push_back(amounts[input].range);
      out.push_back(match_of(this, std::move(parts)));
    }
    std::ranges::sort(out, {}, &assay::Match::range);
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    const Document& document = reading.document();
    const auto& [lexed, found] = figures_of(reading);
    const auto& amounts = found;  // for the lambda
    const Steps steps = steps_in(lexed, amounts, tolerance_);
    assay::NearMiss best;
    const auto better = [&](double closeness, std::size_t index, std::string why) {
      if (closeness > best.closeness) best = {closeness, amounts[index].range, std::move(why)};
    };
    for (const Step& step : steps.holding) {
      const std::string words = quoted(document, amounts[step.result].range);
      if (!is_asked(amounts, step.result)) {
        better(0.3, step.result, words + " works out, but is not the figure asked for");
      } else if (about_ && about_of(reading, amounts, step).empty()) {
        better(0.5, step.result, words + " works out, but nothing beside it says of what");
      } else {
        better(0.7, step.result, words + " works out, but is not the answer's own claim");
      }
    }
    for (const Slip& slip : steps.slips) {
      if (is_asked(amounts, slip.result)) {
        better(0.6, slip.result, "the figures do not work out: " + slip.why);
      }
    }
    for (std::size_t i = 0; i < amounts.size() && best.closeness == 0; ++i) {
      if (!is_asked(amounts, i)) continue;
      better(
          0.2, i,
          quoted(document, amounts[i].range) + " is stated, but not worked out from other figures");
    }
    return best;
  }

  std::string describe() const override {
    std::string text = "a computation that holds";
    if (result_) text += ", of a " + std::string(kAskings[std::size_t(*result_)]);
    return text;
  }

 private:
  bool is_asked(std::span<const Amount> amounts, std::size_t index) const {
    if (!result_) return true;
    const Amount& amount = amounts[index];
    if (is_of(amount, *result_)) return true;
    // "from 10k we save 7k", of money without its sign
    return *result_ == Asking::money && !amount.named &&
           (amount.dimension == Dimension::number || amount.dimension == Dimension::count) &&
           (amount.magnitude || amount.low >= 100);
  }

  // A term in the sentences that the step runs over, in the one before them or what heads them.
  TokenRange about_of(const assay::Reading& reading, std::span<const Amount> amounts,
                      const Step& step) const {
    if (!about_) return {};
    const Document& document = reading.document();
    const TokenRange result = amounts[step.result].range;
    const TokenRange here = beside(reading, result, reading.find(*about_), {});
    if (!here.empty()) return here;
    const std::uint32_t input =
        step.inputs.empty() ? result.first : amounts[step.inputs[0]].range.first;
    const std::uint32_t first =
        std::min(document.sentence_of(input), document.sentence_of(result.first));
    const TokenRange all = cover(document.sentences()[first > 0 ? first - 1 : 0].tokens,
                                 document.sentences()[document.sentence_of(result.first)].tokens);
    const auto inside = assay::beginning_in(reading.find(*about_), all);
    return inside.empty() ? TokenRange{} : inside.back();
  }

  std::optional<Asking> result_;
  std::optional<assay::TermSet> about_;
  double tolerance_;
  assay::StandingSet accepted_;
};

std::unique_ptr<assay::Rule> build_arithmetic(assay::Arguments& arguments) {
  std::optional<Asking> result;
  if (arguments.has("result")) result = Asking(arguments.choice("result", kAskings));
  const auto about = arguments.terms("about", false);
  const double tolerance = arguments.number("tolerance", 0, 25, 5) / 100;
  return std::make_unique<ArithmeticRule>(result, about, tolerance, arguments.standing());
}

}  // namespace

const assay::Kind kArithmeticKind = {
    "arithmetic", "a computation from stated figures whose result holds", build_arithmetic};

}  // namespace quantity
