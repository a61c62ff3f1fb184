// flow.path: stages of a design, each linked to the next.
#include <algorithm>
#include <tuple>

#include "chain.h"
#include "kinds.h"
#include "wording.h"

namespace flow {
namespace {

using assay::Match;
using assay::NearMiss;
using assay::Part;
using assay::Rule;
using assay::TokenRange;

class PathRule final : public Rule {
 public:
  PathRule(std::vector<std::unique_ptr<Rule>> stages, std::uint32_t least, LinkOptions options)
      : stages_(std::move(stages)), least_(least), options_(options) {}

  void find(const assay::Reading& reading, std::vector<Match>& out) const override {
    const std::vector<Mention> mentions = mentions_of(reading, stages_);
    const LinkTable table = table_of(reading, mentions);
    const auto chain = longest_chain(table, std::uint32_t(stages_.size()));
    if (chain.size() < least_) return;
    Match match;
    for (std::size_t i = 1; i < chain.size(); ++i) {
      show(mentions, *table.link(chain[i - 1], chain[i]), match);
    }
    const auto less = [](const Part& a, const Part& b) { return a.range < b.range; };
    std::ranges::stable_sort(match.parts, less);
    match.parts.erase(std::unique(match.parts.begin(), match.parts.end()), match.parts.end());
    out.push_back(std::move(match));
  }

  NearMiss near_miss(const assay::Reading& reading) const override {
    const assay::Document& document = reading.document();
    const std::vector<Mention> mentions = mentions_of(reading, stages_);
    if (mentions.empty()) return near_miss_of_stages(reading);
    const LinkTable table = table_of(reading, mentions);
    const auto chain = longest_chain(table, std::uint32_t(stages_.size()));
    if (const auto wrong = backward(table)) {
      const Mention& from = mentions[wrong->from];
      const Mention& to = mentions[wrong->to];
      return {0.8, cover(from.range, to.range),
              quoted(document, from.range) + " leads to " + quoted(document, to.range) +
                  ", the other way round than the data should go"};
    }
    if (!chain.empty()) return broken(document, mentions, table, chain);
    const std::vector<std::uint32_t> first = first_mentions(mentions);
    const auto named = std::size_t(
        std::ranges::count_if(first, [](std::uint32_t index) { return index != assay::kNone; }));
    if (named < 2) {
      return {0.2, mentions.front().range,
              quoted(document, mentions.front().range) +
                  " is there, but nothing is said to go into it or out of it"};
    }
    TokenRange range;
    std::string words;
    std::size_t told = 0;
    for (const std::uint32_t index : first) {
      if (index == assay::kNone || told == 3) continue;
      const TokenRange place = mentions[index].range;
      range = range.empty() ? place : cover(range, place);
      ++told;
      words += (words.empty()                             ? ""
                : told == std::min<std::size_t>(named, 3) ? " and "
                                                          : ", ") +
               quoted(document, place);
    }
    return {0.3 + 0.4 * double(named) / double(stages_.size()), range,
            words + " are named, but nothing says what flows from one to the next"};
  }

  std::string describe() const override {
    std::string text;
    for (const auto& stage : stages_) {
      if (!text.empty()) text += " -> ";
      text += stage->describe();
    }
    if (least_ < stages_.size()) text += ", at least " + std::to_string(least_) + " in a row";
    return text;
  }

 private:
  LinkTable table_of(const assay::Reading& reading, std::span<const Mention> mentions) const {
    std::vector<Link> links;
    find_links(reading, options_, mentions, links);
    return LinkTable(mentions, links);
  }

  void show(std::span<const Mention> mentions, const Link& link, Match& match) const {
    const auto add = [&](TokenRange range) {
      match.range = match.range.empty() ? range : cover(match.range, range);
    };
    for (const std::uint32_t index : {link.from, link.to}) {
      add(mentions[index].range);
      match.parts.append(mentions[index].parts);
    }
    if (link.by.empty()) return;
    add(link.by);
    match.parts.push_back({link.by, this});
  }

  // A link that the answer tells against the order.
  std::optional<Link> backward(const LinkTable& table) const {
    const auto count = std::uint32_t(stages_.size());
    for (std::uint32_t from = 1; from < count; ++from) {
      for (std::uint32_t to = 0; to < from; ++to) {
        const std::optional<Link> link = table.link(from, to);
        if (link && link->told && !table.link(to, from)) return link;
      }
    }
    return std::nullopt;
  }

  std::vector<std::uint32_t> first_mentions(std::span<const Mention> mentions) const {
    std::vector<std::uint32_t> first(stages_.size(), assay::kNone);
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
      if (first[mentions[i].stage] == assay::kNone) first[mentions[i].stage] = i;
    }
    return first;
  }

  NearMiss broken(const assay::Document& document, std::span<const Mention> mentions,
                  const LinkTable& table, std::span<const std::uint32_t> chain) const {
    TokenRange range;
    std::string words;
    for (std::size_t i = 1; i < chain.size(); ++i) {
      const Link link = *table.link(chain[i - 1], chain[i]);
      const TokenRange both = cover(mentions[link.from].range, mentions[link.to].range);
      range = range.empty() ? both : cover(range, both);
      if (i == 1) words = quoted(document, mentions[link.from].range);
      words += (i + 1 == chain.size() ? " and " : ", ") + quoted(document, mentions[link.to].range);
    }
    const std::vector<std::uint32_t> first = first_mentions(mentions);
    std::string why = words + " are connected, but ";
    std::uint32_t apart = assay::kNone;
    for (std::uint32_t stage = 0; stage < stages_.size() && apart == assay::kNone; ++stage) {
      if (std::ranges::find(chain, stage) == chain.end()) apart = first[stage];
    }
    if (apart != assay::kNone) {
      why += quoted(document, mentions[apart].range) + " is not connected to them in that order";
    } else if (chain.back() + 1 < stages_.size()) {
      why += "nothing leads on from there";
    } else if (chain.front() > 0) {
      why += "nothing leads to them";
    } else {
      why += "a part between them is missing";
    }
    return {0.4 + 0.5 * double(chain.size()) / double(stages_.size() + 1), range, why};
  }

  NearMiss near_miss_of_stages(const assay::Reading& reading) const {
    NearMiss nearest;
    for (const auto& stage : stages_) {
      NearMiss miss = stage->near_miss(reading);
      miss.closeness /= double(stages_.size());
      if (miss.closeness > nearest.closeness) nearest = std::move(miss);
    }
    return nearest;
  }

  std::vector<std::unique_ptr<Rule>> stages_;
  std::uint32_t least_;
  LinkOptions options_;
};

std::unique_ptr<Rule> build_path(assay::Arguments& arguments) {
  std::vector<std::unique_ptr<Rule>> stages = arguments.rules("stages", 2);
  const LinkOptions options = LinkOptions::read(arguments);
  const auto count = std::int64_t(std::max<std::size_t>(stages.size(), 2));
  const std::int64_t least = arguments.integer("least", 2, count, count);
  if (stages.size() > kMostStages) {
    arguments.refuse("stages", "too many stages; expected at most " + std::to_string(kMostStages));
    return nullptr;
  }
  if (stages.size() < 2) return nullptr;
  return std::make_unique<PathRule>(std::move(stages), std::uint32_t(least), options);
}

}  // namespace

const assay::Kind kPathKind = {"path", "parts connected as a flow, in the order given", build_path};

}  // namespace flow
