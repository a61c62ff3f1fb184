// all = [operands]: every one of them holds, anywhere in the answer. Its places are the short
// stretches that hold one match of each.
#include <utility>

#include "rules/join.h"
#include "rules/kinds.h"
#include "rules/matches.h"
#include "rules/operands.h"

namespace assay {
namespace {

class AllRule final : public Rule {
 public:
  explicit AllRule(std::vector<std::unique_ptr<Rule>> operands) : operands_(std::move(operands)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    std::vector<Matches> matches;
    for (const auto& operand : operands_) {
      matches.push_back(reading.matches(*operand));
      if (matches.back().empty()) return;
    }
    std::vector<Match> found = gather(matches, operands_.size());
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }

  NearMiss near_miss(const Reading& reading) const override {
    return too_few_hold(reading, operands_, matches_of(operands_, reading), operands_.size(),
                        [] { return std::string("something that belongs to it is missing"); });
  }

  std::string describe() const override { return "all of " + describe_list(operands_); }

 private:
  std::vector<std::unique_ptr<Rule>> operands_;
};

std::unique_ptr<Rule> build_all(Arguments& arguments) {
  std::vector<std::unique_ptr<Rule>> operands = arguments.rules("all");
  if (operands.empty()) return nullptr;
  return std::make_unique<AllRule>(std::move(operands));
}

}  // namespace

constinit const Kind kAllKind{"all", "several operands, all of which hold in the answer",
                              build_all};

}  // namespace assay
