#include "text/standing.h"

#include <algorithm>
#include <iterator>

#include "text/identity.h"
#include "text/word_classes.h"

namespace assay {
namespace {

constexpr std::uint8_t kLastHeadingLevel = 6;  // deeper are labels within a block

// "Not built", "Left out on purpose:", "Out of scope", "Rejected": a title over what is not done.
bool is_of_what_is_left_out(const DocumentDraft& draft, TokenRange title) {
  const auto word = [&](std::uint32_t i) {
    return i < title.last ? draft.tokens[i].word : std::uint64_t(0);
  };
  for (std::uint32_t i = title.first; i < title.last; ++i) {
    if (word(i) == hash_word("rejected") || word(i) == hash_word("omitted") ||
        word(i) == hash_word("discarded")) {
      return i == title.first || title.size() <= 2;
    }
    if (word(i) == hash_word("left") || word(i) == hash_word("ruled")) {
      return word(i + 1) == hash_word("out");
    }
    if (word(i) == hash_word("out")) {
      return word(i + 1) == hash_word("of") && word(i + 2) == hash_word("scope");
    }
    if (word(i) == hash_word("not")) {
      constexpr std::uint64_t kDone[] = {hash_word("built"),  hash_word("done"),
                                         hash_word("used"),   hash_word("in"),
                                         hash_word("needed"), hash_word("taken")};
      return std::find(std::begin(kDone), std::end(kDone), word(i + 1)) != std::end(kDone);
    }
  }
  return false;
}

// "Not now", "For later", "Future work": a title over what may come some day.
bool is_of_what_is_put_off(const DocumentDraft& draft, TokenRange title) {
  constexpr std::uint64_t kAlone[] = {hash_word("postponed"), hash_word("deferred")};
  struct Pair {
    std::uint64_t first, second;
  };
  constexpr Pair kPairs[] = {
      {hash_word("not"), hash_word("now")},      {hash_word("not"), hash_word("yet")},
      {hash_word("for"), hash_word("later")},    {hash_word("maybe"), hash_word("later")},
      {hash_word("future"), hash_word("work")},  {hash_word("next"), hash_word("release")},
      {hash_word("next"), hash_word("version")}, {hash_word("next"), hash_word("iteration")}};
  const std::uint64_t first = draft.tokens[title.first].word;
  if (title.size() == 1) return is_one_of(first, kAlone);
  if (title.size() != 2) return false;
  const std::uint64_t second = draft.tokens[title.first + 1].word;
  return std::any_of(std::begin(kPairs), std::end(kPairs), [&](const Pair& pair) {
    return pair.first == first && pair.second == second;
  });
}

void mark_what_is_left_out(DocumentDraft& draft) {
  for (const Section& section : draft.sections) {
    if (section.title.empty()) continue;
    const bool put_off = is_of_what_is_put_off(draft, section.title);
    if (!put_off && !is_of_what_is_left_out(draft, section.title)) continue;
    // Under a label the next sentence may say what is done instead.
    std::uint32_t last = section.tokens.last;
    if (section.level > kLastHeadingLevel) {
      const std::uint32_t sentence =
          draft.clauses[draft.tokens[section.title.first].clause].sentence;
      last = std::min(last, draft.sentences[sentence].tokens.last);
    }
    for (std::uint32_t i = section.tokens.first; i < last; ++i) {
      Clause& clause = draft.clauses[draft.tokens[i].clause];
      if (clause.standing != Standing::asserted && clause.standing != Standing::conditional)
        continue;
      clause.standing = put_off ? Standing::hypothetical : Standing::rejected;
      clause.cue = section.title.first;
    }
  }
}

// "## Caching" with nothing below: a thing is named, and nothing is said of it.
void mark_bare_headings(DocumentDraft& draft) {
  for (std::size_t n = 0; n < draft.sections.size(); ++n) {
    const Section& section = draft.sections[n];
    if (section.title.empty() || !section.tokens.empty()) continue;
    if (n + 1 < draft.sections.size() && draft.sections[n + 1].parent == n) continue;
    const bool heading = section.level <= kLastHeadingLevel;
    bool says = !heading;
    for (std::uint32_t i = section.title.first; i < section.title.last; ++i) {
      const Token& token = draft.tokens[i];
      // "cache" is a thing, and "cache the sessions" is done.
      const bool thing =
          has(token.classes, WordTrait::noun) &&
          (i + 1 == section.title.last || !has(draft.tokens[i + 1].classes, WordClass::determiner));
      says |= (has(token.classes, WordClass::verb) && !thing) ||
              has(token.classes, WordClass::auxiliary) || has(token.classes, WordClass::modal) ||
              has(token.classes, WordClass::negator) || has(token.classes, WordTrait::gerund) ||
              token.kind != TokenKind::word;
    }
    if (says) continue;
    for (std::uint32_t i = section.title.first; i < section.title.last; ++i) {
      Clause& clause = draft.clauses[draft.tokens[i].clause];
      if (clause.standing == Standing::asserted) clause.standing = Standing::unclaimed;
    }
  }
}

}  // namespace

void assign_standing(DocumentDraft& draft) {
  mark_questions(draft);
  mark_what_is_left_out(draft);
  mark_bare_headings(draft);
  mark_verdicts(draft);
  mark_reproaches(draft);
  mark_term_piles(draft);
  mark_word_salad(draft);
}

}  // namespace assay
