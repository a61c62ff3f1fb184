// join() and gather() against trying every combination.
#include "rules/join.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "rules/show.h"
#include "text/analyzer.h"

namespace assay {
namespace {

using Operands = std::vector<std::vector<Match>>;
std::vector<Matches> found(const Operands& operands) { return {operands.begin(), operands.end()}; }
using Combination = std::vector<TokenRange>;

std::vector<Combination> every_combination(const Operands& operands) {
  std::vector<Combination> combinations = {{}};
  for (const std::vector<Match>& matches : operands) {
    std::vector<Combination> longer;
    for (const Combination& combination : combinations) {
      for (const Match& match : matches) {
        longer.push_back(combination);
        longer.back().push_back(match.range);
      }
    }
    combinations = std::move(longer);
  }
  return combinations;
}

TokenRange cover_of(const Combination& combination) {
  TokenRange all = combination[0];
  for (const TokenRange range : combination) all = cover(all, range);
  return all;
}

bool distinct(Combination combination) {
  std::sort(combination.begin(), combination.end());
  return std::adjacent_find(combination.begin(), combination.end()) == combination.end();
}

bool in_order(const Combination& combination) {
  for (std::size_t i = 1; i < combination.size(); ++i) {
    if (combination[i].first < combination[i - 1].last) return false;
  }
  return true;
}

std::uint32_t unit_of(const Document& document, Scope::Unit unit, std::uint32_t token) {
  if (unit == Scope::Unit::clause) return document.tokens()[token].clause;
  if (unit == Scope::Unit::sentence) return document.sentence_of(token);
  if (unit == Scope::Unit::block) return document.block_of(token);
  return 0;
}

bool near_enough(const Document& document, Scope scope, Combination combination) {
  const TokenRange all = cover_of(combination);
  if (scope.unit != Scope::Unit::words) {
    return unit_of(document, scope.unit, all.last - 1) - unit_of(document, scope.unit, all.first) <
           scope.reach;
  }
  if (document.block_of(all.first) != document.block_of(all.last - 1)) return false;
  std::sort(combination.begin(), combination.end());
  std::uint32_t end = combination[0].last;
  for (const TokenRange range : combination) {
    if (range.first > end + scope.reach) return false;
    end = std::max(end, range.last);
  }
  return true;
}

// The earliest to end, of those the shortest, and so on after its end.
std::vector<TokenRange> choose(std::vector<TokenRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](TokenRange a, TokenRange b) {
    return std::tuple(a.last, b.first) < std::tuple(b.last, a.first);
  });
  std::vector<TokenRange> chosen;
  for (const TokenRange range : ranges) {
    if (chosen.empty() || range.first >= chosen.back().last) chosen.push_back(range);
  }
  return chosen;
}

std::vector<TokenRange> ranges_of(const std::vector<Match>& matches) {
  std::vector<TokenRange> ranges;
  for (const Match& match : matches) ranges.push_back(match.range);
  return ranges;
}

Document random_document() {
  static Analyzer analyzer;
  const std::vector<std::string> between = {" ", " ", " ", ", ", ". Ab ", "\n\n", " but "};
  std::string text;
  for (int i = *rc::gen::inRange(1, 10); i > 0; --i) {
    text += *rc::gen::element<std::string>("ab", "cd", "ef");
    text += *rc::gen::elementOf(between);
  }
  RC_LOG() << text << "\n";
  return analyzer.analyze(text);
}

// Matches of a word or of two words in a row.
Operands random_operands(const Document& document, int least, int most) {
  Operands operands;
  for (int i = *rc::gen::inRange(least, most + 1); i > 0; --i) {
    operands.emplace_back();
    const std::string word = *rc::gen::element<std::string>("ab", "cd", "ef");
    const std::uint32_t length = *rc::gen::element(1u, 1u, 2u);
    for (std::uint32_t t = 0; t + length <= document.tokens().size(); ++t) {
      if (document.text(document.tokens()[t]) != word) continue;
      operands.back().push_back({{t, t + length}, {{{t, t + length}, nullptr}}});
    }
    RC_LOG() << "operand: " << word << " +" << length - 1 << "\n";
  }
  return operands;
}

RC_GTEST_PROP(Join, FindsWhatTryingEveryCombinationFinds, ()) {
  const Document document = random_document();
  const Operands operands = random_operands(document, 1, 3);
  Scope scope;
  scope.unit = *rc::gen::element(Scope::Unit::words, Scope::Unit::clause, Scope::Unit::sentence,
                                 Scope::Unit::block, Scope::Unit::answer);
  const bool one_only = scope.unit == Scope::Unit::clause || scope.unit == Scope::Unit::block;
  scope.reach = one_only ? 1 : *rc::gen::inRange(1u, 4u);
  const bool ordered = *rc::gen::arbitrary<bool>();
  RC_LOG() << scope.missed() << (ordered ? ", ordered" : "") << "\n";

  std::vector<TokenRange> expected;
  for (const Combination& combination : every_combination(operands)) {
    if (!distinct(combination) || (ordered && !in_order(combination))) continue;
    if (near_enough(document, scope, combination)) expected.push_back(cover_of(combination));
  }
  const std::vector<Match> joined = join(document, found(operands), {scope, ordered, {}});
  RC_ASSERT(ranges_of(joined) == choose(expected));
  for (const Match& match : joined) RC_ASSERT(match.parts.size() == operands.size());
}

RC_GTEST_PROP(Join, LeavesOutWhatItGoesWithout, ()) {
  const Document document = random_document();
  const Operands operands = random_operands(document, 1, 2);
  const Operands without = random_operands(document, 1, 1);
  Scope scope;
  scope.unit = *rc::gen::element(Scope::Unit::words, Scope::Unit::sentence);
  scope.reach = *rc::gen::inRange(1u, 3u);

  std::vector<TokenRange> expected;
  for (const Combination& combination : every_combination(operands)) {
    if (!distinct(combination) || !near_enough(document, scope, combination)) continue;
    const TokenRange all = cover_of(combination);
    const TokenRange zone = zone_of(document, scope, all);
    const auto spoils = [&](const Match& match) { return match.range.overlaps(zone); };
    if (std::none_of(without[0].begin(), without[0].end(), spoils)) expected.push_back(all);
  }
  RC_ASSERT(ranges_of(join(document, found(operands), {scope, false, without[0]})) ==
            choose(expected));
}

RC_GTEST_PROP(Gather, FindsWhatTryingEveryCombinationFinds, ()) {
  const Document document = random_document();
  const Operands operands = random_operands(document, 1, 3);
  const std::size_t needed = *rc::gen::inRange<std::size_t>(1, operands.size() + 1);
  std::vector<TokenRange> expected;
  for (unsigned subset = 0; subset < 1u << operands.size(); ++subset) {
    Operands chosen;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if ((subset >> i & 1) != 0) chosen.push_back(operands[i]);
    }
    if (chosen.size() != needed) continue;
    for (const Combination& combination : every_combination(chosen)) {
      expected.push_back(cover_of(combination));
    }
  }
  RC_ASSERT(ranges_of(gather(found(operands), needed)) == choose(expected));
}

}  // namespace
}  // namespace assay
