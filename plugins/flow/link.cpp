// flow.link: what comes out of one thing goes into another.
#include <algorithm>

#include "chain.h"
#include "kinds.h"
#include "wording.h"

namespace flow {
namespace {

using assay::Match;
using assay::NearMiss;
using assay::Rule;

class LinkRule final : public Rule {
 public:
  LinkRule(std::vector<std::unique_ptr<Rule>> ends, LinkOptions options)
      : ends_(std::move(ends)), options_(options) {}

  void find(const assay::Reading& reading, std::vector<Match>& out) const override {
    const std::vector<Mention> mentions = mentions_of(reading, ends_);
    std::vector<Link> links;
    find_links(reading, options_, mentions, links);
    const std::optional<Link> best = LinkTable(mentions, links).link(0, 1);
    if (!best) return;
    const std::size_t first = out.size();
    for (const Link& link : links) {
      if (mentions[link.from].stage == 0 && link.told == best->told) {
        out.push_back(match_of(mentions, link));
      }
    }
    const auto begin = out.begin() + std::ptrdiff_t(first);
    std::stable_sort(begin, out.end(),
                     [](const Match& a, const Match& b) { return a.range < b.range; });
    const auto same = [](const Match& a, const Match& b) { return a.range == b.range; };
    out.erase(std::unique(begin, out.end(), same), out.end());
  }

  NearMiss near_miss(const assay::Reading& reading) const override {
    const assay::Document& document = reading.document();
    const std::vector<Mention> mentions = mentions_of(reading, ends_);
    const auto of_stage = [&](std::uint32_t stage) {
      return std::ranges::find(mentions, stage, &Mention::stage);
    };
    const auto from = of_stage(0);
    const auto to = of_stage(1);
    if (from == mentions.end() || to == mentions.end()) {
      const bool neither = from == to;
      NearMiss miss = ends_[from == mentions.end() ? 0 : 1]->near_miss(reading);
      if (neither) {
        miss.closeness *= 0.5;
        return miss;
      }
      const auto there = from == mentions.end() ? to : from;
      return {
          0.4, there->range,
          quoted(document, there->range) + (there == from ? " is there, but it leads nowhere"
                                                          : " is there, but nothing leads to it")};
    }
    std::vector<Link> links;
    find_links(reading, options_, mentions, links);
    const assay::TokenRange both = cover(from->range, to->range);
    const std::optional<Link> opposite = LinkTable(mentions, links).link(1, 0);
    if (opposite && opposite->told) {
      return {0.7, both,
              quoted(document, to->range) + " leads to " + quoted(document, from->range) +
                  ", the other way round than the data should go"};
    }
    return {0.6, both,
            quoted(document, from->range) + " and " + quoted(document, to->range) +
                " are named, but nothing says that the one leads to the other"};
  }

  std::string describe() const override {
    return ends_[0]->describe() + " -> " + ends_[1]->describe();
  }

 private:
  Match match_of(std::span<const Mention> mentions, const Link& link) const {
    const Mention& from = mentions[link.from];
    const Mention& to = mentions[link.to];
    Match match{cover(from.range, to.range), from.parts};
    match.parts.append(to.parts);
    if (!link.by.empty()) {
      match.range = cover(match.range, link.by);
      match.parts.push_back({link.by, this});
    }
    std::ranges::stable_sort(match.parts, {}, &assay::Part::range);
    return match;
  }

  std::vector<std::unique_ptr<Rule>> ends_;
  LinkOptions options_;
};

std::unique_ptr<Rule> build_link(assay::Arguments& arguments) {
  std::vector<std::unique_ptr<Rule>> ends;
  ends.push_back(arguments.rule("from"));
  ends.push_back(arguments.rule("to"));
  const LinkOptions options = LinkOptions::read(arguments);
  if (ends[0] == nullptr || ends[1] == nullptr) return nullptr;
  return std::make_unique<LinkRule>(std::move(ends), options);
}

}  // namespace

const assay::Kind kLinkKind = {"link", "what comes out of one thing goes into another", build_link};

}  // namespace flow
