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
  AboutRule(Names names, bool unnamed, std::unique_ptr<assay::Rule> says,
            std::optional<assay::TermSet> without)
      : names_(names), unnamed_(unnamed), says_(std::move(says)), without_(without) {}

  void find(const assay::Reading& reading, std::vector<Match>& out) const override {
    const auto feature = reading.find(names_.feature);
    if (feature.empty() && !unnamed_) return;
    const auto said = reading.matches(*says_);
    if (said.empty()) return;
    const auto topics = topics_of(reading, names_);
    for (Match match : said) {
      if (match.range.empty() || !about_feature(topics, match)) continue;
      if (spoilt(reading, topics, match)) continue;
      name_feature(topics, feature, match);
      out.push_back(std::move(match));
    }
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    const auto feature = reading.find(names_.feature);
    if (feature.empty() && !unnamed_) return {};
    const auto said = reading.matches(*says_);
    if (!said.empty()) {
      return {0.7, said.front().range, "said, but not of the feature this asks for"};
    }
    assay::NearMiss inner = says_->near_miss(reading);
    if (inner.closeness > 0.4) {
      inner.closeness *= 0.8;
      return inner;
    }
    if (feature.empty()) return {};
    return {0.3, feature.front(), "the feature is named, but this is not said of it"};
  }

  std::string describe() const override { return says_->describe() + ", said of one feature"; }

 private:
  bool fits(const std::vector<Topic>& topics, TokenRange range) const {
    return std::ranges::all_of(std::span(topics).subspan(range.first, range.size()), [&](Topic t) {
      return t == Topic::feature || (unnamed_ && t == Topic::none);
    });
  }

  bool about_feature(const std::vector<Topic>& topics, const Match& match) const {
    if (match.parts.empty()) return fits(topics, match.range);
    return std::ranges::all_of(match.parts,
                               [&](const assay::Part& part) { return fits(topics, part.range); });
  }

  // Whether the words that must not be there stand in the same clause, said of the same feature.
  bool spoilt(const assay::Reading& reading, const std::vector<Topic>& topics,
              const Match& match) const {
    if (!without_) return false;
    const auto& document = reading.document();
    const std::uint32_t clause = document.tokens()[match.range.first].clause;
    return std::ranges::any_of(reading.find(*without_), [&](TokenRange range) {
      return document.tokens()[range.first].clause == clause &&
             topics[range.first] == topics[match.range.first];
    });
  }

  // Shows the nearest naming of the feature at or before the words.
  void name_feature(const std::vector<Topic>& topics, std::span<const TokenRange> feature,
                    Match& match) const {
    if (match.parts.empty()) match.parts.push_back({match.range, this});
    if (feature.empty() || topics[match.range.first] == Topic::none) return;
    TokenRange nearest = feature.front();
    for (TokenRange range : feature) {
      if (range.first <= match.range.last) nearest = range;
    }
    const auto shown = [&](const assay::Part& part) { return part.range.overlaps(nearest); };
    if (std::ranges::any_of(match.parts, shown)) return;
    match.parts.push_back({nearest, this});
    std::ranges::sort(match.parts, {}, &assay::Part::range);
  }

  Names names_;
  bool unnamed_;
  std::unique_ptr<assay::Rule> says_;
  std::optional<assay::TermSet> without_;
};

std::unique_ptr<assay::Rule> build_about(assay::Arguments& arguments) {
  const auto names = Names::read(arguments);
  const bool unnamed = arguments.flag("unnamed", false);
  const auto without = arguments.terms("without", false);
  auto says = arguments.rule("says");
  if (!names || !says) return nullptr;
  return std::make_unique<AboutRule>(*names, unnamed, std::move(says), without);
}

}  // namespace

const assay::Kind kAboutKind = {"about", "something is said of one feature, not of its rival",
                                build_about};

}  // namespace cap
