// tradeoff.switch: under which changed condition the alternative would be taken. A condition with
// something specific in it, and in the same sentence either a word for changing course or the very
// alternative that the answer left elsewhere.
#include <algorithm>

#include "choice.h"
#include "kinds.h"
#include "phrase.h"

namespace tradeoff {
namespace {

using assay::TokenRange;

struct Condition {
  TokenRange cue;
  TokenRange course;  // the words that change it; empty where there are none
  TokenRange sentence;
  bool specific;
};

class SwitchRule final : public assay::Rule {
 public:
  SwitchRule(ChoiceVocabulary choice, assay::TermSet condition, assay::TermSet course,
             assay::TermSet stays, std::int64_t specific)
      : choice_(choice),
        condition_(condition),
        course_(course),
        stays_(stays),
        specific_(int(specific)) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    for (const Condition& c : conditions(reading)) {
      if (!c.specific || c.course.empty()) continue;
      assay::Match match{cover(c.cue, c.course), {{c.cue, this}, {c.course, this}}};
      if (match.parts[1].range < match.parts[0].range) std::swap(match.parts[0], match.parts[1]);
      out.push_back(std::move(match));
    }
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    assay::NearMiss best;
    for (const Condition& c : conditions(reading)) {
      if (!c.course.empty())
        return {0.7, c.cue, "the choice would change, but it is not said when"};
      best = {0.4, c.cue, "a condition, but the alternative would not be taken under it"};
    }
    return best;
  }

  std::string describe() const override { return "the condition under which the choice changes"; }

 private:
  std::vector<Condition> conditions(const assay::Reading& reading) const {
    const assay::Document& document = reading.document();
    std::vector<Choice> choices;
    find_choices(reading, choice_, choices);
    const auto vague = reading.find(choice_.vague);
    std::vector<Condition> found;
    for (TokenRange cue : reading.find(condition_)) {
      const TokenRange sentence = document.sentences()[document.sentence_of(cue.first)].tokens;
      if (disowned(document, cue)) continue;
      if (!assay::beginning_in(reading.find(stays_), sentence).empty()) continue;
      const TokenRange course = course_in(reading, sentence, cue, choices);
      const int score = tradeoff::specificity(document, {cue.last, sentence.last}, vague) +
                        tradeoff::specificity(document, {sentence.first, cue.first}, vague);
      found.push_back({cue, course, sentence, score >= specific_});
    }
    return found;
  }

  // A word for changing course, else a thing left in an earlier sentence.
  TokenRange course_in(const assay::Reading& reading, TokenRange sentence, TokenRange cue,
                       const std::vector<Choice>& choices) const {
    for (TokenRange course : assay::beginning_in(reading.find(course_), sentence)) {
      if (!course.overlaps(cue) && !negated(reading.document(), course)) return course;
    }
    const auto tokens = reading.document().tokens();
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (!is_content(tokens[i])) continue;
      for (const Choice& choice : choices) {
        if (choice.left.first >= sentence.first) continue;
        for (std::uint32_t j = choice.left.first; j < choice.left.last; ++j) {
          if (is_content(tokens[j]) && tokens[j].stem == tokens[i].stem) return {i, i + 1};
        }
      }
    }
    return {};
  }

  static bool negated(const assay::Document& document, TokenRange range) {
    return document.standing_of(range) == assay::Standing::negated;
  }

  ChoiceVocabulary choice_;
  assay::TermSet condition_;
  assay::TermSet course_;
  assay::TermSet stays_;
  int specific_;
};

std::unique_ptr<assay::Rule> build_switch(assay::Arguments& arguments) {
  const ChoiceVocabulary choice = ChoiceVocabulary::read(arguments);
  const auto terms = [&](std::string_view key) {
    return arguments.terms(key).value_or(assay::TermSet{});
  };
  const auto condition = terms("condition");
  const auto course = terms("course");
  const auto stays = terms("stays");
  return std::make_unique<SwitchRule>(choice, condition, course, stays,
                                      arguments.integer("specific", 1, 12, 2));
}

}  // namespace

const assay::Kind kSwitchKind = {"switch", "the condition under which the alternative is taken",
                                 build_switch};

}  // namespace tradeoff
