// One sentence while its clauses are being read: the parts it is cut into, and the standing that
// each of its tokens has been given so far. Reused from sentence to sentence.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "text/draft.h"
#include "text/identity.h"
#include "text/word_classes.h"

namespace assay {

// Of its own, because rules have a Part and a Reading too.
inline namespace clause_reading {

// The identity of a word written in the source, made while compiling.
consteval std::uint64_t literal(std::string_view word) { return hash_word(word); }

// A stretch that begins a clause: what a negation cannot reach out of.
struct Part {
  std::uint32_t first = 0;
  std::uint32_t body = 0;  // the first token after the words that open it ("but if")
  std::uint32_t last = 0;
  Lexeme opener = Lexeme::none;
  Gap gap = Gap::stop;  // before `first`
};

class Reading {
 public:
  explicit Reading(const DocumentDraft& draft) : draft_(draft) {}

  // Begins another sentence.
  void begin(TokenRange tokens) {
    tokens_ = tokens;
    parts.clear();
    laid_.assign(tokens.size(), Laid{});
    cues_ = 0;
    all_marks_ = 0;
    pieces_ = 1;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      cues_ |= draft_.cues[i];
      all_marks_ |= draft_.marks[i];
      pieces_ += i > tokens.first && draft_.tokens[i].gap >= Gap::comma;
    }
  }

  // Whether the sentence has a cue; whether a token is one.
  bool has(Cue cue) const { return (cues_ & cue) != 0; }
  bool is(std::uint32_t i, Cue cue) const { return (draft_.cues[i] & cue) != 0; }
  // At most so many pieces stand between commas and stronger gaps.
  std::uint32_t pieces() const { return pieces_; }
  // Of any token of the sentence.
  std::uint8_t all_marks() const { return all_marks_; }

  std::uint32_t first() const { return tokens_.first; }
  std::uint32_t last() const { return tokens_.last; }

  // Of a token outside the sentence, or in code: Lexeme::none, no classes, no word.
  Lexeme lex(std::uint32_t i) const { return lexeme_of(classes(i)); }
  WordClasses classes(std::uint32_t i) const {
    return readable(i) ? draft_.tokens[i].classes : WordClasses(0);
  }
  bool is(std::uint32_t i, WordClass c) const { return assay::has(classes(i), c); }
  bool is(std::uint32_t i, WordTrait t) const { return assay::has(classes(i), t); }
  bool word_is(std::uint32_t i, std::uint64_t identity) const {
    return readable(i) && draft_.tokens[i].word == identity;
  }
  // REQUIRES: both are of the sentence.
  bool same_word(std::uint32_t i, std::uint32_t j) const {
    return draft_.tokens[i].word == draft_.tokens[j].word;
  }
  bool word_is_any(std::uint32_t i, const auto& identities) const {
    return readable(i) && is_one_of(draft_.tokens[i].word, identities);
  }
  // Between i and the token before it; `stop` at the sentence's edges. The brackets of "now()"
  // divide nothing.
  Gap gap(std::uint32_t i) const {
    if (i <= tokens_.first || i >= tokens_.last) return Gap::stop;
    const Gap gap = draft_.tokens[i].gap;
    return gap == Gap::bracket && is_call(i) ? Gap::space : gap;
  }
  TokenKind kind(std::uint32_t i) const { return draft_.tokens[i].kind; }
  bool is_arrow(std::uint32_t i) const {
    return kind(i) == TokenKind::symbol && draft_.text_of(i) == "->";
  }
  // A numeral of one digit that is `ordinal`.
  bool is_ordinal(std::uint32_t i, std::uint32_t ordinal) const {
    if (i >= tokens_.last || kind(i) != TokenKind::number) return false;
    const std::string_view text = draft_.text_of(i);
    return text.size() == 1 && text[0] == char('0' + ordinal);
  }
  std::string_view between(std::uint32_t i) const { return draft_.text_before(i); }
  std::uint8_t marks(std::uint32_t i) const { return draft_.marks[i]; }

  bool is_copula(std::uint32_t i) const {
    const Lexeme l = lex(i);
    return l == Lexeme::be || l == Lexeme::be_past || l == Lexeme::be_were || l == Lexeme::be_bare;
  }
  // An auxiliary in a finite form, or a modal.
  bool is_auxiliary(std::uint32_t i) const {
    const Lexeme l = lex(i);
    return is(i, WordClass::modal) || l == Lexeme::be || l == Lexeme::be_past ||
           l == Lexeme::be_were || l == Lexeme::do_ ||
           ((l == Lexeme::have || l == Lexeme::had) && lex(i - 1) != Lexeme::to);
  }
  // A verb that needs no look at its subject to be known as finite.
  bool is_finite(std::uint32_t i) const {
    if (is_auxiliary(i)) return true;
    if (!is(i, WordTrait::third)) return false;
    if (!is(i, WordTrait::noun) || is(i - 1, WordClass::pronoun)) return true;
    return (gap(i + 1) < Gap::comma && is(i + 1, WordClass::determiner) &&
            lex(i + 1) != Lexeme::no);
  }
  // "readers go", "nodes produce": a bare verb behind what looks like a plural.
  bool is_plural_predicate(std::uint32_t i) const {
    return is(i, WordTrait::base) && !is(i, WordTrait::noun) && i > tokens_.first &&
           gap(i) == Gap::space && draft_.text_of(i - 1).ends_with('s') && classes(i - 1) == 0;
  }
  // A pronoun that is a subject wherever it stands. "you" and "it" can be objects.
  bool is_subject(std::uint32_t i) const {
    const Lexeme l = lex(i);
    return l == Lexeme::i || l == Lexeme::we || l == Lexeme::they;
  }
  // "I", "we", "you" and "one": whoever works on the design.
  bool is_anybody(std::uint32_t i) const {
    return lex(i) == Lexeme::i || lex(i) == Lexeme::we || word_is(i, literal("one"));
  }
  // "cause" for "because".
  bool is_reason(std::uint32_t i) const {
    return is_subject(i + 1) || lex(i + 1) == Lexeme::it || lex(i + 1) == Lexeme::there;
  }
  // The first token from i on that is no adverb; looks at four at most.
  std::uint32_t skip_adverbs(std::uint32_t i) const {
    for (int n = 0; n < 4 && is(i, WordClass::adverb) && !is(i, WordClass::negator); ++n) ++i;
    return i;
  }

  // Gives tokens [first, last) a standing where they have no stronger one.
  void lay(std::uint32_t from, std::uint32_t to, Standing standing, std::uint32_t cue);
  Standing standing(std::uint32_t i) const { return laid_[i - tokens_.first].standing; }
  std::uint32_t cue(std::uint32_t i) const { return laid_[i - tokens_.first].cue; }

  std::vector<Part> parts;

 private:
  bool is_call(std::uint32_t i) const {
    const std::string_view text = between(i);
    return text == "()" || text == "() ";
  }

  struct Laid {
    Standing standing = Standing::asserted;
    std::uint32_t cue = kNone;
  };

  bool readable(std::uint32_t i) const {
    return i >= tokens_.first && i < tokens_.last && !draft_.tokens[i].in_code &&
           draft_.tokens[i].kind == TokenKind::word;
  }

  const DocumentDraft& draft_;
  TokenRange tokens_;
  Cues cues_ = 0;
  std::uint8_t all_marks_ = 0;
  std::uint32_t pieces_ = 1;
  std::vector<Laid> laid_;
};

}  // namespace clause_reading

// The steps of reading a sentence, in their order. Each takes time linear in the sentence, and
// little where it has no cue of the step.
void find_parts(Reading& reading);
void find_negations(Reading& reading);
void find_judgements(Reading& reading);         // rejected
void find_corrections(Reading& reading);        // rejected
void find_disowned_opinions(Reading& reading);  // attributed
void find_conditions(Reading& reading);         // conditional, hypothetical
void find_attributions(Reading& reading);       // attributed
void find_enumerations(Reading& reading);       // unclaimed
void find_tentative(Reading& reading);          // hypothetical
void find_speech(Reading& reading);             // quoted

}  // namespace assay
