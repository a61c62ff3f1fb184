// Opinions laid in the mouth of others who have no name: "some would say", "purists argue", "it is
// often claimed". What a named party needs or requires is a fact of the design and stays a claim.
#include "text/reports.h"

namespace assay {
namespace {

// Verbs of speech that do something else as often, unless "that" follows.
constexpr std::uint64_t kNeedThat[] = {literal("maintain"), literal("write"), literal("writes"),
                                       literal("wrote"),    literal("hold"),  literal("object"),
                                       literal("answer"),   literal("teach"), literal("objects"),
                                       literal("assert")};
// Forms that after "some" or "many" are nouns.
constexpr std::uint64_t kNouns[] = {literal("claims"), literal("objects"), literal("answer")};
// Anybody at all, who can also be a user of the design.
constexpr std::uint64_t kAnybody[] = {literal("people"),    literal("folks"),   literal("everyone"),
                                      literal("everybody"), literal("someone"), literal("somebody"),
                                      literal("fans"),      literal("books")};
constexpr std::uint64_t kSaying[] = {literal("say"), literal("claim"), literal("argue")};

// Who competes with the writer, or did the work before.
constexpr std::uint64_t kRivals[] = {literal("competitor"),  literal("competitors"),
                                     literal("rival"),       literal("rivals"),
                                     literal("predecessor"), literal("predecessors")};
// Whatever these do they teach, and no part of a design does it.
constexpr std::uint64_t kTeachers[] = {
    literal("bloggers"),     literal("academics"), literal("tutorials"),  literal("textbooks"),
    literal("purist"),       literal("purists"),   literal("critic"),     literal("critics"),
    literal("pundit"),       literal("pundits"),   literal("evangelist"), literal("evangelists"),
    literal("interviewers"), literal("sceptics"),  literal("skeptics")};
// What is done with a design that one would like others to have.
constexpr std::uint64_t kAdvocacy[] = {
    literal("tout"),    literal("touts"),     literal("touted"),     literal("praise"),
    literal("praises"), literal("praised"),   literal("boast"),      literal("boasts"),
    literal("boasted"), literal("advertise"), literal("advertises"), literal("advertised"),
    literal("urge"),    literal("urges"),     literal("urged"),      literal("pleaded"),
    literal("quote"),   literal("quotes"),    literal("cite"),       literal("cites"),
    literal("recite"),  literal("recites"),   literal("repeat"),     literal("repeats")};
// Who holds what "one school" holds.
constexpr std::uint64_t kParties[] = {literal("school"), literal("schools"), literal("camp"),
                                      literal("camps"), literal("faction")};
// What is done with what is passed around, and how often.
constexpr std::uint64_t kPassed[] = {literal("said"),    literal("named"),   literal("taught"),
                                     literal("claimed"), literal("brought"), literal("cited"),
                                     literal("touted"),  literal("praised"), literal("mentioned"),
                                     literal("quoted")};
constexpr std::uint64_t kOften[] = {literal("often"), literal("frequently"), literal("commonly"),
                                    literal("sometimes"), literal("usually")};
constexpr std::uint64_t kPraised[] = {
    literal("recommended"), literal("advised"), literal("praised"), literal("preached"),
    literal("touted"),      literal("sold"),    literal("taught"),  literal("advertised")};
constexpr std::uint64_t kProposed[] = {literal("proposed"), literal("suggested")};

bool is_speech(const Reading& r, std::uint32_t i) {
  if (r.word_is_any(i, kAdvocacy)) return true;
  if (r.word_is(i, literal("wanted"))) return r.lex(i + 1) == Lexeme::to;
  if (r.lex(i + 1) == Lexeme::of || r.word_is(i + 1, literal("about"))) return false;
  return r.is(i, WordClass::speech_verb) &&
         (!r.word_is_any(i, kNeedThat) || r.lex(i + 1) == Lexeme::that);
}

// "Many tutorials append", "the textbook has a queue": whatever the verb, it is taught.
bool others_teach(const Reading& r, std::uint32_t i, std::uint32_t end) {
  if (r.word_is(i, literal("textbook"))) return r.lex(i + 1) == Lexeme::have;
  if (!r.word_is_any(i, kTeachers) || i + 1 >= end || r.between(i + 1).starts_with('\''))
    return false;
  const std::uint32_t verb = r.skip_adverbs(i + 1);
  return verb < end && r.gap(verb) < Gap::comma && r.is(verb, WordClass::verb);
}

// Whether somebody without a name begins to speak at i.
bool others_speak(const Reading& r, std::uint32_t i, std::uint32_t end) {
  const Lexeme who = r.lex(i);
  if (who == Lexeme::so_called) return true;
  if (who != Lexeme::people && who != Lexeme::some && who != Lexeme::they &&
      who != Lexeme::wisdom) {
    return false;
  }
  if (r.is(i - 1, WordClass::negator)) return false;
  if (others_teach(r, i, end)) return true;
  // "The medical people said within a minute": a party of the case, and what it asks for.
  if ((r.word_is(i, literal("people")) || r.word_is(i, literal("folks"))) &&
      r.is(i - 2, WordClass::determiner) && r.classes(i - 1) == 0 && r.gap(i) < Gap::comma &&
      r.is(i + 1, WordTrait::past)) {
    return false;
  }
  bool modal = false;
  bool would = false;
  // "Some would let each client choose", but not "one would".
  bool people =
      (who == Lexeme::people && !r.word_is_any(i, kAnybody)) ||
      (who == Lexeme::some && !r.word_is(i, literal("one")) && r.is(i + 1, WordClass::modal));
  bool party = false;
  std::uint32_t at = i + 1;
  for (int nouns = 0; at < std::min(end, i + 6); ++at) {
    if (r.gap(at) >= Gap::comma) return false;
    if (is_speech(r, at)) break;
    // "some people would stamp the rows": what they would do is theirs as well.
    if (people && would && r.is(at, WordClass::verb)) return true;
    people |= who == Lexeme::some && r.lex(at) == Lexeme::people;
    party |= r.word_is_any(at, kParties);
    if (r.is(at, WordClass::modal)) {
      modal = true;
      would |= r.lex(at) == Lexeme::would ||
               (r.word_is(at, literal("will")) && !r.word_is(i, literal("marketing")));
    } else if (!r.is(at, WordClass::adverb)) {
      if (modal || ++nouns > (who == Lexeme::some ? 1 : 0)) return false;
      if (r.lex(at) == Lexeme::of || r.is(at, WordClass::determiner)) return false;
    }
  }
  if (at >= std::min(end, i + 6)) return false;
  // "any key somebody proposes: ..." says which key.
  const bool anyone = r.word_is(i, literal("somebody")) || r.word_is(i, literal("someone"));
  const bool of_noun = i > r.first() && r.gap(i) < Gap::comma &&
                       (r.classes(i - 1) == 0 || r.is(i - 1, WordTrait::noun));
  if (anyone && of_noun && r.gap(at + 1) >= Gap::comma) return false;
  if (who == Lexeme::they) return r.word_is_any(at, kSaying);
  if (who == Lexeme::some) {
    if (r.word_is(i, literal("one"))) return modal || party;
    return !r.word_is_any(at, kNouns);
  }
  return true;
}

// "it is often said", "it has been argued"
bool is_said(const Reading& r, std::uint32_t i) {
  if (r.lex(i) != Lexeme::it || !(r.is_copula(i + 1) || r.lex(i + 1) == Lexeme::have)) return false;
  const std::uint32_t verb = r.skip_adverbs(i + 2 + (r.lex(i + 2) == Lexeme::be_bare));
  return r.is(verb, WordClass::speech_verb) && r.is(verb, WordTrait::past);
}

// "Keyset is what purists would have me use": the whole clause is theirs.
bool is_what_others_want(const Reading& r, std::uint32_t i) {
  if (!r.word_is(i, literal("what")) || !r.is_copula(i - 1) || r.lex(i + 1) != Lexeme::people) {
    return false;
  }
  // "that is what people filter by" is a fact of the design's users.
  constexpr std::uint64_t kUsual[] = {literal("do"),   literal("did"),  literal("use"),
                                      literal("uses"), literal("does"), literal("want"),
                                      literal("wants")};
  const std::uint32_t verb = r.skip_adverbs(i + 2);
  return !r.word_is_any(i + 1, kAnybody) || r.is(verb, WordClass::modal) ||
         r.is(verb, WordClass::speech_verb) || r.word_is_any(verb, kUsual);
}

// "a rival derivation cannot": nobody, and "a rival firm" somebody.
bool is_rival_thing(const Reading& r, std::uint32_t i) {
  constexpr std::uint64_t kFirms[] = {literal("firm"), literal("company"), literal("shop"),
                                      literal("bank"), literal("vendor"),  literal("team")};
  return r.word_is(i, literal("rival")) && r.gap(i + 2) == Gap::space && r.classes(i + 1) == 0 &&
         r.is_finite(i + 2) && !r.word_is_any(i + 1, kFirms);
}

// "A competitor of ours sends", "my predecessor appended": not what the answer does.
bool is_of_a_rival(const Reading& r, const Part& part) {
  for (std::uint32_t i = part.body; i < std::min(part.last, part.body + 3); ++i) {
    if (r.word_is_any(i, kRivals) && !is_rival_thing(r, i)) return true;
  }
  return false;
}

// "is often said to be slow", "are frequently brought up", "has been proposed by another team":
// what is passed around, and the writer does not take up.
bool is_passed_around(const Reading& r, std::uint32_t i) {
  if (r.word_is(i, literal("said")) && r.is_copula(i - 1) && r.lex(i + 1) == Lexeme::to)
    return true;
  if (r.word_is_any(i, kPraised) && r.word_is(i + 1, literal("by"))) {
    for (std::uint32_t at = i + 2; at < i + 5 && r.gap(at) < Gap::comma; ++at) {
      if (r.lex(at) == Lexeme::people) return true;
    }
  }
  if (r.word_is_any(i, kPassed)) return r.word_is_any(i - 1, kOften) && r.is_copula(i - 2);
  if (!r.word_is_any(i, kProposed)) return false;
  const Lexeme before = r.lex(i - 1);
  return before == Lexeme::be_past || before == Lexeme::be_were ||
         r.word_is(i - 1, literal("been"));
}

// "According to the textbook", not "according to the contract".
bool according_to_others(const Reading& r, std::uint32_t i) {
  if (r.lex(i) != Lexeme::according || r.lex(i + 1) != Lexeme::to) return false;
  for (std::uint32_t at = i + 2; at < i + 6 && r.gap(at) < Gap::comma; ++at) {
    const Lexeme l = r.lex(at);
    if (l == Lexeme::people || l == Lexeme::some || l == Lexeme::wisdom) return true;
  }
  return false;
}

// The writer speaks again: "but", "however", "I".
bool writer_speaks(const Reading& r, const Part& part) {
  const Lexeme subject = r.lex(part.body);
  return part.opener == Lexeme::but || r.word_is(part.first, literal("however")) ||
         r.word_is(part.first, literal("whereas")) || r.word_is(part.first, literal("while")) ||
         (subject == Lexeme::i && part.gap >= Gap::comma) ||
         ((subject == Lexeme::we || part.gap >= Gap::colon) && part.gap >= Gap::colon &&
          (r.is_subject(part.body) || r.lex(part.body) == Lexeme::it));
}

// "They will say it is slow, so we test it": what the writer concludes, if nothing is quoted behind
// a colon.
bool writer_concludes(const Reading& r, const Part& part) {
  const Lexeme subject = r.lex(part.body);
  return r.word_is(part.first, literal("so")) && part.gap >= Gap::comma &&
         (subject == Lexeme::we || subject == Lexeme::i);
}

// "some say that X": all of X is reported, whoever is its subject, up to a "but" or semicolon.
bool is_reported(const Reading& r, std::uint32_t cue) {
  for (std::uint32_t i = cue + 1; i < std::min(r.last(), cue + 6); ++i) {
    if (r.gap(i) >= Gap::comma) return false;
    if (r.lex(i) == Lexeme::that) return r.is(i - 1, WordClass::speech_verb);
  }
  return false;
}

bool report_ends(const Reading& r, const Part& part) {
  return part.opener == Lexeme::but || r.word_is(part.first, literal("however")) ||
         part.gap >= Gap::colon;
}

}  // namespace

bool is_attribution_cue(std::uint64_t word, Lexeme lexeme) {
  switch (lexeme) {
    case Lexeme::so_called:
    case Lexeme::people:
    case Lexeme::some:
    case Lexeme::they:
    case Lexeme::wisdom:
    case Lexeme::it:
    case Lexeme::according:
      return true;
    default:
      break;
  }
  return word == literal("what") || is_report_cue(word) || is_one_of(word, kRivals) ||
         is_one_of(word, kPassed) || is_one_of(word, kPraised) || is_one_of(word, kProposed);
}

void find_attributions(Reading& r) {
  if (!r.has(kAttributionCue)) return;
  std::uint32_t cue = kNone;
  bool done = false;  // by others, and not only said
  bool guess = false;
  bool said_behind_colon = false;
  for (const Part& part : r.parts) {
    if (cue != kNone &&
        (guess || is_reported(r, cue) ? report_ends(r, part) : writer_speaks(r, part))) {
      cue = kNone;
    }
    said_behind_colon = cue != kNone && (said_behind_colon || part.gap >= Gap::colon);
    if (cue != kNone && !said_behind_colon && !is_reported(r, cue) && writer_concludes(r, part)) {
      cue = kNone;
    }
    if (cue == kNone && is_of_a_rival(r, part)) cue = part.body;
    // "Some append, we merge."
    if (done && cue != kNone && part.gap >= Gap::comma && r.lex(part.body) == Lexeme::we) {
      cue = kNone;
    }
    bool whole = false;
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      const bool cued = r.is(i, kAttributionCue);
      if (cued && cue == kNone &&
          (others_speak(r, i, part.last) || is_said(r, i) || is_common_advice(r, i) ||
           according_to_others(r, i))) {
        cue = i;
        done = guess = false;
      }
      if (cued && cue == kNone && (others_do(r, part, i) || is_taught(r, i))) {
        cue = i;
        done = true;
        guess = false;
      }
      if (cued && cue == kNone && is_first_guess(r, i)) {
        cue = i;
        done = false;
        guess = true;
      }
      if (cued && !whole &&
          (is_heard_everywhere(r, part, i) || is_what_others_want(r, i) ||
           is_passed_around(r, i))) {
        whole = true;  // once a part keeps the whole in linear time
        r.lay(part.first, part.last, Standing::attributed, i);
      }
      if (cue != kNone) r.lay(i, i + 1, Standing::attributed, cue);
    }
  }
}

}  // namespace assay
