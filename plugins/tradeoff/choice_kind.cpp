// tradeoff.choice: what was taken and the alternative that was not.
#include "choice.h"
#include "kinds.h"
#include "phrase.h"

namespace tradeoff {
namespace {

class ChoiceRule final : public assay::Rule {
 public:
  explicit ChoiceRule(ChoiceVocabulary vocabulary) : vocabulary_(vocabulary) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    std::vector<Choice> choices;
    find_choices(reading, vocabulary_, choices);
    for (const Choice& c : choices) {
      const assay::TokenRange first = c.taken.empty() ? c.cue : c.taken;
      out.push_back({cover(cover(first, c.cue), c.left), {}});
      auto& parts = out.back().parts;
      parts.push_back({first, this});
      if (c.left != first) parts.push_back({c.left, this});
      if (parts.size() == 2 && parts[1].range < parts[0].range) std::swap(parts[0], parts[1]);
    }
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    for (assay::TokenRange verb : reading.find(vocabulary_.choose)) {
      if (!vocabulary_.accepted.has(reading.document().standing_of(verb))) continue;
      return {0.5, verb, "a choice is made, but not between two named things"};
    }
    return {};
  }

  std::string describe() const override { return "what was taken, and what was not"; }

 private:
  ChoiceVocabulary vocabulary_;
};

std::unique_ptr<assay::Rule> build_choice(assay::Arguments& arguments) {
  return std::make_unique<ChoiceRule>(ChoiceVocabulary::read(arguments));
}

}  // namespace

const assay::Kind kChoiceKind = {"choice", "something taken and something left", build_choice};

}  // namespace tradeoff
