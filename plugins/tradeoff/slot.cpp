// tradeoff.slot: a cue ("the price is", "I can live with that because") and beside it something
// specific enough to fill the slot it opens. "There are trade-offs" opens a slot and leaves it
// empty.
#include <algorithm>

#include "kinds.h"
#include "phrase.h"

namespace tradeoff {
namespace {

using assay::Document;
using assay::TokenRange;

class SlotRule final : public assay::Rule {
 public:
  SlotRule(assay::TermSet cue, std::optional<assay::TermSet> with,
           std::optional<assay::TermSet> without, assay::TermSet vague, std::int64_t specific,
           std::int64_t sentences, assay::StandingSet accepted)
      : cue_(cue),
        with_(with),
        without_(without),
        vague_(vague),
        specific_(int(specific)),
        sentences_(std::uint32_t(sentences)),
        accepted_(accepted) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    for (TokenRange cue : reading.find(cue_)) {
      if (!accepted_.has(reading.document().standing_of(cue))) continue;
      const TokenRange filler = filler_of(reading, cue);
      if (score(reading, cue, filler) < specific_ || emptied(reading, filler)) continue;
      assay::Match match{cover(cue, filler), {{cue, this}}};
      if (with_) {
        const auto supports = assay::beginning_in(reading.find(*with_), filler);
        const auto support =
            std::ranges::find_if(supports, [&](TokenRange range) { return !range.overlaps(cue); });
        if (support == supports.end()) continue;
        match.parts.push_back({*support, this});
        if (match.parts[1].range < match.parts[0].range) {
          std::swap(match.parts[0], match.parts[1]);
        }
      }
      out.push_back(std::move(match));
    }
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    assay::NearMiss best;
    for (TokenRange cue : reading.find(cue_)) {
      if (!accepted_.has(reading.document().standing_of(cue))) {
        if (best.closeness < 0.3) best = {0.3, cue, "said, but not as the answer's own claim"};
        continue;
      }
      const bool filled = score(reading, cue, filler_of(reading, cue)) >= specific_;
      const double closeness = filled ? 0.7 : 0.5;
      if (closeness <= best.closeness) continue;
      best = {closeness, cue,
              filled ? "said, but nothing near it says why or of what"
                     : "said, but with nothing specific beside it"};
    }
    return best;
  }

  std::string describe() const override { return "a cue, and something specific beside it"; }

 private:
  bool emptied(const assay::Reading& reading, TokenRange filler) const {
    return without_ && !assay::beginning_in(reading.find(*without_), filler).empty();
  }

  // The cue's sentence, and where it says too little by itself, the next ones of the same section.
  TokenRange filler_of(const assay::Reading& reading, TokenRange cue) const {
    const Document& document = reading.document();
    const auto sentences = document.sentences();
    std::uint32_t at = document.sentence_of(cue.first);
    TokenRange filler = sentences[at].tokens;
    const std::uint32_t section = document.section_of(cue.first);
    for (std::uint32_t more = 1; more < sentences_ && score(reading, cue, filler) < specific_;
         ++more) {
      if (++at == sentences.size() || sentences[at].tokens.empty()) break;
      if (document.section_of(sentences[at].tokens.first) != section) break;
      filler.last = sentences[at].tokens.last;
    }
    return filler;
  }

  // Things listed with nothing said of them: "cost, lock-in, egress, skills".
  static bool is_pile(const Document& document, TokenRange filler) {
    int breaks = 0;
    for (std::uint32_t i = filler.first; i < filler.last; ++i) {
      const assay::Token& token = document.tokens()[i];
      if (token.kind != assay::TokenKind::word || !is_content(token)) return false;
      if (i > filler.first && token.gap >= assay::Gap::comma) ++breaks;
    }
    return breaks > 2;
  }

  int score(const assay::Reading& reading, TokenRange cue, TokenRange filler) const {
    if (is_pile(reading.document(), filler)) return 0;
    const auto vague = reading.find(vague_);
    return specificity(reading.document(), {filler.first, cue.first}, vague) +
           specificity(reading.document(), {cue.last, filler.last}, vague);
  }

  assay::TermSet cue_;
  std::optional<assay::TermSet> with_;
  std::optional<assay::TermSet> without_;
  assay::TermSet vague_;
  int specific_;
  std::uint32_t sentences_;
  assay::StandingSet accepted_;
};

std::unique_ptr<assay::Rule> build_slot(assay::Arguments& arguments) {
  const auto cue = arguments.terms("cue").value_or(assay::TermSet{});
  const auto with = arguments.terms("with", false);
  const auto without = arguments.terms("without", false);
  const auto vague = arguments.terms("vague").value_or(assay::TermSet{});
  const std::int64_t specific = arguments.integer("specific", 1, 12, 3);
  const std::int64_t sentences = arguments.integer("sentences", 1, 4, 1);
  return std::make_unique<SlotRule>(cue, with, without, vague, specific, sentences,
                                    arguments.standing());
}

}  // namespace

const assay::Kind kSlotKind = {"slot", "a cue and something specific beside it", build_slot};

}  // namespace tradeoff
