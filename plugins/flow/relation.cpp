#include "relation.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace flow {
namespace {

using assay::Document;
using assay::Gap;
using assay::kNone;
using assay::TokenKind;
using assay::TokenRange;
using assay::WordClass;

constexpr std::uint32_t kReach = 5;      // words from a preposition or verb to what it governs
constexpr std::uint32_t kWorkReach = 9;  // words from a name to the verb of which it is the subject

constexpr Senses kGovernors = Sense::to | Sense::from | Sense::by | Sense::through | Sense::behind |
                              Sense::ahead | Sense::between;

bool is_be(std::string_view word) {
  return word == "is" || word == "are" || word == "was" || word == "were" || word == "be" ||
         word == "been" || word == "being" || word == "gets" || word == "get";
}

bool is_participle(std::string_view verb) {
  static constexpr std::array<std::string_view, 12> kIrregular = {
      "fed",   "written", "sent", "kept",    "held", "built",
      "taken", "put",     "set",  "brought", "cut",  "split"};
  return verb.ends_with("ed") || std::ranges::find(kIrregular, verb) != kIrregular.end();
}

// "Flink job, event time, ten-second windows." says what Flink does without a verb.
bool is_job(const Document& document, std::uint32_t token) {
  static constexpr std::array<std::string_view, 6> kJobs = {"job",      "jobs",     "pipeline",
                                                            "topology", "consumer", "application"};
  const assay::Token& word = document.tokens()[token];
  return word.gap < Gap::comma && std::ranges::find(kJobs, document.text(word)) != kJobs.end();
}

class Reader {
 public:
  Reader(const Document& document, const Cues& cues, std::uint32_t from, TokenRange mention,
         bool after_mention, std::uint32_t moved)
      : document_(document),
        cues_(cues),
        from_(from),
        to_(mention.first),
        end_(mention.last),
        after_mention_(after_mention),
        moved_(moved) {}

  Relation read() const {
    const std::uint32_t verb = last(kVerbs);
    const std::uint32_t arrow = last(Sense::arrow | Sense::back);
    const std::uint32_t then = last(Senses(Sense::then));
    if (arrow != kNone && (verb == kNone || verb < arrow)) {
      return found(cues_.is(arrow, Sense::back) ? Way::reverse : Way::forward, arrow);
    }
    if (cues_.is(to_, Sense::arrow) && after_mention_) return {Way::forward, {}, false};  // a bar
    const std::uint32_t governor = governor_of();
    Relation relation = by_words(verb, governor);
    if (relation.way == Way::none) relation = by_apposition();
    if (relation.way == Way::none) relation = by_role();
    if (relation.way == Way::none && then != kNone) return found(Way::forward, then);
    // "..., then to Flink"
    if (relation.way == Way::none && verb == kNone && arrow != kNone) {
      return found(Way::forward, arrow);
    }
    if (relation.way == Way::none && after_mention_ && only_joined()) return {Way::same, {}, false};
    return relation;
  }

 private:
  std::uint32_t last(Senses senses) const {
    for (std::uint32_t i = to_; i > from_; --i) {
      if ((cues_.at(i - 1) & senses) != 0) return i - 1;
    }
    return kNone;
  }

  bool is(std::uint32_t token, Sense sense) const {
    return token != kNone && cues_.is(token, sense);
  }

  Relation found(Way way, std::uint32_t at) const {
    return {way, cues_.phrase(at), last(Senses(Sense::relative)) != kNone};
  }

  // The preposition before the mention, or the verb of which it is the object. Brackets are no
  // break: "(Redis)" stands for what was named before it.
  std::uint32_t governor_of() const {
    const auto tokens = document_.tokens();
    for (std::uint32_t i = to_; i > from_ && i + kReach > to_; --i) {
      const bool broken = tokens[i].gap >= Gap::comma && tokens[i].gap != Gap::bracket;
      if (broken && !(i == to_ && labelled(i))) return kNone;
      const Senses senses = cues_.at(i - 1);
      if ((senses & (kGovernors | kVerbs)) != 0) return i - 1;
      if (flow::has(senses, Sense::relative)) return kNone;
      if (has(tokens[i - 1].classes, WordClass::conjunction)) return kNone;
    }
    return kNone;
  }

  // "Sink: Redis"
  bool labelled(std::uint32_t token) const {
    return document_.tokens()[token].gap == Gap::colon && token > from_ &&
           (cues_.at(token - 1) & (Sense::moves | Sense::fetches)) != 0;
  }

  Relation by_words(std::uint32_t verb, std::uint32_t governor) const {
    if (governor == kNone) return {};
    const Senses senses = cues_.at(governor);
    if ((senses & kVerbs) != 0) {
      // Of what is fetched, counted or kept it is the source; what is moved goes to it.
      const bool goes = (senses & (Sense::moves | Sense::fills)) != 0;
      return found(goes && !flow::has(senses, Sense::fetches) ? Way::forward : Way::reverse,
                   governor);
    }
    if (is(governor, Sense::behind)) return found(Way::reverse, governor);
    if (is(governor, Sense::between)) return found(Way::between, governor);
    if (is(governor, Sense::ahead)) return found(Way::forward, governor);
    if (is(governor, Sense::from)) return after_from(verb, governor);
    if (is(governor, Sense::by)) return after_by(verb);
    if (is(governor, Sense::through)) {
      // "Redis is filled with what Flink counts"
      if (is(verb, Sense::fills) && is(verb, Sense::moves)) return found(Way::reverse, verb);
      return found(Way::forward, verb == kNone ? governor : verb);
    }
    // to, into, in
    const std::uint32_t carries = last(Sense::moves | Sense::keeps);
    if (verb != kNone) return found(Way::forward, carries != kNone ? carries : verb);
    if (moved_ != kNone) return found(Way::forward, moved_);
    // "the line is on Kafka"
    if (governor > 0 && is_be(document_.text(document_.tokens()[governor - 1]))) {
      return found(Way::forward, governor);
    }
    const std::string_view word = document_.text(document_.tokens()[governor]);
    if (after_mention_ && (word == "to" || word == "into" || word == "onto") &&
        governs_alone(governor)) {
      return found(Way::forward, governor);
    }
    return {};
  }

