// A verdict on what was said just before: "..., and I disagree." "... That is not true." It has
// nothing of its own to say, and takes back what stands before it.
#include <algorithm>
#include <iterator>

#include "text/identity.h"
#include "text/standing.h"
#include "text/word_classes.h"

namespace assay {
namespace {

constexpr std::uint32_t kLongestVerdict = 7;  // tokens of a verdict

constexpr std::uint64_t kDissent[] = {hash_word("disagree"), hash_word("dissent"),
                                      hash_word("object"), hash_word("differ"),
                                      hash_word("against")};
constexpr std::uint64_t kAgreeing[] = {hash_word("agree"), hash_word("think"), hash_word("buy"),
                                       hash_word("believe"), hash_word("accept")};
constexpr std::uint64_t kUntrue[] = {
    hash_word("untrue"), hash_word("false"),   hash_word("nonsense"), hash_word("rubbish"),
    hash_word("myth"),   hash_word("fallacy"), hash_word("legend"),   hash_word("misconception")};
constexpr std::uint64_t kTrue[] = {hash_word("true"), hash_word("so"), hash_word("case"),
                                   hash_word("correct"), hash_word("right")};
// Wrong in itself, or only a wrong figure: of others' words only.
constexpr std::uint64_t kWrong[] = {hash_word("wrong"), hash_word("mistake"), hash_word("mistaken"),
                                    hash_word("incorrect"), hash_word("error")};
// What may stand in a verdict beside the words that make it one.
constexpr std::uint64_t kFiller[] = {
    hash_word("strongly"), hash_word("respectfully"), hash_word("simply"),  hash_word("just"),
    hash_word("plainly"),  hash_word("and"),          hash_word("but"),     hash_word("which"),
    hash_word("a"),        hash_word("an"),           hash_word("the"),     hash_word("it"),
    hash_word("that"),     hash_word("this"),         hash_word("they"),    hash_word("i"),
    hash_word("we"),       hash_word("with"),         hash_word("them"),    hash_word("is"),
    hash_word("are"),      hash_word("do"),           hash_word("would"),   hash_word("beg"),
    hash_word("to"),       hash_word("here"),         hash_word("of"),      hash_word("course"),
    hash_word("however"),  hash_word("one"),          hash_word("common"),  hash_word("advise"),
    hash_word("argue"),    hash_word("vote"),         hash_word("decided"), hash_word("decide"),
    hash_word("am")};

enum class Verdict : std::uint8_t {
  none,
  untrue,  // takes back whatever was said
  wrong,   // takes back what others were said to do or say
};

// Of the last tokens of a sentence, [first, last): no word in them may say anything else.
Verdict verdict_of(const DocumentDraft& draft, TokenRange tokens) {
  if (tokens.empty() || tokens.size() > kLongestVerdict) return Verdict::none;
  bool no = false;
  bool holds = false;
  Verdict verdict = Verdict::none;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& token = draft.tokens[i];
    if (token.kind != TokenKind::word || token.in_code) return Verdict::none;
    const Lexeme l = lexeme_of(token.classes);
    if (l == Lexeme::not_ || l == Lexeme::never) {
      no = true;
    } else if (is_one_of(token.word, kAgreeing)) {
      holds = true;
    } else if (is_one_of(token.word, kTrue)) {
      if (!no) return Verdict::none;
      verdict = Verdict::untrue;
    } else if (is_one_of(token.word, kDissent) || is_one_of(token.word, kUntrue)) {
      if (no) return Verdict::none;
      verdict = Verdict::untrue;
    } else if (is_one_of(token.word, kWrong)) {
      if (no) return Verdict::none;
      verdict = Verdict::wrong;
    } else if (!is_one_of(token.word, kFiller)) {
      return Verdict::none;
    }
  }
  if (verdict == Verdict::none && no && holds) verdict = Verdict::untrue;
  return verdict;
}

bool speaks_for_itself(Lexeme l) { return l == Lexeme::i || l == Lexeme::we; }

// Whether others are the subject: one of them before any "I" or "we".
bool is_of_others(const DocumentDraft& draft, TokenRange tokens) {
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Lexeme l = lexeme_of(draft.tokens[i].classes);
    if (speaks_for_itself(l)) return false;
    if (l == Lexeme::people || l == Lexeme::some || l == Lexeme::they) return true;
  }
  return false;
}

