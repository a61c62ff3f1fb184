// cap.split: two features are given different levels of consistency.
#include <algorithm>

#include "kinds.h"
#include "topics.h"

namespace cap {
namespace {

using assay::Match;
using assay::TokenRange;

class SplitRule final : public assay::Rule {
 public:
  SplitRule(Names names, std::unique_ptr<assay::Rule> strong, std::unique_ptr<assay::Rule> eventual)
      : names_(names), strong_(std::move(strong)), eventual_(std::move(eventual)) {}

  void find(const assay::Reading& reading, std::vector<Match>& out) const override {
    const auto topics = topics_of(reading, names_);
    const auto strong = first_about(reading, *strong_, topics, Topic::feature);
    const auto eventual = first_about(reading, *eventual_, topics, Topic::rival);
    if (!strong || !eventual) return;
    Match match{cover(*strong, *eventual),
                {{*strong, strong_.get()}, {*eventual, eventual_.get()}}};
    std::ranges::sort(match.parts, {}, &assay::Part::range);
    out.push_back(std::move(match));
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    const auto topics = topics_of(reading, names_);
    if (const auto strong = first_about(reading, *strong_, topics, Topic::feature)) {
      return {0.6, *strong, "one feature is given its level, the other none of its own"};
    }
    if (const auto eventual = first_about(reading, *eventual_, topics, Topic::rival)) {
      return {0.6, *eventual, "one feature is given its level, the other none of its own"};
    }
    return {};
  }

  std::string describe() const override { return "two features given different levels"; }

 private:
  static std::optional<TokenRange> first_about(const assay::Reading& reading,
                                               const assay::Rule& rule,
                                               const std::vector<Topic>& topics, Topic topic) {
    for (const Match& match : reading.matches(rule)) {
      if (!match.range.empty() && is_about(topics, match.range, topic)) return match.range;
    }
    return {};
  }

  Names names_;
  std::unique_ptr<assay::Rule> strong_;
  std::unique_ptr<assay::Rule> eventual_;
};

std::unique_ptr<assay::Rule> build_split(assay::Arguments& arguments) {
  const auto names = Names::read(arguments);
  auto strong = arguments.rule("strong");
  auto eventual = arguments.rule("eventual");
  if (!names || !strong || !eventual) return nullptr;
  return std::make_unique<SplitRule>(*names, std::move(strong), std::move(eventual));
}

}  // namespace

const assay::Kind kSplitKind = {"split", "two features are given different levels of consistency",
                                build_split};

}  // namespace cap
