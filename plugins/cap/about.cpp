// cap.about: something is said of one feature and not of its rival.
#include <algorithm>

#include "kinds.h"
#include "topics.h"

namespace cap {
namespace {

using assay::Match;
using assay::TokenRange;

class AboutRule final : public assay::Rule {
 public:
  AboutRule(assay::TermSet feature, assay::TermSet rival, std::unique_ptr<assay::Rule> says)
      : feature_(feature), rival_(rival), says_(std::move(says)) {}

  void find(const assay::Reading& reading, std::vector<Match>& out) const override {
    const auto feature = reading.find(feature_);
    if (feature.empty()) return;
    std::vector<Match> said;
    says_->find(reading, said);
    if (said.empty()) return;
    const auto topics = topics_of(reading.document(), feature, reading.find(rival_));
    for (Match& match : said) {
      if (match.range.empty() || !about_feature(topics, match)) continue;
      name_feature(feature, match);
      out.push_back(std::move(match));
    }
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    const auto feature = reading.find(feature_);
    if (feature.empty()) return {};
    std::vector<Match> said;
    says_->find(reading, said);
    if (!said.empty()) {
      return {0.7, said.front().range, "said, but not of the feature this asks for"};
    }
    assay::NearMiss inner = says_->near_miss(reading);
    if (inner.closeness > 0.4) {
      inner.closeness *= 0.8;
      return inner;
    }
    return {0.3, feature.front(), "the feature is named, but this is not said of it"};
  }

  std::string describe() const override { return says_->describe() + ", said of one feature"; }

 private:
  bool about_feature(const std::vector<Topic>& topics, const Match& match) const {
    if (match.parts.empty()) return is_about(topics, match.range, Topic::feature);
    return std::ranges::all_of(match.parts, [&](const assay::Part& part) {
      return is_about(topics, part.range, Topic::feature);
    });
  }

  // Shows the nearest naming of the feature at or before the words.
  void name_feature(std::span<const TokenRange> feature, Match& match) const {
    if (match.parts.empty()) match.parts.push_back({match.range, this});
    TokenRange nearest = feature.front();
    for (TokenRange range : feature) {
      if (range.first <= match.range.last) nearest = range;
    }
    if (nearest.overlaps(match.range)) return;
    match.parts.push_back({nearest, this});
    std::ranges::sort(match.parts, {}, &assay::Part::range);
  }

  assay::TermSet feature_;
  assay::TermSet rival_;
  std::unique_ptr<assay::Rule> says_;
};

std::unique_ptr<assay::Rule> build(assay::Arguments& arguments) {
  const auto feature = arguments.terms("feature");
  const auto rival = arguments.terms("rival");
  auto says = arguments.rule("says");
  if (!feature || !rival || !says) return nullptr;
  return std::make_unique<AboutRule>(*feature, *rival, std::move(says));
}

}  // namespace

const assay::Kind kAboutKind = {"about", "something is said of one feature, not of its rival",
                                build};

}  // namespace cap
