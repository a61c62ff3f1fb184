#include <algorithm>
#include <bit>
#include <utility>

#include "rules/compiled_terms.h"
#include "rules/term_table.h"
#include "rules/word_cache.h"

namespace assay {
namespace {

using Op = TermStep::Op;

// Positions of a program that runs from token `start`: bit n stands for "n tokens matched". After a
// gap the next token may follow a comma, a bracket or a colon, otherwise it may not.
struct Positions {
  std::uint64_t close = 0;
  std::uint64_t after_gap = 0;

  std::uint64_t all() const { return close | after_gap; }
  void add(Positions other) {
    close |= other.close;
    after_gap |= other.after_gap;
  }
};
static_assert(kLongestOccurrence < 64);

constexpr std::size_t kAhead = 8;  // places that are fetched before they are looked at

// What is asked of a token again and again, all in one place.
struct Place {
  WordCache::Entry word;  // with the signs of its compounds; `begins_compound` where it has some
  Gap gap;
  TokenKind kind;
};

// A lexeme that a token and the next satisfy together.
struct Compound {
  std::uint32_t token;
  Lexeme lexeme;
};

template <typename Visit>
void for_each_bit(std::uint64_t bits, Visit visit) {
  for (; bits != 0; bits &= bits - 1) visit(std::uint32_t(std::countr_zero(bits)));
}

}  // namespace

struct TermMatcher::State {
  State(std::shared_ptr<const TermTable> shared, const CompiledTerms& compiled)
      : table(std::move(shared)),
        terms(compiled),
        cache(terms),
        seen_in(terms.lexemes.size()),
        results(terms.sets.size()),
        waiting(terms.programs.size()) {}

  // A list that empties itself when the next document begins.
  template <typename T>
  struct PerDocument {
    std::uint64_t used_by = 0;
    std::vector<T> items;
  };
  struct Result : PerDocument<TokenRange> {
    std::uint64_t ready_for = 0;
  };

  template <typename T>
  std::vector<T>& fresh(PerDocument<T>& list) {
    if (list.used_by != document_number) {
      list.used_by = document_number;
      list.items.clear();
    }
    return list.items;
  }

  void find_hits();
  bool find_compounds(std::uint32_t token);
  void follow_starts();
  void follow(Lexeme lexeme, std::uint32_t begin, std::uint32_t end);
  bool goes_on(const TermStart& start, std::uint32_t token) const;
  bool may_occur(const TermProgram& program) const;
  void run(const TermProgram& program, std::uint32_t start);
  template <typename Visit>
  void for_each_hit(Lexeme lexeme, std::uint32_t token, Visit visit) const;
  Positions after_gap(std::uint32_t words, Positions from, std::uint32_t start) const;
  Positions after_step(const TermStep& step, Positions from, std::uint32_t start) const;
  Positions after_lexeme(Lexeme lexeme, Positions from, std::uint32_t start) const;
  void run_waiting(std::uint32_t program);
  const std::vector<TokenRange>& ready(std::uint32_t set);

  // Whether the token that follows `matched` tokens may be matched next.
  bool may_follow(Positions from, std::uint32_t matched, std::uint32_t token) const {
    const Gap gap = places[token].gap;
    return matched == 0 || gap <= Gap::quote ||
           (gap != Gap::stop && ((from.after_gap >> matched) & 1) != 0);
  }

  std::shared_ptr<const TermTable> table;
  const CompiledTerms& terms;
  WordCache cache;

  const Document* document = nullptr;
  std::span<const Token> tokens;
  std::uint64_t document_number = 0;
  std::vector<std::uint64_t> seen_in;  // one a lexeme: the last document that it was hit in
  std::vector<Place> places;           // one a token
  std::vector<Compound> compounds;     // from left to right
  std::vector<Result> results;         // one a set
  std::vector<PerDocument<std::uint32_t>> waiting;  // one a program: where it may begin
  std::vector<Positions> positions;                 // one a step of the program that runs
  std::vector<Lexeme> together;                     // of one compound
};

void TermMatcher::State::find_hits() {
  places.clear();
  places.reserve(tokens.size());
  compounds.clear();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    places.push_back({cache.of(token, document->text(token)), token.gap, token.kind});
    WordCache::Entry& word = places.back().word;
    for (const Lexeme lexeme : cache.lexemes(word)) seen_in[lexeme] = document_number;
    if (word.begins_compound) word.begins_compound = find_compounds(i);
  }
}

