#include "order.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "names.h"

namespace flow {
namespace {

using assay::Document;
using assay::Gap;
using assay::kNone;
using assay::Token;
using assay::TokenRange;
using assay::WordClass;

constexpr std::size_t kMostWaitedFor = 8;  // mentions in what one step waits for

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

class Order {
 public:
  Order(const Document& document, std::span<const Mention> mentions)
      : document_(document), tokens_(document.tokens()), mentions_(mentions) {}

  std::vector<Moment> run() {
    for (const Mention& mention : mentions_) {
      moments_.push_back({std::uint64_t{2} * mention.range.first, {}, true});
    }
    for (std::size_t end = mentions_.size(); end > 0;) {
      std::size_t begin = end;
      while (begin > 0 && mentions_[begin - 1].sentence == mentions_[end - 1].sentence) --begin;
      read(begin, end);
      end = begin;
    }
    const std::vector<bool> names = bare_names(document_, mentions_);
    for (std::size_t i = 0; i < mentions_.size(); ++i) moments_[i].counts = !names[i];
    return std::move(moments_);
  }

 private:
  std::string_view word(std::uint32_t token) const { return document_.text(tokens_[token]); }
  TokenRange range(std::size_t mention) const { return mentions_[mention].range; }

  // Mentions [begin, end) of one sentence, from the last to the first: what a step waits for has
  // its moment before the step.
  void read(std::size_t begin, std::size_t end) {
    for (std::size_t i = end; i > begin; --i) {
      const std::size_t step = i - 1;
      if (step + 1 < end) {
        const TokenRange cue = waits(step);
        if (!cue.empty()) put_after_all(step, end, cue);
      }
      put_first_or_last(step, end);
      const TokenRange cue = before(step, begin);
      if (!cue.empty() && step + 1 < end) put_after_next(step, end, cue);
    }
  }

  // "A only after B": the words between a step and the next that make it wait.
  TokenRange waits(std::size_t step) const {
    const std::uint32_t to = range(step + 1).first;
    if (tokens_[to].gap >= Gap::comma) return {};
    for (std::uint32_t i = to; i > range(step).last; --i) {
      const std::uint32_t token = i - 1;
      if (makes_wait(token) && !is_other_use(step, token, to)) {
        return is_fronted(token, range(step).last) ? TokenRange{} : TokenRange{token, token + 1};
      }
      // What stands before a comma waits for nothing behind it: "after a week, B".
      if (tokens_[token].gap >= Gap::comma && !opens_with_wait(token)) return {};
    }
    return {};
  }

  bool opens_with_wait(std::uint32_t token) const {
    return makes_wait(token) || word(token) == "only" || word(token) == "but";
  }

  bool makes_wait(std::uint32_t token) const {
    static constexpr std::array<std::string_view, 5> kWaiting = {"after", "once", "when", "until",
                                                                 "till"};
    return is_one_of(word(token), kWaiting);
  }

  // "A, and after their word B": what waits is B.
  bool is_fronted(std::uint32_t token, std::uint32_t from) const {
    if (token <= from) return false;
    const std::string_view before = word(token - 1);
    return before == "and" || before == "then" || before == "but" || before == "so" ||
           document_.tokens()[token].gap >= Gap::colon;
  }

  // "after that", "once a day", "when done, ..."; and "both are written until the readers move",
  // where what is done lasts rather than waits.
  bool is_other_use(std::size_t step, std::uint32_t token, std::uint32_t to) const {
    static constexpr std::array<std::string_view, 4> kPointers = {"this", "which", "it", "these"};
    static constexpr std::array<std::string_view, 5> kOften = {"a", "per", "every", "more",
                                                               "again"};
    if (token + 1 >= to) return false;
    if (tokens_[token + 1].gap >= Gap::comma) return true;
    const std::string_view next = word(token + 1);
    if (word(token) == "until" || word(token) == "till") {
      return document_.standing_of(range(step)) != assay::Standing::negated;
    }
    if (word(token) == "once") return is_one_of(next, kOften);
    if (word(token) != "after") return false;
    // "after that we", not "after that reader"
    if (next == "that") {
      return token + 2 >= to || tokens_[token + 2].gap >= Gap::comma ||
             has(tokens_[token + 2].classes, WordClass::pronoun);
    }
    return is_one_of(next, kPointers);
  }

  // After all steps that follow in the sentence, up to a "then".
  void put_after_all(std::size_t step, std::size_t end, TokenRange cue) {
    std::uint64_t at = moments_[step].at;
    end = std::min(end, step + 1 + kMostWaitedFor);
    for (std::size_t i = step + 1; i < end; ++i) {
      if (i > step + 1 && then_between(range(i - 1).last, range(i).first)) break;
      at = std::max(at, moments_[i].at);
    }
    moments_[step].at = at + 1;
    moments_[step].by = cue;
  }

  bool then_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (word(i) == "then" || word(i) == "finally") return true;
    }
    return false;
  }

  // "The new one, which we add first", "removal comes last".
  void put_first_or_last(std::size_t step, std::size_t end) {
    const TokenRange sentence = document_.sentences()[mentions_[step].sentence].tokens;
    const std::uint32_t next = step + 1 < end ? range(step + 1).first : sentence.last;
    const std::uint32_t limit = std::min(next, range(step).last + 3);
    for (std::uint32_t i = range(step).last; i < limit; ++i) {
      if (tokens_[i].gap >= Gap::comma) return;
      const TokenRange cue{i, i + 1};
      if (word(i) == "first") {
        moments_[step] = {std::uint64_t{2} * sentence.first, cue, moments_[step].counts};
      } else if (word(i) == "last" && step + 1 < end) {
        put_after_all(step, end, cue);
      } else {
        continue;
      }
      return;
    }
  }

  // "Before A, B": a "before" that opens a clause and governs the step, with a comma behind it.
  TokenRange before(std::size_t step, std::size_t begin) const {
    const TokenRange sentence = document_.sentences()[mentions_[step].sentence].tokens;
    const std::uint32_t from = step > begin ? range(step - 1).last : sentence.first;
    for (std::uint32_t i = std::max(range(step).first, from); i > from; --i) {
      const std::uint32_t token = i - 1;
      const bool opens = tokens_[token].gap >= Gap::comma;
      if (word(token) == "before" || word(token) == "prior") {
        // "B, before A": what stands in the clause before is what comes first.
        const bool joined =
            token > sentence.first && has(tokens_[token - 1].classes, WordClass::conjunction);
        const bool fronted = step == begin ? opens || joined : joined;
        return fronted ? TokenRange{token, token + 1} : TokenRange{};
      }
      if (opens) return {};
    }
    return {};
  }

  // After the next step behind the comma.
  void put_after_next(std::size_t step, std::size_t end, TokenRange cue) {
    end = std::min(end, step + 1 + kMostWaitedFor);
    for (std::size_t i = step + 1; i < end; ++i) {
      if (!comma_between(range(step).last, range(i).first)) continue;
      moments_[step].at = std::max(moments_[step].at, moments_[i].at + 1);
      moments_[step].by = cue;
      return;
    }
  }

  bool comma_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i <= to; ++i) {
      if (tokens_[i].gap >= Gap::comma) return true;
    }
    return false;
  }

  const Document& document_;
  std::span<const Token> tokens_;
  std::span<const Mention> mentions_;
  std::vector<Moment> moments_;
};

}  // namespace

std::vector<Moment> moments_of(const Document& document, std::span<const Mention> mentions) {
  return Order(document, mentions).run();
}

}  // namespace flow
