#include "rules/matches.h"

#include <algorithm>
#include <tuple>

namespace assay {

std::vector<Matches> matches_of(std::span<const std::unique_ptr<Rule>> rules,
                                const Reading& reading) {
  std::vector<Matches> matches;
  matches.reserve(rules.size());
  for (const auto& rule : rules) matches.push_back(reading.matches(*rule));
  return matches;
}

void put_in_order(std::vector<Match>& matches, std::size_t begin) {
  const auto first = matches.begin() + std::ptrdiff_t(begin);
  const auto before = [](const Match& a, const Match& b) { return a.range < b.range; };
  if (!std::is_sorted(first, matches.end(), before)) {
    std::stable_sort(first, matches.end(), before);
  }
  const auto same = [](const Match& a, const Match& b) { return a.range == b.range; };
  matches.erase(std::unique(first, matches.end(), same), matches.end());
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
    all.parts.append(match->parts);
  }
  const auto before = [](const Part& a, const Part& b) { return a.range < b.range; };
  // Nearly always so already; to sort stably takes memory.
  if (!std::is_sorted(all.parts.begin(), all.parts.end(), before)) {
    std::stable_sort(all.parts.begin(), all.parts.end(), before);
  }
  all.parts.erase(std::unique(all.parts.begin(), all.parts.end()), all.parts.end());
  return all;
}

std::vector<const Match*> disjoint(std::span<const Match> matches) {
  std::vector<const Match*> ordered;
  for (const Match& match : matches) {
    if (!match.range.empty()) ordered.push_back(&match);
  }
  const auto before = [](const Match* a, const Match* b) {
    return std::tuple(a->range.first, b->range.last) < std::tuple(b->range.first, a->range.last);
  };
  if (!std::is_sorted(ordered.begin(), ordered.end(), before)) {
    std::stable_sort(ordered.begin(), ordered.end(), before);
  }
  std::vector<const Match*> chosen;
  for (const Match* match : ordered) {
    if (chosen.empty() || match->range.first >= chosen.back()->range.last) chosen.push_back(match);
  }
  return chosen;
}

}  // namespace assay