  // "It goes on what I call the whiteboard, an in-memory store."
  Relation by_apposition() const {
    const auto tokens = document_.tokens();
    if (after_mention_ || to_ <= from_ || tokens[to_ - 1].gap < Gap::comma) return {};
    const std::string_view article = document_.text(tokens[to_ - 1]);
    if (article != "a" && article != "an" && article != "our") return {};
    const std::uint32_t carries = last(Sense::moves | Sense::keeps);
    return carries == kNone ? Relation{} : found(Way::forward, carries);
  }

  // "has a Kafka source and a Redis sink"
  Relation by_role() const {
    const auto tokens = document_.tokens();
    if (!after_mention_ || end_ >= tokens.size() || tokens[end_].gap >= Gap::comma) return {};
    const std::string_view role = document_.text(tokens[end_]);
    if (role == "sink") return {Way::forward, {end_, end_ + 1}, false};
    if (role == "source") return {Way::reverse, {end_, end_ + 1}, false};
    return {};
  }

  // "to the Flink job", not "to itself about Flink".
  bool governs_alone(std::uint32_t governor) const {
    for (std::uint32_t i = governor + 1; i < to_; ++i) {
      if (has(document_.tokens()[i].classes, WordClass::preposition)) return false;
    }
    return true;
  }

  Relation after_from(std::uint32_t verb, std::uint32_t governor) const {
    // "...; from Kafka": of what follows.
    if (verb == kNone && document_.tokens()[governor].gap >= Gap::comma) return {};
    // "served from Redis", but "Redis keeps counts from Flink"
    if (is(verb, Sense::keeps) && !is(verb, Sense::fetches) &&
        (verb + 1 == governor || is_participle(document_.text(document_.tokens()[verb])))) {
      return found(Way::forward, verb);
    }
    return found(Way::reverse, verb == kNone ? governor : verb);
  }

  Relation after_by(std::uint32_t verb) const {
    if (verb == kNone) return {};
    if (is(verb, Sense::fills)) return found(Way::reverse, verb);
    if (!is(verb, Sense::moves) || is(verb, Sense::fetches)) return found(Way::forward, verb);
    // "Redis is written by Flink", but "events are sent on by Flink to Redis".
    if (goes_to_more()) return after_mention_ ? found(Way::forward, verb) : Relation{};
    return found(Way::reverse, verb);
  }

  bool goes_to_more() const {
    const auto tokens = document_.tokens();
    for (std::uint32_t i = end_; i < tokens.size() && i < end_ + kReach; ++i) {
      if (tokens[i].gap >= Gap::comma) return false;
      if (cues_.is(i, Sense::to)) return true;
    }
    return false;
  }

  bool only_joined() const {
    for (std::uint32_t i = from_; i < to_; ++i) {
      const assay::Token& token = document_.tokens()[i];
      if (token.kind == TokenKind::symbol) continue;
      if (cues_.is(i, Sense::relative)) return false;
      if (!has(token.classes, WordClass::conjunction) && !has(token.classes, WordClass::determiner))
        return false;
    }
    return true;
  }

  const Document& document_;
  const Cues& cues_;
  std::uint32_t from_;
  std::uint32_t to_;
  std::uint32_t end_;
  bool after_mention_;
  std::uint32_t moved_;
};

}  // namespace

Relation relation_before(const Document& document, const Cues& cues, std::uint32_t from,
                         TokenRange mention, bool after_mention, std::uint32_t moved) {
  return Reader(document, cues, from, mention, after_mention, moved).read();
}

TokenRange work_after(const Document& document, const Cues& cues, TokenRange mention,
                      std::uint32_t end) {
  const auto tokens = document.tokens();
  end = std::min(end, mention.last + kWorkReach);
  if (tokens[mention.first].gap == Gap::stop && mention.last < end &&
      is_job(document, mention.last)) {
    return {mention.last, mention.last + 1};
  }
  for (std::uint32_t i = mention.last; i < end; ++i) {
    const Senses senses = cues.at(i);
    if (flow::has(senses, Sense::then)) return cues.phrase(i);
    if (flow::has(senses, Sense::arrow)) return {};
    if ((senses & kVerbs) == 0) continue;
    // In the passive it is something else that does it: "Redis, which is read by the API".
    const bool passive = is_participle(document.text(tokens[i]));
    if (passive && i > mention.first && is_be(document.text(tokens[i - 1]))) return {};
    if (passive) continue;
    return cues.phrase(i);
  }
  return {};
}

}  // namespace flow
