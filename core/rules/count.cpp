// count = operand, least = n, most = m, distinct = false: how often the operand holds, matches that
// overlap counted once. Holds once for the answer, on all of the matches; where none is enough and
// there are none, it holds without a place.
#include <algorithm>
#include <limits>
#include <utility>

#include "rules/kinds.h"
#include "rules/matches.h"
#include "rules/wording.h"

namespace assay {
namespace {

constexpr std::int64_t kMost = 1'000'000;

class CountRule final : public Rule {
 public:
  CountRule(std::unique_ptr<Rule> operand, std::size_t least, std::size_t most, bool distinct)
      : operand_(std::move(operand)), least_(least), most_(most), distinct_(distinct) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    const Matches matches = reading.matches(*operand_);
    const std::vector<const Match*> counted = count(reading.document(), matches);
    if (counted.size() >= least_ && counted.size() <= most_) out.push_back(united(counted));
  }

  NearMiss near_miss(const Reading& reading) const override {
    const Document& document = reading.document();
    const Matches matches = reading.matches(*operand_);
    const std::vector<const Match*> counted = count(document, matches);
    if (counted.empty()) {
      NearMiss miss = operand_->near_miss(reading);
      miss.closeness *= 0.8 / double(std::max<std::size_t>(least_, 1));
      return miss;
    }
    std::vector<TokenRange> ranges;
    for (const Match* match : counted) ranges.push_back(match->range);
    const std::string there =
        quoted_list(document, ranges) + " " + is_are(ranges.size()) + " there, ";
    if (counted.size() > most_) {
      return {0.5, counted[most_]->range,
              there + std::to_string(counted.size()) + " where at most " + std::to_string(most_) +
                  " may be"};
    }
    return {0.8 * double(counted.size()) / double(least_),
            counted[0]->range,
            there + std::to_string(counted.size()) + (distinct_ ? " different of " : " of ") +
                std::to_string(least_),
            {ranges.begin(), ranges.begin() + std::ptrdiff_t(std::min(ranges.size(), kMostNamed))}};
  }

  std::string describe() const override {
    std::string text;
    if (least_ > 0) text += "at least " + std::to_string(least_) + " ";
    if (most_ < std::size_t(kMost)) text += "at most " + std::to_string(most_) + " ";
    return text + (distinct_ ? "different of " : "of ") + operand_->describe();
  }

 private:
  std::vector<const Match*> count(const Document& document, std::span<const Match> matches) const {
    std::vector<const Match*> counted = disjoint(matches);
    if (!distinct_) return counted;
    // By stem, so that "key" and "keys" are one.
    std::vector<std::vector<std::uint64_t>> seen;
    std::erase_if(counted, [&](const Match* match) {
      std::vector<std::uint64_t> words;
      for (const Part& part : match->parts) {
        for (std::uint32_t t = part.range.first; t < part.range.last; ++t) {
          words.push_back(document.tokens()[t].stem);
        }
      }
      const auto place = std::lower_bound(seen.begin(), seen.end(), words);
      if (place != seen.end() && *place == words) return true;
      seen.insert(place, std::move(words));
      return false;
    });
    return counted;
  }

  std::unique_ptr<Rule> operand_;
  std::size_t least_;
  std::size_t most_;
  bool distinct_;
};

std::unique_ptr<Rule> build_count(Arguments& arguments) {
  std::unique_ptr<Rule> operand = arguments.rule("count");
  const bool bounded = arguments.has("least") || arguments.has("most");
  const std::int64_t least = arguments.integer("least", 0, kMost, 0);
  const std::int64_t most = arguments.integer("most", 0, kMost, kMost);
  const bool distinct = arguments.flag("distinct", false);
  if (!bounded) {
    arguments.refuse("count", "a count without a bound; expected `least`, `most` or both");
  } else if (least > most) {
    arguments.refuse("least", "more than `most`; expected " + std::to_string(most) + " or less");
  }
  if (!operand || !bounded || least > most) return nullptr;
  return std::make_unique<CountRule>(std::move(operand), std::size_t(least), std::size_t(most),
                                     distinct);
}

}  // namespace

constinit const Kind kCountKind{"count", "how often an operand holds", build_count};

}  // namespace assay
