#include "order.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace flow {
namespace {

using assay::Document;
using assay::Gap;
using assay::kNone;
using assay::Token;
using assay::TokenRange;
using assay::WordClass;

constexpr std::size_t kMostWaitedFor = 8;  // mentions in what one step waits for
constexpr std::uint32_t kNameWords = 4;    // a longer piece of a row says something

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
    return std::move(moments_);
  }

 private:
  std::string_view word(std::uint32_t token) const { return document_.text(tokens_[token]); }
  TokenRange range(std::size_t mention) const { return mentions_[mention].range; }

  // Mentions [begin, end) of one sentence, from the last to the first: what a step waits for has
  // its moment before the step.
  void read(std::size_t begin, std::size_t end) {
    if (end - begin > 1) drop_bare_names(begin, end);
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
      if (is_one_of(word(token), kWaiting) && !is_other_use(token, to)) {
        return is_fronted(token, range(step).last) ? TokenRange{} : TokenRange{token, token + 1};
      }
      // What stands before a comma waits for nothing behind it: "after a week, B".
      if (tokens_[token].gap >= Gap::comma && !opens_with_wait(token)) return {};
    }
    return {};
  }

  static constexpr std::array<std::string_view, 7> kWaiting = {
      "after", "once", "when", "until", "unless", "following", "till"};

  bool opens_with_wait(std::uint32_t token) const {
    return is_one_of(word(token), kWaiting) || word(token) == "only" || word(token) == "but";
  }

  // "A, and after their word B": what waits is B.
  bool is_fronted(std::uint32_t token, std::uint32_t from) const {
    if (token <= from) return false;
    const std::string_view before = word(token - 1);
    return before == "and" || before == "then" || before == "but" || before == "so" ||
           document_.tokens()[token].gap >= Gap::colon;
  }

  // "after that", "once a day", "when done, ..."
  bool is_other_use(std::uint32_t token, std::uint32_t to) const {
    static constexpr std::array<std::string_view, 7> kPointers = {"that",  "this", "which", "it",
                                                                  "these", "more", "again"};
    if (token + 1 >= to) return false;
    if (tokens_[token + 1].gap >= Gap::comma) return true;
    const bool points = is_one_of(word(token + 1), kPointers);
    // "after that" points back, "after that reader has moved" does not; "once it is", neither.
    if (!points) return false;
    return word(token) == "after" &&
           (token + 2 >= to || tokens_[token + 2].gap >= Gap::comma || word(token + 1) != "that" ||
            has(tokens_[token + 2].classes, WordClass::pronoun));
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

  // "The blocks are chunking, embeddings and reranking": names in a row, which are no steps.
  void drop_bare_names(std::size_t begin, std::size_t end) {
    const std::uint32_t sentence = mentions_[begin].sentence;
    if (is_called_order(sentence) || (sentence > 0 && is_lead(sentence - 1))) return;
    for (std::size_t first = begin; first < end;) {
      std::size_t last = first + 1;
      while (last < end && is_row(last - 1)) ++last;
      std::size_t bare = 0;
      for (std::size_t i = first; i < last; ++i) bare += is_bare(range(i), sentence) ? 1 : 0;
      // Of "chunks, embeddings, an index, search" one could be told to do the last.
      const bool names = bare > 1 && bare * 2 >= last - first;
      for (std::size_t i = first; i < last; ++i) moments_[i].counts = !names;
      first = last;
    }
  }

  // Whether a mention and the next are pieces of one row.
  bool is_row(std::size_t mention) const {
    if (mentions_[mention].stage == mentions_[mention + 1].stage) return false;
    for (std::uint32_t i = range(mention).last; i <= range(mention + 1).first; ++i) {
      if (tokens_[i].gap >= Gap::colon || tokens_[i].kind == assay::TokenKind::symbol) return false;
      if (i < range(mention + 1).first && says_something(i)) return false;
    }
    return true;
  }

  bool says_something(std::uint32_t token) const {
    const auto classes = tokens_[token].classes;
    return has(classes, WordClass::verb) || has(classes, WordClass::auxiliary) ||
           has(classes, WordClass::modal) || has(classes, WordClass::pronoun) ||
           has(classes, WordClass::adverb) || word(token).ends_with("ed");
  }

  // A short piece between commas or conjunctions, without a verb.
  bool is_bare(TokenRange mention, std::uint32_t sentence) const {
    const TokenRange all = document_.sentences()[sentence].tokens;
    TokenRange piece = mention;
    const auto divides = [&](std::uint32_t i) {
      return tokens_[i].gap >= Gap::comma || has(tokens_[i].classes, WordClass::conjunction);
    };
    while (piece.first > all.first && tokens_[piece.first].gap < Gap::comma &&
           !has(tokens_[piece.first - 1].classes, WordClass::conjunction) &&
           piece.size() <= kNameWords && !says_something(piece.first - 1)) {
      --piece.first;
    }
    while (piece.last < all.last && !divides(piece.last) && piece.size() <= kNameWords)
      ++piece.last;
    if (piece.size() > kNameWords) return false;
    for (std::uint32_t i = piece.first; i < piece.last; ++i) {
      const bool noun = i > all.first && has(tokens_[i - 1].classes, WordClass::determiner);
      if (!noun && says_something(i)) return false;
    }
    return true;
  }

  bool is_called_order(std::uint32_t sentence) const {
    static constexpr std::array<std::string_view, 14> kOrders = {
        "order", "steps",    "step",    "sequence", "then",   "first",   "finally",
        "next",  "followed", "outside", "inward",   "lastly", "inwards", "stages"};
    const TokenRange range = document_.sentences()[sentence].tokens;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (is_one_of(word(i), kOrders)) return true;
    }
    return false;
  }

  // A short sentence that announces an order: "In this order:"
  bool is_lead(std::uint32_t sentence) const {
    return document_.sentences()[sentence].tokens.size() <= 12 && is_called_order(sentence);
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
