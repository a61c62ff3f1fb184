#include "choice.h"

#include <algorithm>

#include "phrase.h"

namespace tradeoff {
namespace {

using assay::Document;
using assay::Gap;
using assay::TokenRange;

constexpr std::uint32_t kReach = 16;  // from a cue to what it governs

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
      for (TokenRange cue : in(vocabulary_.against, sentence)) {
        if (!disowned(document_, cue)) against(cue, sentence);
      }
      for (TokenRange cue : in(vocabulary_.between, sentence)) {
        if (!disowned(document_, cue)) between(cue, sentence);
      }
      for (TokenRange cue : in(vocabulary_.turned, sentence)) {
        if (!disowned(document_, cue)) turned_down(cue, i);
      }
    }
    std::ranges::sort(out_, {}, &Choice::cue);
  }

 private:
  std::span<const TokenRange> in(assay::TermSet terms, TokenRange range) const {
    return assay::beginning_in(reading_.find(terms), range);
  }

  // "... partition overwrite instead of row updates": a choosing verb or a thing before, anything
  // specific after.
  void against(TokenRange cue, TokenRange sentence) {
    const TokenRange left = said_after(cue.last, sentence.last);
    if (left.empty()) return;
    TokenRange around{reach_back(cue.first, sentence.first), cue.last};
    TokenRange taken = last_thing({around.first, cue.first});
    if (cue.first == sentence.first) {  // "Instead of Kubernetes we put it on two machines."
      around = {left.first, sentence.last};
      const std::uint32_t index = document_.sentence_of(cue.first);
      if (in(vocabulary_.choose, around).empty() && index > 0) {  // "Picked: ... / Instead of: ..."
        around = document_.sentences()[index - 1].tokens;
      }
    }
    if (taken.empty() && in(vocabulary_.choose, around).empty()) return;
    out_.push_back({cue, taken, left});
  }

  // "Iceberg over Hudi", "Flink, not Spark": a thing or a name on either side, close by.
  void between(TokenRange cue, TokenRange sentence) {
    const TokenRange phrase = phrase_after(cue.last, sentence.last);
    const TokenRange left = first_thing({phrase.first, std::min(phrase.first + 5, phrase.last)});
    const TokenRange before{reach_back(cue.first, sentence.first), cue.first};
    const TokenRange taken = last_thing(before);
    if (left.empty() || taken.empty()) return headline(cue, sentence);
    if (taken == left) return;
    out_.push_back({cue, taken, left});
  }

  // "sessions in signed cookies, not in a store": two short phrases without a verb, divided by the
  // cue and a comma or more, and nothing after them.
  void headline(TokenRange cue, TokenRange sentence) {
    std::uint32_t begin = sentence.first;
    if (cue.first == begin) begin = sentence_before(cue.first);  // "...; not in a store"
    if (cue.first == begin || document_.tokens()[cue.first].gap < Gap::comma) return;
    const TokenRange left = phrase_after(cue.last, sentence.last);
    const bool ends = left.last == sentence.last || document_.tokens()[left.last].gap >= Gap::colon;
    if (!ends || left.empty() || left.size() > 6 || says_something(left)) return;
    const TokenRange taken{reach_back(cue.first, begin), cue.first};
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

  // Where the sentence before `token` begins, if it is of the same block; else `token`.
  std::uint32_t sentence_before(std::uint32_t token) const {
    const std::uint32_t index = document_.sentence_of(token);
    if (index == 0) return token;
    const TokenRange previous = document_.sentences()[index - 1].tokens;
    if (previous.empty() || document_.block_of(previous.first) != document_.block_of(token)) {
      return token;
    }
    return previous.first;
  }

  // "... and left MongoDB aside": a choice in the same sentence or beside it.
  void turned_down(TokenRange cue, std::uint32_t index) {
    const auto sentences = document_.sentences();
    const TokenRange sentence = sentences[index].tokens;
    TokenRange around{index > 0 ? sentences[index - 1].tokens.first : sentence.first,
                      sentence.last};
    TokenRange left = first_thing(cue);
    if (left.empty()) left = first_thing({cue.last, std::min(cue.last + kReach, sentence.last)});
    bool passive = false;
    if (left.empty()) {
      left = phrase_after(cue.last, sentence.last);
      if (left.empty()) {
        passive = true;
        left = phrase_before(cue.first, sentence.first);
      }
      if (specificity(document_, left, vague_) == 0) return;
    }
    for (TokenRange chosen : in(vocabulary_.choose, around)) {
      if (chosen.overlaps(cue) || chosen.overlaps(left)) continue;
      if (!vocabulary_.accepted.has(document_.standing_of(chosen))) continue;
      const std::uint32_t end = chosen.first < cue.first ? cue.first : around.last;
      out_.push_back({cue, last_thing({chosen.first, std::min(chosen.last + kReach, end)}), left});
      return;
    }
    const TokenRange taken = last_thing({around.first, std::min(cue.first, left.first)});
    if (!taken.empty()) return out_.push_back({cue, taken, left});
    // "Rows are hashed; ordering them by date was turned down."
    if (passive && specificity(document_, {around.first, left.first}, vague_) > 1) {
      return out_.push_back({cue, {}, left});
    }
    if (index + 1 == sentences.size()) return;
    // "We did not build a vault. A plain star did."
    const TokenRange next = sentences[index + 1].tokens;
    for (TokenRange chosen : in(vocabulary_.choose, next)) {
      if (!vocabulary_.accepted.has(document_.standing_of(chosen))) continue;
      return out_.push_back({cue, chosen, left});
    }
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

  // The same, past breaks as long as nothing specific was said: "and not, well, the live feed".
  TokenRange said_after(std::uint32_t from, std::uint32_t end) const {
    const std::uint32_t limit = std::min(end, from + kReach);
    TokenRange phrase = phrase_after(from, limit);
    while (specificity(document_, phrase, vague_) == 0) {
      if (phrase.last >= limit) return {};
      phrase.last = phrase_after(phrase.last, limit).last;
    }
    return phrase;
  }

  // "..., and a search engine | was sent home".
  TokenRange phrase_before(std::uint32_t to, std::uint32_t begin) const {
    std::uint32_t first = to;
    while (first > begin && first + 6 > to) {
      --first;
      if (document_.tokens()[first].gap >= Gap::comma) break;
    }
    return {first, to};
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
