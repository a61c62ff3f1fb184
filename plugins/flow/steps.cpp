// flow.steps: things done one after the other, in the order given.
#include <algorithm>
#include <array>

#include "kinds.h"
#include "order.h"
#include "wording.h"

namespace flow {
namespace {

using assay::kNone;
using assay::Match;
using assay::NearMiss;
using assay::Part;
using assay::Rule;
using assay::TokenRange;

// The steps of an answer, sorted by when they are done, and the longest chains of them.
class Chains {
 public:
  Chains(const assay::Document& document, std::span<const Mention> mentions, std::uint32_t steps,
         std::uint32_t within)
      : mentions_(mentions), moments_(moments_of(document, mentions)), links_(mentions.size()) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
      if (moments_[i].counts) order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return moments_[i].at; });
    // The latest end of a chain by its step and length: what can follow an earlier one can follow
    // it, but for what it overlaps.
    std::array<std::array<std::uint32_t, kMostStages + 1>, kMostStages> latest;
    for (auto& of_step : latest) of_step.fill(kNone);
    for (const std::uint32_t i : order) {
      links_[i] = {1, kNone};
      for (std::uint32_t step = 0; step < mentions[i].stage && step < steps; ++step) {
        for (std::uint32_t length = links_[i].length; length <= step + 1; ++length) {
          const std::uint32_t before = latest[step][length];
          if (before == kNone || !follows(before, i, within)) continue;
          links_[i] = {length + 1, before};
        }
      }
      latest[mentions[i].stage][links_[i].length] = i;
      if (best_ == kNone || links_[i].length > links_[best_].length) best_ = i;
    }
  }

  // The longest chain, in order of its steps; of several the first. Empty where there is none.
  std::vector<std::uint32_t> longest() const {
    std::vector<std::uint32_t> chain;
    for (std::uint32_t i = best_; i != kNone; i = links_[i].before) chain.push_back(i);
    std::ranges::reverse(chain);
    return chain;
  }

  const Moment& moment(std::uint32_t mention) const { return moments_[mention]; }

 private:
  struct Link {
    std::uint32_t length = 0;
    std::uint32_t before = kNone;
  };

  bool follows(std::uint32_t before, std::uint32_t i, std::uint32_t within) const {
    const Mention& a = mentions_[before];
    const Mention& b = mentions_[i];
    if (a.range.overlaps(b.range) || moments_[before].at >= moments_[i].at) return false;
    const std::uint32_t apart =
        a.sentence < b.sentence ? b.sentence - a.sentence : a.sentence - b.sentence;
    return apart <= within;
  }

  std::span<const Mention> mentions_;
  std::vector<Moment> moments_;
  std::vector<Link> links_;
  std::uint32_t best_ = kNone;
};

class StepsRule final : public Rule {
 public:
  StepsRule(std::vector<std::unique_ptr<Rule>> steps, std::uint32_t least, std::uint32_t within)
      : steps_(std::move(steps)), least_(least), within_(within) {}

  void find(const assay::Reading& reading, std::vector<Match>& out) const override {
    const std::vector<Mention> mentions = mentions_of(reading, steps_);
    const Chains chains(reading.document(), mentions, count(), within_);
    const std::vector<std::uint32_t> chain = chains.longest();
    if (chain.size() < least_) return;
    Match match;
    for (const std::uint32_t index : chain) {
      const Mention& mention = mentions[index];
      match.range = match.range.empty() ? mention.range : cover(match.range, mention.range);
      match.parts.append(mention.parts);
      const TokenRange by = chains.moment(index).by;
      if (by.empty()) continue;
      match.range = cover(match.range, by);
      match.parts.push_back({by, this});
    }
    std::ranges::stable_sort(match.parts, {}, &Part::range);
    match.parts.erase(std::unique(match.parts.begin(), match.parts.end()), match.parts.end());
    out.push_back(std::move(match));
  }

  NearMiss near_miss(const assay::Reading& reading) const override {
    const assay::Document& document = reading.document();
    const std::vector<Mention> mentions = mentions_of(reading, steps_);
    if (mentions.empty()) return near_miss_of_steps(reading);
    const Chains chains(document, mentions, count(), within_);
    const std::vector<std::uint32_t> chain = chains.longest();
    if (chain.empty()) {
      return {0.4, cover(mentions.front().range, mentions.back().range),
              "the steps are named in a row, but not as things done one after the other"};
    }
    TokenRange range;
    std::string words;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const TokenRange place = mentions[chain[i]].range;
      range = range.empty() ? place : cover(range, place);
      if (i < 3) words += (i == 0 ? "" : ", then ") + quoted(document, place);
    }
    const double closeness = 0.9 * double(chain.size()) / double(steps_.size());
    // A step that is there and in none of its places comes where it should.
    for (const Mention& mention : mentions) {
      const bool chained = std::ranges::any_of(
          chain, [&](std::uint32_t index) { return mentions[index].stage == mention.stage; });
      if (chained) continue;
      return {closeness, cover(range, mention.range),
              words + (chain.size() == 1 ? " is" : " are") + " there, but " +
                  quoted(document, mention.range) + " comes at another point or too far off"};
    }
    return {closeness, range,
            words + (chain.size() == 1 ? " is" : " are") +
                " there, but a step before, between or after is missing"};
  }

  std::string describe() const override {
    std::string text;
    for (const auto& step : steps_) {
      if (!text.empty()) text += ", then ";
      text += step->describe();
    }
    if (least_ < steps_.size()) text += ", at least " + std::to_string(least_) + " of them";
    return text;
  }

 private:
  std::uint32_t count() const { return std::uint32_t(steps_.size()); }

  NearMiss near_miss_of_steps(const assay::Reading& reading) const {
    NearMiss nearest;
    for (const auto& step : steps_) {
      NearMiss miss = step->near_miss(reading);
      miss.closeness /= double(steps_.size());
      if (miss.closeness > nearest.closeness) nearest = std::move(miss);
    }
    return nearest;
  }

  std::vector<std::unique_ptr<Rule>> steps_;
  std::uint32_t least_;
  std::uint32_t within_;
};

std::unique_ptr<Rule> build_steps(assay::Arguments& arguments) {
  std::vector<std::unique_ptr<Rule>> steps = arguments.rules("steps", 2);
  const auto count = std::int64_t(std::max<std::size_t>(steps.size(), 2));
  const std::int64_t least = arguments.integer("least", 2, count, count);
  const std::int64_t within = arguments.integer("within", 1, 100, 8);
  if (steps.size() > kMostStages) {
    arguments.refuse("steps", "too many steps; expected at most " + std::to_string(kMostStages));
    return nullptr;
  }
  if (steps.size() < 2) return nullptr;
  return std::make_unique<StepsRule>(std::move(steps), std::uint32_t(least), std::uint32_t(within));
}

}  // namespace

const assay::Kind kStepsKind = {"steps", "things done one after the other, in the order given",
                                build_steps};

}  // namespace flow
