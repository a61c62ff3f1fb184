// What the kinds do with the matches of their operands.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "assay/rule.h"

namespace assay {

// What one operand found.
using Matches = std::span<const Match>;

std::vector<Matches> matches_of(std::span<const std::unique_ptr<Rule>> rules,
                                const Reading& reading);

// Orders those from index `begin` on by range; of matches with the same range the first stays.
void put_in_order(std::vector<Match>& matches, std::size_t begin = 0);

// Whether the operand that yielded these holds without a place: by absence, or by another
// criterion. Joins then ask nothing more of it.
bool holds_anywhere(std::span<const Match> matches);

// One match that rests on all of these: the range that covers them, their parts in text order and
// without repeats. Matches without a place add nothing.
Match united(std::span<const Match* const> matches);

// Matches of which no two overlap: from left to right, of those that begin together the longest.
// None without a place.
std::vector<const Match*> disjoint(std::span<const Match> matches);

}  // namespace assay