// Whether there are any.
bool TermMatcher::State::find_compounds(std::uint32_t token) {
  if (token + 1 == tokens.size()) return false;
  const Token& first = tokens[token];
  const Token& next = tokens[token + 1];
  if (next.gap != Gap::hyphen && next.gap != Gap::joiner) return false;
  together.clear();
  terms.lexemes.satisfied_by(first, document->text(first), next, document->text(next), together);
  for (const Lexeme lexeme : together) {
    compounds.push_back({token, lexeme});
    places[token].word.signs |= sign_of(lexeme);
    seen_in[lexeme] = document_number;
  }
  return !together.empty();
}

// Calls `visit` with the number of tokens, one or two, by which each hit of the lexeme at `token`
// satisfies it.
template <typename Visit>
void TermMatcher::State::for_each_hit(Lexeme lexeme, std::uint32_t token, Visit visit) const {
  const WordCache::Entry& word = places[token].word;
  if ((word.signs & sign_of(lexeme)) == 0) return;
  const std::span<const Lexeme> own = cache.lexemes(word);
  if (std::find(own.begin(), own.end(), lexeme) != own.end()) visit(1);
  if (!word.begins_compound) return;
  const auto is_before = [](const Compound& compound, std::uint32_t t) {
    return compound.token < t;
  };
  for (auto compound = std::lower_bound(compounds.begin(), compounds.end(), token, is_before);
       compound != compounds.end() && compound->token == token; ++compound) {
    if (compound->lexeme == lexeme) visit(2);
  }
}

// Whether what follows the start, if that is known, begins at `token`.
bool TermMatcher::State::goes_on(const TermStart& start, std::uint32_t token) const {
  if (start.next[0] == kNoLexeme) return true;
  if (token >= tokens.size() || (places[token].word.signs & start.next_signs) == 0) return false;
  bool found_next = false;
  for (const Lexeme lexeme : start.next) {
    if (lexeme != kNoLexeme) for_each_hit(lexeme, token, [&](std::uint32_t) { found_next = true; });
  }
  return found_next;
}

// Whether the document has all that the program needs. REQUIRES: the sets it needs are ready.
bool TermMatcher::State::may_occur(const TermProgram& program) const {
  for (const std::uint32_t set : program.needed_sets) {
    if (results[set].items.empty()) return false;
  }
  for (const Lexeme lexeme : program.needed_lexemes) {
    if (seen_in[lexeme] != document_number) return false;
  }
  return true;
}

void TermMatcher::State::follow_starts() {
  auto compound = compounds.begin();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    for (const Lexeme lexeme : cache.starting(places[i].word)) follow(lexeme, i, i + 1);
    for (; compound != compounds.end() && compound->token == i; ++compound) {
      follow(compound->lexeme, i, i + 2);
    }
  }
}

// All that tokens [begin, end) can begin by satisfying the lexeme.
void TermMatcher::State::follow(Lexeme lexeme, std::uint32_t begin, std::uint32_t end) {
  for (const TermStart& start : terms.starts_with(lexeme)) {
    if (!goes_on(start, end)) continue;
    switch (start.kind) {
      case TermStart::Kind::word:
        fresh(results[start.index]).push_back({begin, end});
        break;
      case TermStart::Kind::phrase:
        run(terms.programs[start.index], begin);
        break;
      case TermStart::Kind::waiting:
        fresh(waiting[start.index]).push_back(begin);
        break;
    }
  }
}

Positions TermMatcher::State::after_lexeme(Lexeme lexeme, Positions from,
                                           std::uint32_t start) const {
  Positions to;
  for_each_bit(from.all(), [&](std::uint32_t matched) {
    const std::uint32_t token = start + matched;
    if (token >= tokens.size() || !may_follow(from, matched, token)) return;
    for_each_hit(lexeme, token, [&](std::uint32_t width) {
      if (matched + width <= kLongestOccurrence) to.close |= 1ull << (matched + width);
    });
  });
  return to;
}

// Every position a gap leads to: up to `words` tokens on, none of them in another sentence. What
// was matched so far is all in the sentence of `start`.
Positions TermMatcher::State::after_gap(std::uint32_t words, Positions from,
                                        std::uint32_t start) const {
  std::uint64_t reached = from.all();
  for (std::uint32_t width = 0; width < words;) {
    const std::uint32_t shift = std::min(width + 1, words - width);
    reached |= reached << shift;
    width += shift;
  }
  const TokenRange sentence = document->sentences()[document->sentence_of(start)].tokens;
  const std::uint32_t limit = std::min(sentence.last - start, kLongestOccurrence);
  return {0, reached & ((2ull << limit) - 1)};
}

