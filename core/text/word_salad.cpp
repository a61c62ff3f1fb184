// Word salad: words in an order that nobody who writes English, however hurriedly, puts them in.
//
// Told by which classes of little words stand beside each other. The log-odds of two neighbours, in
// natural text against the same text with its words shuffled, are summed over all neighbours of
// which one is a little word (a likelihood ratio of two Markov chains of first order). They were
// counted on answers of the question bank. Tried by counting on half of them, and judging the other
// half and answers of students: 4 of 10,266 answers and single sentences fall below the bounds for
// short blocks, and 86 % of shuffled answers; 95 % with the bound for long ones.
#include <algorithm>
#include <array>
#include <cstdint>

#include "text/identity.h"
#include "text/standing.h"

namespace assay {
namespace {

// What a word can be here. The last four are no little words: of two of these nothing is held.
enum Little : std::uint8_t {
  article,
  subject,
  of,
  to,
  preposition,
  conjunction,
  subordinator,
  finite,
  modal,
  bare,
  adverb,
  determiner,
  word,
  number,
  pause,
  end,
};
constexpr std::size_t kLittle = end + 1;

struct ShapeWords {
  Little little;
  std::string_view words;
};
constexpr ShapeWords kShapeWords[] = {
    {article, "the a an our its their my your every no"},
    {subject, "i we they he she you it"},
    {of, "of"},
    {to, "to"},
    {preposition,
     "in on at by for with from into over under per through between without within before after "
     "across against during until about as than onto upon via"},
    {conjunction, "and or but"},
    {subordinator,
     "because if when while so that which who where unless whereas although whether how what why "
     "then"},
    {finite, "is are was were has had does did gets"},
    {modal, "can could will would should may might must shall do"},
    {bare, "be been being have get go make take keep"},
    {adverb, "not never only also just still even already always"},
    {determiner, "this these those all each both some any one two three same other"},
};

// Tenths of the natural logarithm of the odds, at least -40 and at most 30, by the class of the
// first word (rows) and of the second.
constexpr std::int8_t kLogOdds[kLittle][kLittle] = {
    {-40, -40, -40, -40, -38, -40, -37, -30, -32, -39, -17, -1, 6, -10, -8, 0},
    {-28, -37, -40, -4, -7, -18, -17, 13, 22, 16, 7, -18, 0, -19, -3, 0},
    {10, -4, -38, -40, -40, -40, -6, -36, -37, -40, -23, 8, 0, 5, -9, 0},
    {5, -14, -40, -33, -33, -21, -12, -40, -11, 20, -11, 5, 1, 9, -5, 0},
    {12, -3, -34, -22, -17, -27, -2, -27, -28, -22, -17, 10, -2, 8, -4, 0},
    {5, 6, -21, -10, -8, -40, 4, -7, -1, -3, 9, -1, 0, -3, -5, -5},
    {6, 14, -9, -9, -12, -31, -4, 6, 2, -11, -3, 2, -2, -9, -2, 0},
    {4, -11, -22, 7, -9, -28, 0, -24, -19, -4, 15, -6, 1, -3, -4, 0},
    {-17, -4, -25, -28, -20, -34, -11, -18, 1, 28, 18, -16, -1, -17, -6, 0},
    {3, -8, -18, 12, -2, -36, -19, -24, -33, -7, 1, -2, 2, 4, -3, 0},
    {-3, -28, -19, -6, -4, -24, 1, -4, -6, 17, 3, 2, 2, -4, -3, 0},
    {-15, -18, 6, -18, -8, -12, -15, 4, 0, -7, -13, -2, 4, -6, -2, 0},
    {-4, -2, 7, 6, 6, 4, -1, 5, 2, -6, -3, -5, 0, 0, 0, 0},
    {-12, -17, -2, -5, -6, 8, -12, -5, -5, -14, -9, -23, 0, 0, 0, 0},
    {0, 4, -12, -9, -3, 11, 9, -8, -7, -14, 0, 1, 0, 0, 0, 0},
    {3, 11, -28, -4, 1, -3, 9, -25, -18, -19, -3, 5, 0, 0, 0, 0},
};

constexpr std::int32_t kLeastPairs = 10;  // with fewer nothing can be told
constexpr std::int32_t kBound = -5;       // hundredths a pair,
constexpr std::int32_t kMargin = -400;    // and hundredths on top: few pairs may do so by chance
// Who talks without a stop still links words as English does; a vocabulary does not.
constexpr std::int32_t kBoundUnpunctuated = 5;
constexpr std::int32_t kUnpunctuated = 40;  // tokens to a pause, on average at least

constexpr std::uint32_t kTokensAnEquation = 30;

// In a long block the odds are sure enough that it is enough for them to be even.
constexpr std::int32_t kLong = 50;             // tokens
constexpr std::int32_t kLeastPairsOfMany = 8;  // notes have few little words

// Open addressing by the low bits of the identities, which are hashes already.
struct Slot {
  std::uint64_t word = 0;
  Little little = Little::word;
};
constexpr std::size_t kSlots = 512;
constexpr std::array<Slot, kSlots> kTable = [] {
  std::array<Slot, kSlots> table{};
  for (const ShapeWords& row : kShapeWords) {
    for (std::size_t begin = 0; begin < row.words.size();) {
      const std::size_t stop = std::min(row.words.find(' ', begin), row.words.size());
      const std::uint64_t word = hash_word(row.words.substr(begin, stop - begin));
      std::size_t at = word % kSlots;
      while (table[at].word != 0) at = (at + 1) % kSlots;
      table[at] = {word, row.little};
      begin = stop + 1;
    }
  }
  return table;
}();

// "IS" and "OF" are names of something.
bool is_shouted(const DocumentDraft& draft, const Token& token) {
  const auto upper = [&](std::uint32_t at) {
    return draft.original[at] >= 'A' && draft.original[at] <= 'Z';
  };
  return token.span.size() >= 2 && upper(token.span.begin) && upper(token.span.begin + 1);
}

Little little_of(const DocumentDraft& draft, const Token& token) {
  if (token.kind == TokenKind::number) return number;
  if (token.kind == TokenKind::symbol) return pause;
  if (is_shouted(draft, token)) return word;
  for (std::size_t at = token.word % kSlots; kTable[at].word != 0; at = (at + 1) % kSlots) {
    if (kTable[at].word == token.word) return kTable[at].little;
  }
  return word;
}

class Likelihood {
 public:
  void add(Little next) {
    if (last_ < word || next < word) {
      sum_ += kLogOdds[last_][next];
      ++pairs_;
    }
    pauses_ += next >= pause;
    ++tokens_;
    last_ = next;
  }
  // `diagram`: arrows stand in it, which link what no words do.
  bool is_salad(bool diagram) const {
    const bool unpunctuated = tokens_ > (pauses_ + 1) * kUnpunctuated;
    const bool is_long = tokens_ >= kLong && !diagram;
    const std::int32_t least = is_long ? kLeastPairsOfMany : kLeastPairs;
    const std::int32_t bound = unpunctuated ? kBoundUnpunctuated * pairs_
                               : is_long    ? 0
                                            : kBound * pairs_ + kMargin;
    return pairs_ >= least && 10 * sum_ < bound;
  }

