// What others do, or what the writer was told: "some stamp the rows and call it done", "we are told
// a cache solves it", "you read it everywhere".
#include "text/reports.h"

namespace assay {
namespace {

// What people do to a design in one go, and no row or service does.
constexpr std::uint64_t kPeoplesActs[] = {literal("stamp"),    literal("append"), literal("bolt"),
                                          literal("slap"),     literal("throw"),  literal("swear"),
                                          literal("shard"),    literal("shove"),  literal("hack"),
                                          literal("sprinkle"), literal("glue"),   literal("cram")};
// What others do as well.
constexpr std::uint64_t kActs[] = {
    literal("add"),  literal("build"), literal("buy"),   literal("call"), literal("choose"),
    literal("dump"), literal("go"),    literal("pick"),  literal("put"),  literal("reach"),
    literal("run"),  literal("skip"),  literal("treat"), literal("wrap")};
// Who works on designs anywhere, and not only on this one.
constexpr std::uint64_t kCraft[] = {
    literal("people"), literal("folks"),     literal("engineers"),  literal("developers"),
    literal("shops"),  literal("companies"), literal("architects"), literal("designers")};

constexpr std::uint64_t kGuessing[] = {literal("think"), literal("assume")};

// "..., but": whoever passes on what he was told alone, and does not turn from it, believes it.
bool turns_later(const Reading& r, std::uint32_t from) {
  constexpr std::uint32_t kWithin = 40;
  for (std::uint32_t i = from; i < std::min(r.last(), from + kWithin); ++i) {
    if (r.lex(i) == Lexeme::but || r.lex(i) == Lexeme::yet) return true;
  }
  return false;
}

}  // namespace

bool is_report_cue(std::uint64_t word) {
  return word == literal("told") || word == literal("taught") || word == literal("everywhere") ||
         word == literal("plenty") || word == literal("advice") || is_one_of(word, kGuessing);
}

// "Some stamp the rows and call it done", "most teams bolt on a cache", "plenty of people just
// append": a report on others. "Some arrive late", "most teams need a key" are facts.
bool others_do(const Reading& r, const Part& part, std::uint32_t i) {
  const bool few = r.word_is(i, literal("few")) || r.word_is(i, literal("plenty"));
  if (r.lex(i) != Lexeme::some && !few) return false;
  if (r.word_is(i, literal("one")) || r.is(i - 1, WordClass::negator)) return false;
  const std::uint32_t head = r.word_is(i - 1, literal("a")) ? i - 1 : i;
  if (head != part.body && r.gap(head) < Gap::comma) return false;
  std::uint32_t at = i + 1;
  if (r.word_is(i, literal("plenty"))) at += r.lex(at) == Lexeme::of;
  const bool craft = r.word_is_any(at, kCraft);
  const bool teams = r.word_is(at, literal("teams"));
  if (craft || teams) {
    ++at;
  } else if (at > i + 1) {
    return false;  // "plenty of rows"
  }
  const std::uint32_t verb = r.skip_adverbs(at);
  if (verb >= part.last || r.gap(at) >= Gap::comma || r.gap(verb) >= Gap::comma) return false;
  // An act has an object, or a way: "some pick up late" has neither.
  if (verb + 1 >= part.last || r.gap(verb + 1) >= Gap::comma) return false;
  return r.word_is_any(verb, kPeoplesActs) || (craft && r.word_is_any(verb, kActs));
}

// "We are told a cache solves it", "I was taught to append": up to a "but" not the writer's. What
// the source tells us by a flag, and whom we tell what, is the design's.
bool is_taught(const Reading& r, std::uint32_t i) {
  constexpr std::uint64_t kTaught[] = {literal("told"), literal("taught")};
  if (!r.word_is_any(i, kTaught)) return false;
  const std::uint32_t be =
      r.is(i - 1, WordClass::adverb) || r.word_is(i - 1, literal("been")) ? i - 2 : i - 1;
  const bool passive = r.is_copula(be) || r.lex(be) == Lexeme::have || r.lex(be) == Lexeme::had ||
                       r.word_is(be, literal("got"));
  if (!passive || !(r.is_subject(be - 1) && r.lex(be - 1) != Lexeme::they)) return false;
  const std::uint32_t next = i + 1;
  if (r.gap(next) >= Gap::comma || r.is(next, WordClass::interrogative) ||
      r.word_is(next, literal("whether")) || r.lex(next) == Lexeme::if_ ||
      r.lex(next) == Lexeme::when || r.lex(next) == Lexeme::who) {
    return false;
  }
  if (r.lex(next) == Lexeme::to) return r.word_is(i, literal("taught"));
  if (r.is(next, WordClass::preposition) && r.lex(next) != Lexeme::that) return false;
  if (r.word_is(i, literal("told")) && r.lex(be - 1) == Lexeme::i && !turns_later(r, next)) {
    return false;
  }
  // What is told is a clause.
  for (std::uint32_t at = next; at < std::min(r.last(), next + 8); ++at) {
    if (at > next && r.gap(at) >= Gap::comma) return false;
    if (r.is_finite(at) || (at > next && r.is_plural_predicate(at))) return true;
  }
  return false;
}

// "You'd think a cache solves it", "you might assume that": the writer knows better.
bool is_first_guess(const Reading& r, std::uint32_t i) {
  constexpr std::uint64_t kConsidering[] = {literal("of"), literal("about"), literal("twice"),
                                            literal("hard")};
  if (!r.is(i, WordClass::speech_verb) || !r.word_is_any(i, kGuessing) ||
      r.gap(i + 1) >= Gap::comma || r.word_is_any(i + 1, kConsidering)) {
    return false;
  }
  // "you would assume that both are equal": who calculates, unless a "but" follows.
  if (r.word_is(i, literal("assume")) && !turns_later(r, i)) return false;
  const std::uint32_t modal = r.is(i - 1, WordClass::adverb) ? i - 2 : i - 1;
  return r.is(modal, WordClass::modal) && !r.word_is(modal, literal("must")) &&
         r.word_is(modal - 1, literal("you"));
}

// "You read append-only everywhere", "one hears it all over": wherever it is, it is not here.
bool is_heard_everywhere(const Reading& r, const Part& part, std::uint32_t i) {
  constexpr std::uint64_t kHear[] = {literal("read"),  literal("hear"), literal("hears"),
                                     literal("reads"), literal("see"),  literal("sees")};
  if (!r.word_is(i, literal("everywhere"))) return false;
  for (std::uint32_t at = part.body; at + 1 < i && at < part.body + 3; ++at) {
    const bool anybody = r.word_is(at, literal("you")) || r.word_is(at, literal("one"));
    if (anybody && r.word_is_any(r.skip_adverbs(at + 1), kHear)) return true;
  }
  return false;
}

// "Conventional wisdom is to", "the usual advice is to", "the textbook answer is": not the
// writer's.
bool is_common_advice(const Reading& r, std::uint32_t i) {
  constexpr std::uint64_t kAnswers[] = {literal("answer"), literal("advice"), literal("solution"),
                                        literal("approach")};
  if (r.word_is(i, literal("advice"))) {
    return r.lex(i - 1) == Lexeme::usual && r.is_copula(i + 1);
  }
  if (r.word_is(i, literal("textbook"))) {
    return r.word_is_any(i + 1, kAnswers) && r.is_copula(i + 2);
  }
  // "Fashion has it that", "rumour has it that"
  if (r.lex(i) == Lexeme::it && r.lex(i - 1) == Lexeme::have) {
    return r.lex(i + 1) == Lexeme::that && !r.is(i - 2, WordClass::pronoun);
  }
  if (!r.word_is(i, literal("wisdom"))) return false;
  if (r.gap(i + 1) == Gap::colon && i + 1 < r.last()) return i <= r.first() + 1;
  const std::uint32_t said = r.skip_adverbs(i + 2);
  return ((r.is_copula(i + 1) && r.lex(said) != Lexeme::fit && !r.word_is(said, literal("true"))) ||
          (r.lex(i + 1) == Lexeme::have && r.lex(i + 2) == Lexeme::it));
}

}  // namespace assay
