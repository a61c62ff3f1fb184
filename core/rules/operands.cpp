#include "rules/operands.h"

#include <algorithm>
#include <utility>

#include "rules/wording.h"

namespace assay {
namespace {

constexpr double kMostOfTheWay = 0.8;  // however many parts are there, one is not

// The first place where an operand holds, if it has one.
TokenRange first_place(std::span<const Match> matches) {
  for (const Match& match : matches) {
    if (!match.range.empty()) return match.range;
  }
  return {};
}

}  // namespace

std::string describe_list(std::span<const std::unique_ptr<Rule>> operands) {
  std::string list = "[";
  for (const auto& operand : operands) {
    if (list.size() > 1) list += ", ";
    list += operand->describe();
  }
  return list + "]";
}

NearMiss too_few_hold(const Reading& reading, std::span<const std::unique_ptr<Rule>> operands,
                      std::span<const Matches> matches, std::size_t needed,
                      const std::function<std::string()>& missing) {
  const Document& document = reading.document();
  std::vector<TokenRange> places;
  std::size_t held = 0;
  NearMiss nearest;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    if (!matches[i].empty()) {
      ++held;
      const TokenRange place = first_place(matches[i]);
      if (!place.empty()) places.push_back(place);
      continue;
    }
    NearMiss miss = operands[i]->near_miss(reading);
    if (miss.closeness > nearest.closeness) nearest = std::move(miss);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  const std::size_t named = std::min(places.size(), kMostNamed);

  NearMiss result;
  result.closeness =
      kMostOfTheWay * (double(held) + nearest.closeness) / double(std::max(needed, held + 1));
  if (places.empty()) {
    // What holds by absence is no step towards the words.
    if (nearest.closeness == 0) return {};
    result.range = nearest.range;
    result.why = std::move(nearest.why);
    result.words = std::move(nearest.words);
    return result;
  }
  result.range = places[0];
  const std::string clause = clause_of(document, nearest);
  // What is nearly there has a "but" of its own.
  const bool turned = clause.find(", but ") != clause.npos;
  result.why = quoted_list(document, places);
  result.why += ' ';
  result.why += is_are(places.size());
  result.why += turned ? " there, and " : " there, but ";
  result.why += clause.empty() ? missing() : clause;
  result.words.assign(places.begin(), places.begin() + std::ptrdiff_t(named));
  if (!clause.empty()) {
    if (nearest.words.empty() && !nearest.range.empty()) nearest.words = {nearest.range};
    result.words.insert(result.words.end(), nearest.words.begin(), nearest.words.end());
  }
  return result;
}

}  // namespace assay
