#include "choice.h"

#include <algorithm>

#include "phrase.h"

namespace tradeoff {
namespace {

using assay::Document;
using assay::Gap;
using assay::Standing;
using assay::TokenRange;

constexpr std::uint32_t kReach = 12;  // from a cue to what it governs

class Finder {
 public:
  Finder(const assay::Reading& reading, const ChoiceVocabulary& vocabulary,
         std::vector<Choice>& out)
      : reading_(reading),
        document_(reading.document()),
        vocabulary_(vocabulary),
        things_(reading.find(vocabulary.things)),
        vague_(reading.find(vocabulary.vague)),
        out_(out) {}

  void find_all() {
    const auto sentences = document_.sentences();
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      const TokenRange sentence = sentences[i].tokens;
      if (disowned(sentence)) continue;
      for (TokenRange cue : in(vocabulary_.against, sentence)) against(cue, sentence);
      for (TokenRange cue : in(vocabulary_.between, sentence)) between(cue, sentence);
      for (TokenRange cue : in(vocabulary_.turned, sentence)) turned_down(cue, i);
    }
    std::ranges::sort(out_, {}, &Choice::cue);
  }

 private:
  std::span<const TokenRange> in(assay::TermSet terms, TokenRange range) const {
    return assay::beginning_in(reading_.find(terms), range);
  }

  // Questions and other people's words choose nothing.
  bool disowned(TokenRange sentence) const {
    if (sentence.empty()) return true;
    const Standing standing = document_.standing_of({sentence.first, sentence.first + 1});
    return standing == Standing::question || standing == Standing::quoted ||
           standing == Standing::attributed;
  }

  // "... partition overwrite instead of row updates": a choosing verb or a thing before, anything
  // specific after.
  void against(TokenRange cue, TokenRange sentence) {
    const TokenRange left = phrase_after(cue.last, sentence.last);
    if (left.empty() || specificity(document_, left, vague_) == 0) return;
    const TokenRange before{reach_back(cue.first, sentence.first), cue.first};
    const TokenRange taken = last_thing(before);
    if (taken.empty() && in(vocabulary_.choose, before).empty()) return;
    out_.push_back({cue, taken, left});
  }

  // "Iceberg over Hudi", "Flink, not Spark": a thing or a name on either side, close by.
  void between(TokenRange cue, TokenRange sentence) {
    const TokenRange left = first_thing({cue.last, std::min(cue.last + 5, sentence.last)});
    const TokenRange before{reach_back(cue.first, sentence.first), cue.first};
    const TokenRange taken = last_thing(before);
    if (left.empty()) return headline(cue, sentence);
    if (taken.empty() || taken == left) return;
    out_.push_back({cue, taken, left});
  }

  // "sessions in signed cookies, not in a store": two short phrases without a verb, divided by the
  // cue and a comma or more, and nothing after them.
  void headline(TokenRange cue, TokenRange sentence) {
    if (cue.first == sentence.first || document_.tokens()[cue.first].gap < Gap::comma) return;
    const TokenRange left = phrase_after(cue.last, sentence.last);
    const bool ends = left.last == sentence.last || document_.tokens()[left.last].gap >= Gap::colon;
    if (!ends || left.empty() || left.size() > 6 || says_something(left)) return;
    const TokenRange taken{reach_back(cue.first, sentence.first), cue.first};
    if (says_something(taken) || specificity(document_, taken, vague_) == 0) return;
    if (specificity(document_, left, vague_) == 0) return;
    out_.push_back({cue, taken, left});
  }

  // Whether a word of it can only be a verb of a sentence.
  bool says_something(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const auto classes = document_.tokens()[i].classes;
      if (has(classes, assay::WordClass::auxiliary) || has(classes, assay::WordClass::modal) ||
          has(classes, assay::WordClass::pronoun)) {
        return true;
      }
    }
    return false;
  }

  // "... and left MongoDB aside": a choice in the same sentence or the one before.
  void turned_down(TokenRange cue, std::uint32_t index) {
    const auto sentences = document_.sentences();
    const TokenRange sentence = sentences[index].tokens;
    TokenRange around{index > 0 ? sentences[index - 1].tokens.first : sentence.first,
                      sentence.last};
    TokenRange left = first_thing(cue);
    if (left.empty()) left = first_thing({cue.last, std::min(cue.last + kReach, sentence.last)});
    if (left.empty()) {
      left = phrase_after(cue.last, sentence.last);
      if (specificity(document_, left, vague_) == 0) return;
    }
    for (TokenRange chosen : in(vocabulary_.choose, around)) {
      if (chosen.overlaps(cue) || chosen.overlaps(left)) continue;
      if (!vocabulary_.accepted.has(document_.standing_of(chosen))) continue;
      const std::uint32_t end = chosen.first < cue.first ? cue.first : around.last;
      out_.push_back({cue, last_thing({chosen.first, std::min(chosen.last + kReach, end)}), left});
      return;
    }
    const TokenRange taken = last_thing({around.first, cue.first});
    if (!taken.empty() && taken != left) out_.push_back({cue, taken, left});
  }

  static std::uint32_t reach_back(std::uint32_t token, std::uint32_t first) {
    return token > first + kReach ? token - kReach : first;
  }

  // From `from` to the next break, at most kReach words.
  TokenRange phrase_after(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t last = from;
    while (last < end && last < from + kReach &&
           (last == from || document_.tokens()[last].gap < Gap::comma)) {
      ++last;
    }
    return {from, last};
  }

  TokenRange first_thing(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      for (TokenRange thing : assay::beginning_in(things_, {i, i + 1})) return thing;
      if (is_name(document_, i)) return {i, i + 1};
    }
    return {};
  }

  TokenRange last_thing(TokenRange range) const {
    for (std::uint32_t i = range.last; i > range.first; --i) {
      for (TokenRange thing : assay::beginning_in(things_, {i - 1, i})) return thing;
      if (is_name(document_, i - 1)) return {i - 1, i};
    }
    return {};
  }

  const assay::Reading& reading_;
  const Document& document_;
  const ChoiceVocabulary& vocabulary_;
  std::span<const TokenRange> things_;
  std::span<const TokenRange> vague_;
  std::vector<Choice>& out_;
};

}  // namespace

ChoiceVocabulary ChoiceVocabulary::read(assay::Arguments& arguments) {
  const auto terms = [&](std::string_view key) {
    return arguments.terms(key).value_or(assay::TermSet{});
  };
  return {.choose = terms("choose"),
          .against = terms("against"),
          .between = terms("between"),
          .turned = terms("turned-down"),
          .things = terms("things"),
          .vague = terms("vague"),
          .accepted = arguments.standing()};
}

void find_choices(const assay::Reading& reading, const ChoiceVocabulary& vocabulary,
                  std::vector<Choice>& out) {
  Finder(reading, vocabulary, out).find_all();
}

}  // namespace tradeoff
