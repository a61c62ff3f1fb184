// The classes a word can have, by word and not by context, and the part a word plays in the reading
// of clauses. Looked up once per distinct word; the tables are made at compile time.
#pragma once

#include <cstdint>
#include <string_view>

#include "assay/document.h"
#include "assay/export.h"

namespace assay {

// The part one word, or a few words that act alike, can play in a clause's standing.
enum class Lexeme : std::uint8_t {
  none,
  // negators
  not_,     // not, also as the second half of "don't"
  never,    // never
  no,       // no
  nothing,  // nothing, nobody, nowhere
  none_of,  // none
  neither,  // neither
  nor,      // nor
  without,  // without
  instead,  // instead
  rather,   // rather
  than,     // than
  avoid,    // avoid in all forms, forbid, refrain
  except,   // except
  spare,    // save, short, barring, place: "save for", "short of", "in place of"
  beat,     // beats, trumps, outweighs
  hardly,   // hardly, barely
  // little words that the negators look at
  of,
  to,
  for_,
  from,
  as,
  opposed,
  only,      // only, just, merely, simply, solely
  idiom,     // what makes "no doubt", "not least" and the like no negation
  else_,     // else, other
  limit,     // more, less, later, older, beyond: "no more than"
  exceed,    // exceed, overstate: "cannot be overstated", "must not exceed"
  unlikely,  // impossible, uncommon: "not impossible"
  forget,    // forget, omit, skip, miss: "never forget to"
  stop,      // stop, prevent, keep: "nothing stops us from"
  ban,       // banned, forbidden, prohibited
  shun,      // stay, keep, steer, shy: "stay away from"
  away,      // away, clear
  against,
  prefer,
  over,
  used,  // used, needed, read, kept: a negated passive of these negates its subject
  fit,   // right, acceptable, option, safe: so does "is not <one of these>"
  null,  // null, matched, exists: SQL's own "not"
  // conjunctions
  and_,
  or_,
  but,
  yet,
  if_,
  when,  // when, whenever
  once,
  unless,
  because,  // because, whereas, although, while
  cause,    // cause, cos: a verb as often
  until,    // so, since, until, before, after, where: also prepositions or adverbs
  who,      // which, who, whose
  that,
  then,  // then, hence, thus, otherwise, however
  otherwise,
  even,  // even, also, too, still
  // subjects
  i,      // I and what begins with it: i'd, i'm
  we,     // we, you
  they,   // he, she, they
  it,     // it, this, that's
  there,  // there, here
  // opinions of others
  people,  // people, critics, purists, textbooks, vendors: others whoever they are
  some,    // some, many, most, others, one: such others only before a verb of speech
  according,
  wisdom,     // "conventional wisdom", "legend", "hype"
  so_called,  // supposedly, allegedly
  // judgements
  wrong,      // a mistake, an anti-pattern, nonsense
  wrong_act,  // wrong, stupid: of acts only
  bad,        // bad, terrible
  idea,       // idea, practice, choice
  usual,      // common, classic: "a common mistake"
  naive,      // naive, lazy
  approach,   // approach, way, solution
  anti,       // anti(-pattern)
  pattern,
  reject,  // reject, refuse, oppose
  accept,  // buy, accept, sign, believe: rejected when negated
  // verbs and auxiliaries by tense
  be,       // is, are, am
  be_bare,  // be, been, being
  be_past,  // was
  be_were,  // were
  have,
  had,
  do_,    // do, does, did
  would,  // would, could, might
  should,
  will,       // other modals
  time_unit,  // day, hour, week
};

// What a word's classes carry besides the public WordClass bits.
enum class WordTrait : std::uint32_t {
  gerund = 1u << 12,  // -ing of a known verb
  past = 1u << 13,    // a past tense or past participle
  noun = 1u << 14,    // a verb's form that is as often a noun: "load", "stores"
  base = 1u << 15,    // a verb's bare form
  third = 1u << 16,   // a verb's form with -s
};
constexpr bool has(WordClasses set, WordTrait t) { return (set & std::uint32_t(t)) != 0; }
constexpr Lexeme lexeme_of(WordClasses set) { return Lexeme(set >> 24); }

// `word` as in the normalised view. Of a contraction's halves each is looked up by itself.
ASSAY_SDK WordClasses classes_of(std::string_view word);

}  // namespace assay
