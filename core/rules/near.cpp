// near = [operands], within = "sentence", ordered = false, without = operand: one match of each
// operand, all near each other.
//
// An operand that holds by absence (`not`) holds everywhere or nowhere in the answer; for "not in
// the same sentence" there is `without`.
#include <algorithm>
#include <utility>

#include "rules/join.h"
#include "rules/kinds.h"
#include "rules/matches.h"
#include "rules/operands.h"
#include "rules/wording.h"

namespace assay {
namespace {

class NearRule final : public Rule {
 public:
  NearRule(std::vector<std::unique_ptr<Rule>> operands, Scope scope, std::string within,
           bool ordered, std::unique_ptr<Rule> without)
      : operands_(std::move(operands)),
        scope_(scope),
        within_(std::move(within)),
        ordered_(ordered),
        without_(std::move(without)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    std::vector<Matches> matches;
    matches.reserve(operands_.size());
    for (const auto& operand : operands_) {
      matches.push_back(reading.matches(*operand));
      if (matches.back().empty()) return;
    }
    const Matches without = without_ ? reading.matches(*without_) : Matches();
    std::vector<Match> found = join(reading.document(), matches, {scope_, ordered_, without});
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }

  NearMiss near_miss(const Reading& reading) const override {
    const Document& document = reading.document();
    const std::vector<Matches> matches = matches_of(operands_, reading);
    for (const auto& of_one : matches) {
      if (!of_one.empty()) continue;
      return too_few_hold(reading, operands_, matches, operands_.size(),
                          [] { return std::string("what should stand beside it is missing"); });
    }
    if (without_) {
      const std::vector<Match> joined = join(document, matches, {scope_, ordered_, {}});
      if (!joined.empty()) return spoilt(reading, joined[0]);
    }
    if (ordered_) {
      const std::vector<Match> joined = join(document, matches, {scope_, false, {}});
      if (!joined.empty()) {
        return {0.9, joined[0].range,
                words(document, joined[0]) + " are there, but in another order", ranges(joined[0])};
      }
    }
    const Scope anywhere{Scope::Unit::answer, 1};
    const std::vector<Match> apart = join(document, matches, {anywhere, false, {}});
    if (apart.empty()) {
      // One word stands for several operands and nothing else is there.
      const auto placed = std::find_if(matches.begin(), matches.end(),
                                       [](const auto& of_one) { return !holds_anywhere(of_one); });
      if (placed == matches.end()) return {};
      const TokenRange range = placed->front().range;
      return {0.4, range, quoted(document, range) + " is there, but alone"};
    }
    const auto shortest = std::min_element(
        apart.begin(), apart.end(),
        [](const Match& a, const Match& b) { return a.range.size() < b.range.size(); });
    return {0.85, shortest->range,
            words(document, *shortest) + " are there, but " + scope_.missed(), ranges(*shortest)};
  }

  std::string describe() const override {
    std::string text;
    for (const auto& operand : operands_) {
      if (!text.empty()) text += ordered_ ? ", then " : " near ";
      text += operand->describe();
    }
    text += " within " + within_;
    if (without_) text += ", without " + without_->describe();
    return text;
  }

 private:
  static std::vector<TokenRange> ranges(const Match& match) {
    std::vector<TokenRange> ranges;
    for (const Part& part : match.parts) ranges.push_back(part.range);
    return ranges;
  }
  static std::string words(const Document& document, const Match& match) {
    return quoted_list(document, ranges(match));
  }

  NearMiss spoilt(const Reading& reading, const Match& joined) const {
    const Document& document = reading.document();
    const Matches without = reading.matches(*without_);
    if (joined.range.empty() || holds_anywhere(without)) {
      return {0.5, joined.range, "what is there is taken back elsewhere"};
    }
    const TokenRange zone = zone_of(document, scope_, joined.range);
    for (const Match& match : without) {
      if (!match.range.overlaps(zone)) continue;
      std::vector<TokenRange> shown = ranges(joined);
      shown.push_back(match.range);
      return {0.9, joined.range,
              words(document, joined) + " are there, but " + quoted(document, match.range) +
                  " beside them says otherwise",
              std::move(shown)};
    }
    return {};
  }

  std::vector<std::unique_ptr<Rule>> operands_;
  Scope scope_;
  std::string within_;
  bool ordered_;
  std::unique_ptr<Rule> without_;  // may be null
};

std::unique_ptr<Rule> build_near(Arguments& arguments) {
  std::vector<std::unique_ptr<Rule>> operands = arguments.rules("near", 2);
  const std::string within = arguments.text("within", "sentence");
  const bool ordered = arguments.flag("ordered", false);
  std::unique_ptr<Rule> without = arguments.rule("without", false);
  const std::optional<Scope> scope = Scope::parse(within);
  if (!scope) {
    arguments.refuse("within",
                     "no such distance; expected \"clause\", \"sentence\", \"N sentences\", "
                     "\"N words\", \"block\" or \"section\", with N up to " +
                         std::to_string(kMostReach));
  }
  const bool too_many = operands.size() > kMostUnordered;
  if (too_many) {
    arguments.refuse("near",
                     "too many operands; expected at most " + std::to_string(kMostUnordered));
  }
  if (!scope || too_many || operands.empty()) return nullptr;
  return std::make_unique<NearRule>(std::move(operands), *scope, within, ordered,
                                    std::move(without));
}

}  // namespace

constinit const Kind kNearKind{"near", "operands that hold near each other", build_near};

}  // namespace assay