void take_back(DocumentDraft& draft, TokenRange clauses, Verdict verdict, std::uint32_t cue) {
  for (std::uint32_t c = clauses.first; c < clauses.last; ++c) {
    Clause& clause = draft.clauses[c];
    const bool reported = clause.standing == Standing::attributed && verdict == Verdict::wrong;
    if (clause.standing != Standing::asserted && clause.standing != Standing::conditional &&
        !reported) {
      continue;
    }
    clause.standing = verdict == Verdict::wrong ? Standing::rejected : Standing::attributed;
    clause.cue = cue;
  }
}

// "No: the new field is added first.", with what is right in place of what was said; "Scratch
// that.", "Wait, no, ...", "Sorry, by day.", "Correction: ...".
bool is_correction(const DocumentDraft& draft, TokenRange before, TokenRange tokens) {
  constexpr std::uint32_t kLeast = 4;  // tokens of what is right
  constexpr std::uint64_t kNo = hash_word("no"), kCorrection = hash_word("correction"),
                          kWait = hash_word("wait"), kActually = hash_word("actually"),
                          kScratch = hash_word("scratch"), kStrike = hash_word("strike"),
                          kThat = hash_word("that"), kSorry = hash_word("sorry");
  const auto word = [&](std::uint32_t i, std::uint64_t identity) {
    return i < tokens.last && draft.tokens[i].word == identity;
  };
  const auto ends = [&](std::uint32_t i, Gap least) {
    return i >= tokens.last || draft.tokens[i].gap >= least;
  };
  const std::uint32_t first = tokens.first;
  if (word(first, kNo) && tokens.size() >= kLeast && ends(first + 1, Gap::colon)) return true;
  if (word(first, kCorrection)) return tokens.size() > 1 && ends(first + 1, Gap::colon);
  if (word(first, kWait) || word(first, kActually)) {
    return word(first + 1, kNo) && ends(first + 2, Gap::comma);
  }
  if (word(first, kNo) && word(first + 1, kWait)) return ends(first + 2, Gap::comma);
  if (word(first, kSorry)) {
    // "Sorry, by day", not "Sorry, I ran out of time".
    if (first + 1 >= tokens.last || !has(draft.tokens[first + 1].classes, WordClass::preposition))
      return false;
    const auto begin = draft.tokens.begin();
    return std::any_of(begin + before.first, begin + before.last, [&](const Token& token) {
      return token.word == draft.tokens[first + 1].word;
    });
  }
  return (word(first, kScratch) || word(first, kStrike)) && word(first + 1, kThat) &&
         ends(first + 2, Gap::comma);
}

// "but isn't", "It is not": denies what was said and says nothing else. REQUIRES: ends with "not".
bool is_bare_denial(const DocumentDraft& draft, TokenRange tokens) {
  constexpr std::uint32_t kLongest = 5;
  if (tokens.size() < 2 || tokens.size() > kLongest) return false;
  const WordClasses verb = draft.tokens[tokens.last - 2].classes;
  if (!has(verb, WordClass::auxiliary) && !has(verb, WordClass::modal)) return false;
  for (std::uint32_t i = tokens.first; i + 2 < tokens.last; ++i) {
    const Lexeme l = lexeme_of(draft.tokens[i].classes);
    if (l != Lexeme::but && l != Lexeme::yet && l != Lexeme::and_ && l != Lexeme::it &&
        l != Lexeme::they) {
      return false;
    }
  }
  return true;
}