 private:
  Little last_ = end;
  std::int32_t sum_ = 0;
  std::int32_t pairs_ = 0;
  std::int32_t pauses_ = 0;
  std::int32_t tokens_ = 0;
};

bool is_salad(const DocumentDraft& draft, TokenRange tokens) {
  Likelihood likelihood;
  std::uint32_t equations = 0;
  bool diagram = false;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& token = draft.tokens[i];
    if (token.in_code) continue;
    equations += token.kind == TokenKind::symbol && draft.text_of(i) == "=";
    diagram |= token.kind == TokenKind::symbol && draft.text_of(i) == "->";
    if (i > tokens.first && token.gap == Gap::stop) {
      likelihood.add(end);
    } else if (token.gap == Gap::hyphen || (token.gap >= Gap::comma && token.gap < Gap::stop)) {
      likelihood.add(pause);
    }
    likelihood.add(little_of(draft, token));
  }
  // SQL outside of code follows another grammar.
  return equations * kTokensAnEquation < tokens.size() && likelihood.is_salad(diagram);
}

}  // namespace

void mark_word_salad(DocumentDraft& draft) {
  for (const Block& block : draft.blocks) {
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) continue;
    if (!is_salad(draft, block.tokens)) continue;
    draft.flags.push_back("word-salad");
    for (std::uint32_t s = block.sentences.first; s < block.sentences.last; ++s) {
      const Sentence& sentence = draft.sentences[s];
      for (std::uint32_t c = sentence.clauses.first; c < sentence.clauses.last; ++c) {
        draft.clauses[c].standing = Standing::scrambled;
        draft.clauses[c].cue = kNone;
      }
    }
  }
}

}  // namespace assay
