#include "rules/matches.h"

#include <algorithm>
#include <tuple>

namespace assay {

std::vector<Match> matches_of(const Rule& rule, const Reading& reading) {
  std::vector<Match> matches;
  rule.find(reading, matches);
  return matches;
}

std::vector<std::vector<Match>> matches_of(std::span<const std::unique_ptr<Rule>> rules,
                                           const Reading& reading) {
  std::vector<std::vector<Match>> matches;
  matches.reserve(rules.size());
  for (const auto& rule : rules) matches.push_back(matches_of(*rule, reading));
  return matches;
}

void put_in_order(std::vector<Match>& matches) {
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.range < b.range; });
  const auto same = [](const Match& a, const Match& b) { return a.range == b.range; };
  matches.erase(std::unique(matches.begin(), matches.end(), same), matches.end());
}

bool holds_anywhere(std::span<const Match> matches) {
  return std::any_of(matches.begin(), matches.end(),
                     [](const Match& match) { return match.range.empty(); });
}

Match united(std::span<const Match* const> matches) {
  Match all;
  for (const Match* match : matches) {
    if (match->range.empty()) continue;
    all.range = all.range.empty() ? match->range : cover(all.range, match->range);
    all.parts.insert(all.parts.end(), match->parts.begin(), match->parts.end());
  }
  std::stable_sort(all.parts.begin(), all.parts.end(),
                   [](const Part& a, const Part& b) { return a.range < b.range; });
  all.parts.erase(std::unique(all.parts.begin(), all.parts.end()), all.parts.end());
  return all;
}

std::vector<const Match*> disjoint(std::span<const Match> matches) {
  std::vector<const Match*> ordered;
  for (const Match& match : matches) {
    if (!match.range.empty()) ordered.push_back(&match);
  }
  std::stable_sort(ordered.begin(), ordered.end(), [](const Match* a, const Match* b) {
    return std::tuple(a->range.first, b->range.last) < std::tuple(b->range.first, a->range.last);
  });
  std::vector<const Match*> chosen;
  for (const Match* match : ordered) {
    if (chosen.empty() || match->range.first >= chosen.back()->range.last) chosen.push_back(match);
  }
  return chosen;
}

}  // namespace assay