// "seems enough", "looks safe at first", "appears to work"
bool seems_to_do(const DocumentDraft& draft, TokenRange tokens) {
  constexpr std::uint64_t kSeeming[] = {
      hash_word("seems"),  hash_word("seem"),   hash_word("seemed"), hash_word("looks"),
      hash_word("look"),   hash_word("looked"), hash_word("sounds"), hash_word("appears"),
      hash_word("appear"), hash_word("feels")};
  constexpr std::uint64_t kDoing[] = {
      hash_word("enough"),     hash_word("safe"),     hash_word("fine"),
      hash_word("right"),      hash_word("ok"),       hash_word("okay"),
      hash_word("harmless"),   hash_word("good"),     hash_word("correct"),
      hash_word("sufficient"), hash_word("adequate"), hash_word("reasonable"),
      hash_word("sensible"),   hash_word("reliable"), hash_word("sound"),
      hash_word("work"),       hash_word("suffice"),  hash_word("do"),
      hash_word("help"),       hash_word("solve")};
  constexpr std::uint32_t kWithin = 5;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (!is_one_of(draft.tokens[i].word, kSeeming)) continue;
    for (std::uint32_t at = i + 1; at < std::min(tokens.last, i + 1 + kWithin); ++at) {
      if (has(draft.tokens[at].classes, WordClass::negator)) break;
      if (is_one_of(draft.tokens[at].word, kDoing)) return true;
    }
  }
  return false;
}

// "An append seems enough, but isn't.", "It looks safe. It is not."
void mark_seeming(DocumentDraft& draft) {
  for (std::uint32_t c = 1; c < draft.clauses.size(); ++c) {
    const Clause& denial = draft.clauses[c];
    const std::uint32_t next = denial.tokens.last;
    if (lexeme_of(draft.tokens[next - 1].classes) != Lexeme::not_ ||
        !is_bare_denial(draft, denial.tokens)) {
      continue;
    }
    if (next < draft.tokens.size() && draft.tokens[next].gap < Gap::comma &&
        lexeme_of(draft.tokens[next].classes) != Lexeme::because) {
      continue;
    }
    const Clause& before = draft.clauses[c - 1];
    if (draft.sentences[before.sentence].block == draft.sentences[denial.sentence].block &&
        seems_to_do(draft, before.tokens)) {
      take_back(draft, {c - 1, c}, Verdict::wrong, next - 1);
    }
  }
}

}  // namespace

void mark_verdicts(DocumentDraft& draft) {
  mark_seeming(draft);
  for (std::size_t s = 0; s < draft.sentences.size(); ++s) {
    const Sentence& sentence = draft.sentences[s];
    // "Correction:" is a label, which begins a block of its own in the midst of a line.
    if (s > 0 && is_correction(draft, draft.sentences[s - 1].tokens, sentence.tokens) &&
        (draft.sentences[s - 1].block == sentence.block ||
         draft.text_before(sentence.tokens.first).find('\n') == std::string_view::npos)) {
      take_back(draft, draft.sentences[s - 1].clauses, Verdict::wrong, sentence.tokens.first);
      continue;
    }
    // The last clause that begins after a comma, or with "and", may be a verdict on those before.
    for (std::uint32_t c = sentence.clauses.last; c-- > sentence.clauses.first + 1;) {
      const std::uint32_t first = draft.clauses[c].tokens.first;
      if (sentence.tokens.last - first > kLongestVerdict) break;
      // A clause that only its standing divides off goes on with what stands before: "tiles | not
      // so".
      const Lexeme lead = lexeme_of(draft.tokens[first].classes);
      if (draft.tokens[first].gap < Gap::comma && lead != Lexeme::and_ && lead != Lexeme::but &&
          lead != Lexeme::who) {
        continue;
      }
      const Verdict verdict = verdict_of(draft, {first, sentence.tokens.last});
      if (verdict == Verdict::none) continue;
      if (!speaks_for_itself(lexeme_of(draft.tokens[sentence.tokens.first].classes))) {
        take_back(draft, {sentence.clauses.first, c}, verdict, first);
      }
      break;
    }
    if (s == 0 || draft.sentences[s - 1].block != sentence.block) continue;
    const Verdict verdict = verdict_of(draft, sentence.tokens);
    const Sentence& before = draft.sentences[s - 1];
    if (verdict == Verdict::none) continue;
    const bool others = is_of_others(draft, before.tokens);
    const bool own = speaks_for_itself(lexeme_of(draft.tokens[before.tokens.first].classes));
    if (others || (verdict == Verdict::untrue && !own)) {
      take_back(draft, before.clauses, verdict, sentence.tokens.first);
    }
  }
}

}  // namespace assay
