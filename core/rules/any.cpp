// any = [operands]: wherever one of them holds.
#include <utility>

#include "rules/kinds.h"
#include "rules/matches.h"
#include "rules/operands.h"

namespace assay {
namespace {

class AnyRule final : public Rule {
 public:
  explicit AnyRule(std::vector<std::unique_ptr<Rule>> operands) : operands_(std::move(operands)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    const std::size_t begin = out.size();
    for (const auto& operand : operands_) {
      const Matches matches = reading.matches(*operand);
      out.insert(out.end(), matches.begin(), matches.end());
    }
    if (out.size() == begin || operands_.size() == 1) return;
    put_in_order(out, begin);
  }

  NearMiss near_miss(const Reading& reading) const override {
    NearMiss best;
    for (const auto& operand : operands_) {
      NearMiss miss = operand->near_miss(reading);
      if (miss.closeness > best.closeness) best = std::move(miss);
    }
    return best;
  }

  std::string describe() const override {
    return operands_.size() == 1 ? operands_[0]->describe() : "any of " + describe_list(operands_);
  }

 private:
  std::vector<std::unique_ptr<Rule>> operands_;
};

std::unique_ptr<Rule> build_any(Arguments& arguments) {
  std::vector<std::unique_ptr<Rule>> operands = arguments.rules("any");
  if (operands.empty()) return nullptr;
  return make_any_rule(std::move(operands));
}

}  // namespace

std::unique_ptr<Rule> make_any_rule(std::vector<std::unique_ptr<Rule>> operands) {
  return std::make_unique<AnyRule>(std::move(operands));
}

constinit const Kind kAnyKind{"any", "wherever one of several operands holds", build_any};

}  // namespace assay
