#include "topics.h"

#include <algorithm>

namespace cap {
namespace {

using assay::Document;
using assay::TokenRange;

struct Mention {
  TokenRange range;
  Topic topic;
};

std::vector<Mention> merge(std::span<const TokenRange> feature, std::span<const TokenRange> rival) {
  std::vector<Mention> mentions;
  mentions.reserve(feature.size() + rival.size());
  for (TokenRange range : feature) mentions.push_back({range, Topic::feature});
  for (TokenRange range : rival) mentions.push_back({range, Topic::rival});
  std::ranges::sort(mentions, {}, &Mention::range);
  return mentions;
}

bool follows_preposition(const Document& document, TokenRange mention, std::uint32_t first) {
  for (std::uint32_t back = 1; back <= 2 && mention.first >= first + back; ++back) {
    if (has(document.tokens()[mention.first - back].classes, assay::WordClass::preposition)) {
      return true;
    }
  }
  return false;
}

// The topics of one clause that names at least one of the two.
void divide(const Document& document, TokenRange clause, std::span<const Mention> mentions,
            std::vector<Topic>& topics) {
  const bool name_comes_last = mentions.front().range.first > clause.first + 1 &&
                               follows_preposition(document, mentions.front().range, clause.first);
  std::size_t next = 0;
  Topic topic = mentions.front().topic;
  for (std::uint32_t i = clause.first; i < clause.last; ++i) {
    if (name_comes_last) {
      while (next < mentions.size() && mentions[next].range.last <= i) ++next;
      topic = mentions[std::min(next, mentions.size() - 1)].topic;
    } else {
      while (next < mentions.size() && mentions[next].range.first <= i) {
        topic = mentions[next++].topic;
      }
    }
    topics[i] = topic;
  }
}

}  // namespace

std::vector<Topic> topics_of(const Document& document, std::span<const TokenRange> feature,
                             std::span<const TokenRange> rival) {
  std::vector<Topic> topics(document.tokens().size(), Topic::none);
  const std::vector<Mention> all = merge(feature, rival);
  const auto in = [&](TokenRange range) {
    const auto low = std::ranges::lower_bound(all, range.first, {},
                                              [](const Mention& m) { return m.range.first; });
    const auto high = std::ranges::lower_bound(low, all.end(), range.last, {},
                                               [](const Mention& m) { return m.range.first; });
    return std::span<const Mention>(low, high);
  };
  Topic current = Topic::none;
  std::uint32_t section = assay::kNone;
  for (const assay::Sentence& sentence : document.sentences()) {
    if (sentence.tokens.empty()) continue;
    const std::uint32_t here = document.section_of(sentence.tokens.first);
    if (here != section) {
      section = here;
      const auto title = in(document.sections()[here].title);
      current = title.empty() ? Topic::none : title.front().topic;
    }
    const auto mentions = in(sentence.tokens);
    // Without anything before it, a sentence's opening is about what the sentence comes to.
    if (current == Topic::none && !mentions.empty()) current = mentions.front().topic;
    for (std::uint32_t c = sentence.clauses.first; c < sentence.clauses.last; ++c) {
      const TokenRange clause = document.clauses()[c].tokens;
      const auto named = in(clause);
      if (named.empty()) {
        std::fill(topics.begin() + clause.first, topics.begin() + clause.last, current);
      } else {
        divide(document, clause, named, topics);
        current = named.back().topic;
      }
    }
  }
  return topics;
}

bool is_about(std::span<const Topic> topics, TokenRange range, Topic topic) {
  const auto words = topics.subspan(range.first, range.size());
  return std::ranges::all_of(words, [topic](Topic t) { return t == topic; });
}

}  // namespace cap
