// at-least = k, of = [operands]: k of them hold, anywhere in the answer. Its places are the
// shortest stretches that hold one match of each of k.
#include <utility>

#include "rules/join.h"
#include "rules/kinds.h"
#include "rules/matches.h"
#include "rules/operands.h"

namespace assay {
namespace {

class AtLeastRule final : public Rule {
 public:
  AtLeastRule(std::size_t needed, std::vector<std::unique_ptr<Rule>> operands)
      : needed_(needed), operands_(std::move(operands)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    const std::vector<Matches> matches = matches_of(operands_, reading);
    std::size_t held = 0;
    for (const auto& of_one : matches) held += of_one.empty() ? 0 : 1;
    if (held < needed_) return;
    std::vector<Match> found = gather(matches, needed_);
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }

  NearMiss near_miss(const Reading& reading) const override {
    const std::vector<Matches> matches = matches_of(operands_, reading);
    std::size_t held = 0;
    for (const auto& of_one : matches) held += of_one.empty() ? 0 : 1;
    return too_few_hold(reading, operands_, matches, needed_, [&] {
      return "that is " + std::to_string(held) + " of the " + std::to_string(needed_) + " needed";
    });
  }

  std::string describe() const override {
    return "at least " + std::to_string(needed_) + " of " + describe_list(operands_);
  }

 private:
  std::size_t needed_;
  std::vector<std::unique_ptr<Rule>> operands_;
};

std::unique_ptr<Rule> build_at_least(Arguments& arguments) {
  std::vector<std::unique_ptr<Rule>> operands = arguments.rules("of");
  const std::int64_t needed = arguments.integer("at-least", 1, 1000);
  if (operands.empty()) return nullptr;
  if (std::size_t(needed) > operands.size()) {
    arguments.refuse("at-least", "more than there are operands; expected 1 to " +
                                     std::to_string(operands.size()));
    return nullptr;
  }
  return std::make_unique<AtLeastRule>(std::size_t(needed), std::move(operands));
}

}  // namespace

constinit const Kind kAtLeastKind{"at-least", "so many of several operands hold in the answer",
                                  build_at_least};

}  // namespace assay
