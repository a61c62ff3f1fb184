// met = "criterion-id": another criterion of the rubric is met. Holds without a place, by the words
// of the other.
#include <utility>

#include "rules/kinds.h"

namespace assay {
namespace {

class MetRule final : public Rule {
 public:
  MetRule(std::uint32_t criterion, std::string source)
      : criterion_(criterion), source_(std::move(source)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    if (const MatchParts* words = reading.met(criterion_)) out.push_back({{}, *words});
  }

  NearMiss near_miss(const Reading&) const override { return {}; }

  std::string describe() const override { return source_ + " is met"; }

 private:
  std::uint32_t criterion_;
  std::string source_;
};

std::unique_ptr<Rule> build_met(Arguments& arguments) {
  const std::uint32_t criterion = arguments.criterion("met");
  return std::make_unique<MetRule>(criterion, arguments.source("met"));
}

}  // namespace

constinit const Kind kMetKind{"met", "another criterion is met", build_met};

}  // namespace assay
