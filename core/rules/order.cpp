// order = [operands]: all occur, each after the end of the one before, anywhere in the answer.
#include <utility>

#include "rules/join.h"
#include "rules/kinds.h"
#include "rules/matches.h"
#include "rules/operands.h"
#include "rules/wording.h"

namespace assay {
namespace {

constexpr Scope kAnywhere{Scope::Unit::answer, 1};

class OrderRule final : public Rule {
 public:
  explicit OrderRule(std::vector<std::unique_ptr<Rule>> operands)
      : operands_(std::move(operands)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    std::vector<Matches> matches;
    for (const auto& operand : operands_) {
      matches.push_back(reading.matches(*operand));
      if (matches.back().empty()) return;
    }
    std::vector<Match> found = join(reading.document(), matches, {kAnywhere, true, {}});
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }

  NearMiss near_miss(const Reading& reading) const override {
    const Document& document = reading.document();
    const std::vector<Matches> matches = matches_of(operands_, reading);
    for (const auto& of_one : matches) {
      if (!of_one.empty()) continue;
      return too_few_hold(reading, operands_, matches, operands_.size(),
                          [] { return std::string("a step before or after is missing"); });
    }
    // How far the chain goes, and what breaks it.
    for (std::size_t length = 2; length <= matches.size(); ++length) {
      const std::span<const Matches> chain(matches.data(), length);
      if (!join(document, chain, {kAnywhere, true, {}}).empty()) continue;
      const Match& late = matches[length - 2].front();
      const Match& early = matches[length - 1].back();
      if (late.range.empty() || early.range.empty()) break;
      return {0.85,
              cover(late.range, early.range),
              quoted(document, early.range) + " should come after " + quoted(document, late.range),
              {late.range, early.range}};
    }
    return {0.5, {}, "all is there, but in another order"};
  }

  std::string describe() const override {
    std::string text;
    for (const auto& operand : operands_) {
      if (!text.empty()) text += ", then ";
      text += operand->describe();
    }
    return text;
  }

 private:
  std::vector<std::unique_ptr<Rule>> operands_;
};

std::unique_ptr<Rule> build_order(Arguments& arguments) {
  std::vector<std::unique_ptr<Rule>> operands = arguments.rules("order", 2);
  if (operands.empty()) return nullptr;
  return std::make_unique<OrderRule>(std::move(operands));
}

}  // namespace

constinit const Kind kOrderKind{"order", "operands that hold one after the other", build_order};

}  // namespace assay
