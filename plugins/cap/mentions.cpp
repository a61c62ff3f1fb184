#include "mentions.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cap {
namespace {

using assay::Document;
using assay::TokenRange;

template <std::size_t N>
bool is_one_of(const Document& document, std::uint32_t token,
               const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, document.text(document.tokens()[token])) != words.end();
}

// "than (the) billing", "unlike billing", "compared to billing"
bool only_compares(const Document& document, TokenRange name) {
  static constexpr std::array<std::string_view, 8> kComparing = {
      "than", "unlike", "versus", "vs", "compared", "relative", "contrast", "opposed"};
  const std::uint32_t first = document.sentences()[document.sentence_of(name.first)].tokens.first;
  for (std::uint32_t back = 1; back <= 3 && name.first >= first + back; ++back) {
    const std::uint32_t token = name.first - back;
    if (is_one_of(document, token, kComparing)) return true;
    const assay::WordClasses classes = document.tokens()[token].classes;
    if (!has(classes, assay::WordClass::determiner) && !has(classes, assay::WordClass::preposition))
      return false;
  }
  return false;
}

Topic opposite(Topic topic) {
  if (topic == Topic::none) return Topic::none;
  return topic == Topic::feature ? Topic::rival : Topic::feature;
}

// Adds "the former", "the latter" and "the other one", which stand for the names before them.
void add_pointers(const Document& document, std::vector<Mention>& mentions) {
  std::vector<Mention> added;
  std::size_t next = 0;
  Topic last = Topic::none;
  Topic before_last = Topic::none;  // the last one that is not `last`
  const auto tokens = document.tokens();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    while (next < mentions.size() && mentions[next].range.first <= i) {
      const Topic topic = mentions[next++].topic;
      if (topic == Topic::none || topic == last) continue;
      before_last = last;
      last = topic;
    }
    const std::string_view word = document.text(tokens[i]);
    Topic meant = Topic::none;
    if (word == "latter") meant = last;
    if (word == "former") meant = before_last;
    if (word == "one" && i > 0 && document.text(tokens[i - 1]) == "other") meant = opposite(last);
    if (meant != Topic::none) added.push_back({{i, i + 1}, meant});
  }
  mentions.insert(mentions.end(), added.begin(), added.end());
}

}  // namespace

std::vector<Mention> mentions_of(const assay::Reading& reading, const Names& names) {
  std::vector<Mention> mentions;
  const Document& document = reading.document();
  const auto add = [&](assay::TermSet terms, Topic topic) {
    for (TokenRange range : reading.find(terms)) {
      if (!only_compares(document, range)) mentions.push_back({range, topic});
    }
  };
  add(names.feature, Topic::feature);
  add(names.rival, Topic::rival);
  if (names.neither) add(*names.neither, Topic::none);
  std::ranges::sort(mentions, {}, &Mention::range);
  add_pointers(document, mentions);
  std::ranges::sort(mentions, {}, &Mention::range);
  return mentions;
}

}  // namespace cap