// Of a step that is a word or a concept.
Positions TermMatcher::State::after_step(const TermStep& step, Positions from,
                                         std::uint32_t start) const {
  Positions to;
  for_each_bit(from.all(), [&](std::uint32_t matched) {
    const std::uint32_t token = start + matched;
    if (token >= tokens.size() || !may_follow(from, matched, token)) return;
    if (step.op == Op::any_word) {
      if (places[token].kind != TokenKind::symbol && matched < kLongestOccurrence) {
        to.close |= 1ull << (matched + 1);
      }
      return;
    }
    for (const TokenRange range : beginning_in(results[step.value].items, {token, token + 1})) {
      const std::uint32_t end = matched + range.size();
      if (end <= kLongestOccurrence) to.close |= 1ull << end;
    }
  });
  return to;
}

void TermMatcher::State::run(const TermProgram& program, std::uint32_t start) {
  const std::size_t steps = program.steps.size();
  positions.assign(steps + 1, {});
  positions[0].close = 1;
  for (std::size_t i = 0; i < steps; ++i) {
    const Positions from = positions[i];
    if (from.all() == 0) continue;
    const TermStep& step = program.steps[i];
    if (step.op == Op::lexeme) {
      positions[i + 1].add(after_lexeme(step.value, from, start));
      if (step.joined != kNoLexeme) {
        positions[i + 2].add(after_lexeme(step.joined, from, start));
      }
    } else if (step.op == Op::fork || step.op == Op::jump) {
      positions[step.value].add(from);
      if (step.op == Op::fork) positions[i + 1].add(from);
    } else if (step.op == Op::gap) {
      positions[i + 1].add(after_gap(step.value, from, start));
    } else {
      positions[i + 1].add(after_step(step, from, start));
    }
  }
  if (positions[steps].close == 0) return;
  std::vector<TokenRange>& found = fresh(results[program.set]);
  for_each_bit(positions[steps].close, [&](std::uint32_t matched) {
    found.push_back({start, start + matched});
  });
}

void TermMatcher::State::run_waiting(std::uint32_t index) {
  const TermProgram& program = terms.programs[index];
  if (!may_occur(program)) return;
  std::vector<std::uint32_t>& starts = fresh(waiting[index]);
  for (const std::uint32_t set : program.start_sets) {
    for (const TokenRange range : results[set].items) starts.push_back(range.first);
  }
  if (program.starts_anywhere) {
    for (std::uint32_t i = 0; i < tokens.size(); ++i) starts.push_back(i);
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  const std::vector<TokenRange>& found = fresh(results[program.set]);
  const std::size_t enough = found.size() + kMostOccurrences;
  for (std::size_t i = 0; i < starts.size() && found.size() < enough; ++i) {
    // Of a long answer they are no longer in the processor's cache.
    if (i + kAhead < starts.size()) __builtin_prefetch(&places[starts[i + kAhead]]);
    run(program, starts[i]);
  }
}

const std::vector<TokenRange>& TermMatcher::State::ready(std::uint32_t set) {
  Result& result = results[set];
  if (result.ready_for == document_number) return result.items;
  result.ready_for = document_number;
  std::vector<TokenRange>& found = fresh(result);
  for (const std::uint32_t included : terms.sets[set].includes) {
    const std::vector<TokenRange>& others = ready(included);
    found.insert(found.end(), others.begin(), others.end());
  }
  for (const std::uint32_t needed : terms.sets[set].needs) ready(needed);
  for (const std::uint32_t program : terms.sets[set].programs) run_waiting(program);
  // Nearly always so already: programs are started from left to right.
  const auto in_order = [](TokenRange a, TokenRange b) { return a >= b; };
  if (std::adjacent_find(found.begin(), found.end(), in_order) != found.end()) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }
  if (found.size() > kMostOccurrences) found.resize(kMostOccurrences);
  return found;
}

TermMatcher::TermMatcher(std::shared_ptr<const TermTable> table) {
  const CompiledTerms& terms = *table->compiled_;
  state_ = std::make_unique<State>(std::move(table), terms);
}
TermMatcher::~TermMatcher() = default;
TermMatcher::TermMatcher(TermMatcher&&) noexcept = default;

void TermMatcher::start(const Document& document) {
  state_->cache.trim();
  state_->document = &document;
  state_->tokens = document.tokens();
  ++state_->document_number;
  state_->find_hits();
  state_->follow_starts();
}

std::span<const TokenRange> TermMatcher::find(TermSet set) {
  return state_->ready(std::uint32_t(set));
}

}  // namespace assay
