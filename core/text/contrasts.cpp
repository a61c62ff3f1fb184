// What another thing is preferred to, stands in for, or leaves out: "Avro over JSON", "in place of
// polling", "all but the log".
#include "text/negation.h"

namespace assay {
namespace {

// What the rows of a design, and not its means, compete with: "the later version beats the
// earlier".
constexpr std::uint64_t kContenders[] = {
    literal("version"),   literal("value"),   literal("row"),      literal("record"),
    literal("timestamp"), literal("write"),   literal("update"),   literal("delete"),
    literal("insert"),    literal("entry"),   literal("one"),      literal("event"),
    literal("figure"),    literal("rule"),    literal("override"), literal("copy"),
    literal("source"),    literal("deletes"), literal("updates"),  literal("writes"),
    literal("tombstone"), literal("edit"),    literal("default"),  literal("bid")};
// What is reached or missed.
constexpr std::uint64_t kGoals[] = {
    literal("expectations"), literal("expectation"), literal("forecast"), literal("forecasts"),
    literal("target"),       literal("targets"),     literal("goal"),     literal("goals"),
    literal("deadline"),     literal("deadlines"),   literal("budget"),   literal("limit"),
    literal("sla"),          literal("slo"),         literal("critics"),  literal("customers"),
    literal("users"),        literal("rivals"),      literal("readers")};
// What is weighed in a trade-off that chooses neither.
constexpr std::uint64_t kStakes[] = {
    literal("cost"), literal("costs"), literal("risk"),    literal("risks"),    literal("harm"),
    literal("gain"), literal("gains"), literal("benefit"), literal("benefits"), literal("damage"),
    literal("loss"), literal("pain"),  literal("price"),   literal("effort")};

}  // namespace

// "we chose Avro over JSON", "prefer X over Y"; "choose a key that spreads the load over the nodes"
// and "over 5 days" set nothing above another.
bool NegationFinder::is_over_another(std::uint32_t i) const {
  constexpr std::uint32_t kToOver = 5;  // tokens from "chose", which has other uses
  if (prefer_ == kNone) return is_held_against(i);
  if (i <= prefer_ + 1) return false;
  const bool chooses = r_.word_is(prefer_, literal("choose")) ||
                       r_.word_is(prefer_, literal("chose")) ||
                       r_.word_is(prefer_, literal("chosen"));
  return !chooses || (i <= prefer_ + kToOver && i + 1 < part_.last &&
                      r_.kind(i + 1) != TokenKind::number && !r_.word_is(i + 1, literal("time")));
}

// Whether a kind of thing or an act that one may choose begins at `first`: "an append", "polling";
// not "the deadline", "40 ms", "our target", "the older version".
bool NegationFinder::is_means(std::uint32_t first) const {
  constexpr std::uint32_t kLongest = 4;
  constexpr std::uint64_t kAny[] = {literal("a"), literal("an"), literal("any"), literal("every")};
  if (first >= part_.last || r_.gap(first) > Gap::quote) return false;
  const std::uint32_t head = r_.word_is_any(first, kAny) ? first + 1 : first;
  for (std::uint32_t i = head; i < std::min(part_.last, head + kLongest); ++i) {
    if (i > head && r_.gap(i) >= Gap::comma) break;
    if (r_.kind(i) == TokenKind::number) return false;
    const bool named = r_.classes(i) == 0 || r_.is(i, WordTrait::noun) ||
                       r_.is(i, WordTrait::gerund) || r_.is(i, WordTrait::base);
    if (!named) return i > head;
    if (r_.word_is_any(i, kContenders) || r_.word_is_any(i, kGoals) || r_.word_is_any(i, kStakes)) {
      return false;
    }
  }
  return true;
}

// "Avro wins over JSON"
bool NegationFinder::is_held_against(std::uint32_t over) const {
  return r_.word_is(over - 1, literal("wins")) && over >= part_.body + 2 &&
         r_.gap(over) == Gap::space && is_means(over + 1) && !r_.word_is_any(over - 2, kContenders);
}

// "A merge beats an append": the second is what is not done.
Negation NegationFinder::at_beaten(std::uint32_t i) const {
  if (running_ != Reach::none) return {Reach::lift, i};  // "no dump beats a log"
  const bool third = r_.word_is(i, literal("beats")) || r_.word_is(i, literal("trumps")) ||
                     r_.word_is(i, literal("outweighs"));
  if (!third || i <= part_.body || r_.gap(i) > Gap::quote) return {};
  const std::uint32_t before = i - 1;
  const bool noun = r_.kind(before) == TokenKind::number || r_.is(before, WordClass::determiner) ||
                    r_.is(before, WordClass::negator);
  return phrase_if(!noun && !r_.is(before, WordClass::interrogative) &&
                       !r_.word_is_any(before, kContenders) && !r_.word_is_any(before, kStakes) &&
                       is_means(i + 1),
                   i);
}

// "all tables but the audit log", which begins a part: what is left out.
bool NegationFinder::leaves_out(std::uint32_t i) const {
  constexpr std::uint64_t kAll[] = {
      literal("all"),      literal("every"), literal("everything"), literal("anything"),
      literal("everyone"), literal("any"),   literal("everywhere"), literal("everybody")};
  if (r_.gap(i) != Gap::space || r_.gap(i + 1) >= Gap::comma) return false;
  if (!r_.is(i + 1, WordClass::determiner) && r_.classes(i + 1) != 0) return false;
  for (std::uint32_t at = i - 1; at + 3 >= i && at >= r_.first() && at < i; --at) {
    if (r_.word_is_any(at, kAll)) return true;
    if (r_.classes(at) != 0 && !r_.is(at, WordTrait::noun)) return false;
    if (at + 1 < i && r_.gap(at + 1) >= Gap::comma) return false;
  }
  return false;
}

// "Save for the audit log", "short of a rewrite", "barring a power cut", "in place of polling".
Negation NegationFinder::at_spared(std::uint32_t i) const {
  constexpr std::uint32_t kToComma = 12;
  const std::uint32_t next = i + 1;
  if (next >= part_.last || r_.gap(next) >= Gap::comma) return {};
  const bool apart = i == r_.first() || r_.gap(i) >= Gap::comma;
  if (r_.word_is(i, literal("barring"))) return phrase_if(apart, i);
  if (i + 2 >= part_.last || r_.gap(i + 2) >= Gap::comma) return {};
  if (r_.lex(next) == Lexeme::of) {
    if (r_.word_is(i, literal("place"))) {
      return phrase_if(r_.word_is(i - 1, literal("in")) && r_.gap(i) == Gap::space, i - 1);
    }
    return phrase_if(r_.word_is(i, literal("short")) && (apart || r_.lex(i - 1) == Lexeme::stop),
                     i);
  }
  // "Save for each till ..." is done.
  constexpr std::uint64_t kStored[] = {literal("each"), literal("every"), literal("later"),
                                       literal("now")};
  if (!r_.word_is(i, literal("save")) || r_.lex(next) != Lexeme::for_ ||
      r_.word_is_any(i + 2, kStored)) {
    return {};
  }
  if (i > r_.first()) {
    const bool said = r_.is(i - 1, WordTrait::past) || r_.is_copula(i - 2);
    return phrase_if(apart || said, i);
  }
  for (std::uint32_t at = next; at < std::min(r_.last(), i + kToComma); ++at) {
    if (r_.gap(at) == Gap::comma) return {Reach::phrase, i};
  }
  return {};
}

}  // namespace assay
