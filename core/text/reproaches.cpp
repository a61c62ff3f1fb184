// A reproach: what was told led to harm, or is not what the answer does. "That is how we lost a
// day." "... is how our last outage began." "They were fined for it." "I don't." "That would be
// wrong."
#include <algorithm>

#include "text/identity.h"
#include "text/standing.h"
#include "text/word_classes.h"

namespace assay {
namespace {

constexpr std::uint32_t kLongestTail = 8;  // tokens of a punishment

constexpr std::uint64_t kHarm[] = {
    hash_word("outage"),     hash_word("outages"),  hash_word("incident"),  hash_word("incidents"),
    hash_word("postmortem"), hash_word("disaster"), hash_word("disasters"), hash_word("mess"),
    hash_word("loser"),      hash_word("losers"),   hash_word("breach"),    hash_word("breaches"),
    hash_word("lawsuit"),    hash_word("chaos"),    hash_word("nightmare"), hash_word("trouble"),
    hash_word("fined"),      hash_word("sued"),     hash_word("fired"),     hash_word("burned"),
    hash_word("burnt"),      hash_word("bitten"),   hash_word("broke"),     hash_word("broken"),
    hash_word("lost"),       hash_word("lose"),     hash_word("loses"),     hash_word("failed"),
    hash_word("fails"),      hash_word("crashed"),  hash_word("corrupted"), hash_word("doubled"),
    hash_word("bankrupt"),   hash_word("leaked"),   hash_word("wrong")};
constexpr std::uint64_t kPunished[] = {hash_word("fined"),  hash_word("sued"),   hash_word("fired"),
                                       hash_word("sacked"), hash_word("burned"), hash_word("burnt"),
                                       hash_word("bitten"), hash_word("hacked")};
// "That is how we avoid another outage" is praise.
constexpr std::uint64_t kAverting[] = {
    hash_word("avoid"),    hash_word("avoids"),   hash_word("avoided"), hash_word("prevent"),
    hash_word("prevents"), hash_word("stop"),     hash_word("stops"),   hash_word("stopped"),
    hash_word("survive"),  hash_word("survived"), hash_word("fix"),     hash_word("fixed"),
    hash_word("found"),    hash_word("find"),     hash_word("noticed"), hash_word("notice"),
    hash_word("solve"),    hash_word("solved"),   hash_word("recover"), hash_word("recovered"),
    hash_word("repair"),   hash_word("repaired"), hash_word("detect"),  hash_word("detected"),
    hash_word("catch"),    hash_word("caught"),   hash_word("if"),      hash_word("when"),
    hash_word("learned"),  hash_word("learnt"),   hash_word("keep"),    hash_word("know")};

class Reader {
 public:
  explicit Reader(const DocumentDraft& draft) : draft_(draft) {}

  Lexeme lex(std::uint32_t i) const { return lexeme_of(draft_.tokens[i].classes); }
  bool word_is(std::uint32_t i, std::uint64_t identity) const {
    return draft_.tokens[i].word == identity;
  }
  bool points_back(std::uint32_t i) const {
    return word_is(i, hash_word("that")) || word_is(i, hash_word("this")) ||
           word_is(i, hash_word("which")) || word_is(i, hash_word("it"));
  }
  bool is_be(std::uint32_t i) const {
    const Lexeme l = lex(i);
    return l == Lexeme::be || l == Lexeme::be_past || l == Lexeme::be_were || word_is(i, kBeS);
  }

  // Where "is how", "was why" stands before harm that nothing averts, or kNone.
  std::uint32_t names_harm_of(TokenRange tokens) const {
    constexpr std::uint64_t kHow = hash_word("how"), kWhy = hash_word("why");
    for (std::uint32_t how = tokens.first + 1; how + 1 < tokens.last; ++how) {
      if (!word_is(how, kHow) && !word_is(how, kWhy)) continue;
      const bool exactly = how > tokens.first + 1 && word_is(how - 1, hash_word("exactly"));
      const std::uint32_t be = exactly ? how - 2 : how - 1;
      if (!is_be(be)) continue;
      return has_any(kHarm, {how, tokens.last}) && !averts({how, tokens.last}) ? be : kNone;
    }
    return kNone;
  }

  // "They were fined for it", "I'd be fired": who did so was punished.
  bool tells_punishment(TokenRange tokens) const {
    if (tokens.size() > kLongestTail || !has_any(kPunished, tokens) || averts(tokens)) return false;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (is_be(i) || lex(i) == Lexeme::be_bare || word_is(i, hash_word("got")) ||
          word_is(i, hash_word("get"))) {
        return has_any(kPunished, {i, tokens.last});
      }
    }
    return false;
  }

