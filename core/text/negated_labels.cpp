#include "text/negation.h"

namespace assay {

// "Kafka: no", "Kafka (not needed)": what a part without a verb is told that it is not.
void negate_labels(Reading& r) {
  constexpr std::uint32_t kLongestLabel = 5;
  constexpr std::uint32_t kLongestNo = 2;
  constexpr std::uint64_t kDoneWithout[] = {literal("needed"),   literal("used"),
                                            literal("required"), literal("necessary"),
                                            literal("here"),     literal("today")};
  for (std::size_t p = 0; p + 1 < r.parts.size(); ++p) {
    const Part& label = r.parts[p];
    const Part& said = r.parts[p + 1];
    if (said.gap < Gap::colon || said.last - said.first > kLongestNo ||
        label.last - label.first > kLongestLabel) {
      continue;
    }
    const Lexeme no = r.lex(said.first);
    const bool alone = said.last - said.first == 1;
    if (!(alone && (no == Lexeme::no || no == Lexeme::never)) &&
        !(no == Lexeme::not_ && r.word_is_any(said.first + 1, kDoneWithout))) {
      continue;
    }
    bool says = false;
    for (std::uint32_t i = label.first; i < label.last; ++i) {
      says |= r.is_auxiliary(i) || r.is_subject(i) || r.is(i, WordClass::interrogative) ||
              r.standing(i) != Standing::asserted;
    }
    if (!says) r.lay(label.first, label.last, Standing::negated, said.first);
  }
}

}  // namespace assay
