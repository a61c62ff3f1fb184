// not = operand: it holds nowhere in the answer. Holds without a place.
#include <utility>

#include "rules/kinds.h"
#include "rules/matches.h"
#include "rules/wording.h"

namespace assay {
namespace {

class AbsentRule final : public Rule {
 public:
  explicit AbsentRule(std::unique_ptr<Rule> operand) : operand_(std::move(operand)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    if (reading.matches(*operand_).empty()) out.push_back({});
  }

  NearMiss near_miss(const Reading& reading) const override {
    const Matches matches = reading.matches(*operand_);
    if (holds_anywhere(matches)) return {};
    const TokenRange range = matches.front().range;
    return {0.3, range, quoted(reading.document(), range) + " stands in the way"};
  }

  std::string describe() const override { return "no " + operand_->describe(); }

 private:
  std::unique_ptr<Rule> operand_;
};

std::unique_ptr<Rule> build_absent(Arguments& arguments) {
  std::unique_ptr<Rule> operand = arguments.rule("not");
  if (!operand) return nullptr;
  return std::make_unique<AbsentRule>(std::move(operand));
}

}  // namespace

constinit const Kind kNotKind{"not", "an operand that holds nowhere", build_absent};

}  // namespace assay