  // "I don't.", "We never do - ...": no more than that this is not done.
  bool denies_for_itself(TokenRange tokens) const {
    if (!speaks_for_itself(tokens) || word_is(tokens.first, hash_word("you"))) return false;
    std::uint32_t i = tokens.first;
    bool no = false;
    for (++i; i < tokens.last && i < tokens.first + 4; ++i) {
      const Token& token = draft_.tokens[i];
      if (i > tokens.first + 1 && token.gap >= Gap::comma) break;
      if (has(token.classes, WordClass::negator)) {
        no = true;
      } else if (!has(token.classes, WordClass::auxiliary) &&
                 !has(token.classes, WordClass::modal)) {
        return false;
      }
    }
    return no && (i == tokens.last || draft_.tokens[i].gap >= Gap::comma);
  }

  // "That would be wrong here."
  bool calls_wrong(TokenRange tokens) const {
    constexpr std::uint64_t kWrong[] = {hash_word("wrong"), hash_word("mistake"),
                                        hash_word("mistaken"), hash_word("foolish"),
                                        hash_word("premature")};
    constexpr std::uint64_t kSmall[] = {hash_word("a"),     hash_word("the"),  hash_word("be"),
                                        hash_word("here"),  hash_word("just"), hash_word("plain"),
                                        hash_word("thing"), hash_word("first")};
    if (tokens.size() < 4 || tokens.size() > 7 || !points_back(tokens.first)) return false;
    if (lex(tokens.first + 1) != Lexeme::would) return false;
    bool wrong = false;
    for (std::uint32_t i = tokens.first + 2; i < tokens.last; ++i) {
      const std::uint64_t word = draft_.tokens[i].word;
      wrong |= is_one_of(word, kWrong);
      if (!is_one_of(word, kWrong) && !is_one_of(word, kSmall)) return false;
    }
    return wrong;
  }

  bool speaks_for_itself(TokenRange tokens) const {
    return lex(tokens.first) == Lexeme::i || lex(tokens.first) == Lexeme::we;
  }

 private:
  static constexpr std::uint64_t kBeS = hash_word("'s");

  bool has_any(const auto& words, TokenRange tokens) const {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (is_one_of(draft_.tokens[i].word, words)) return true;
    }
    return false;
  }
  bool averts(TokenRange tokens) const {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (has(draft_.tokens[i].classes, WordClass::negator)) return true;
    }
    return has_any(kAverting, tokens);
  }

  const DocumentDraft& draft_;
};

void reject(DocumentDraft& draft, TokenRange clauses, std::uint32_t cue) {
  for (std::uint32_t c = clauses.first; c < clauses.last; ++c) {
    Clause& clause = draft.clauses[c];
    if (clause.standing != Standing::asserted && clause.standing != Standing::conditional &&
        clause.standing != Standing::attributed) {
      continue;
    }
    clause.standing = Standing::rejected;
    clause.cue = cue;
  }
}

}  // namespace

void mark_reproaches(DocumentDraft& draft) {
  const Reader reader(draft);
  for (std::size_t s = 0; s < draft.sentences.size(); ++s) {
    const Sentence& sentence = draft.sentences[s];
    const std::uint32_t first = sentence.tokens.first;
    const Sentence* before =
        s > 0 && draft.sentences[s - 1].block == sentence.block ? &draft.sentences[s - 1] : nullptr;
    if (const std::uint32_t be = reader.names_harm_of(sentence.tokens); be != kNone) {
      if (be != first + 1 || !reader.points_back(first)) {
        reject(draft, sentence.clauses, be + 1);
      } else if (before != nullptr) {
        reject(draft, before->clauses, be + 1);
      }
      continue;
    }
    // At the end of its sentence, or a sentence by itself.
    const Clause& last = draft.clauses[sentence.clauses.last - 1];
    if (reader.tells_punishment(last.tokens)) {
      if (sentence.clauses.size() > 1) {
        reject(draft, {sentence.clauses.first, sentence.clauses.last - 1}, last.tokens.first);
      } else if (before != nullptr) {
        reject(draft, before->clauses, first);
      }
      continue;
    }
    if (before == nullptr || reader.speaks_for_itself(before->tokens)) continue;
    if (reader.denies_for_itself(sentence.tokens) || reader.calls_wrong(sentence.tokens)) {
      reject(draft, before->clauses, first);
    }
  }
}

}  // namespace assay
