// before = [A, B]: A holds and ends before the first B begins, or there is no B at all. Its places
// are those of A. An operand that holds without a place comes before everything and after nothing.
#include <utility>

#include "rules/kinds.h"
#include "rules/matches.h"
#include "rules/wording.h"

namespace assay {
namespace {

class BeforeRule final : public Rule {
 public:
  BeforeRule(std::unique_ptr<Rule> first, std::unique_ptr<Rule> second)
      : first_(std::move(first)), second_(std::move(second)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    const Matches matches = reading.matches(*first_);
    if (matches.empty()) return;
    const TokenRange limit = first_of_second(reading);
    for (const Match& match : matches) {
      if (limit.empty() || match.range.last <= limit.first) out.push_back(match);
    }
  }

  NearMiss near_miss(const Reading& reading) const override {
    const Matches matches = reading.matches(*first_);
    if (matches.empty()) return first_->near_miss(reading);
    const TokenRange range = matches.front().range;
    const TokenRange limit = first_of_second(reading);
    return {0.85,
            range,
            quoted(reading.document(), range) + " comes only after " +
                quoted(reading.document(), limit),
            {range, limit}};
  }

  std::string describe() const override {
    return first_->describe() + " before " + second_->describe();
  }

 private:
  // Empty where it never holds, or has no place.
  TokenRange first_of_second(const Reading& reading) const {
    for (const Match& match : reading.matches(*second_)) {
      if (!match.range.empty()) return match.range;
    }
    return {};
  }

  std::unique_ptr<Rule> first_;
  std::unique_ptr<Rule> second_;
};

std::unique_ptr<Rule> build_before(Arguments& arguments) {
  std::vector<std::unique_ptr<Rule>> operands = arguments.rules("before", 2);
  if (operands.size() > 2) {
    arguments.refuse("before", "too many operands; expected two, of which the first comes first");
  }
  if (operands.size() != 2) return nullptr;
  return std::make_unique<BeforeRule>(std::move(operands[0]), std::move(operands[1]));
}

}  // namespace

constinit const Kind kBeforeKind{"before", "an operand that holds before another first does",
                                 build_before};

}  // namespace assay
