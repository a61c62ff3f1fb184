#include "rubric/requirement_score.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "rules/wording.h"

namespace assay {
namespace {

// The closeness of a near miss is below 1.
constexpr double kClosest = 0.99;

using Matches = std::span<const Match>;

bool holds(const Rule& rule, const Reading& reading) { return !reading.matches(rule).empty(); }

// Empty where no match has a place.
TokenRange first_place(Matches matches) {
  for (const Match& match : matches) {
    if (!match.range.empty()) return match.range;
  }
  return {};
}

// How much a match says: bytes of content words, of each part up to so many that a long one, whose
// middle any words may fill, does not outweigh two; and the more the closer they stand.
std::size_t weight_of(const Match& match, const Document& document) {
  constexpr std::size_t kMostOfAPart = 24;
  constexpr std::size_t kClose = 8;  // tokens
  std::size_t weight = 0;
  for (const Part& part : match.parts) {
    std::size_t of_part = 0;
    for (const Token& token : document.tokens().subspan(part.range.first, part.range.size())) {
      if (is_content_word(token)) of_part += token.text_end - token.text_begin;
    }
    weight += std::min(of_part, kMostOfAPart);
  }
  return 1024 * weight / (match.range.size() + kClose);
}

// The match that says most; of several the first.
struct BestMatch {
  const Match* match = nullptr;
  std::size_t weight = 0;

  void offer(Matches matches, const Document& document) {
    for (const Match& each : matches) {
      const std::size_t own = weight_of(each, document);
      if (match && own <= weight) continue;
      match = &each;
      weight = own;
    }
  }
};

class EvidenceList {
 public:
  explicit EvidenceList(const Reading& reading) : document_(reading.document()) {}

  void add(Matches matches) {
    for (const Match& match : matches) add(match, false);
  }
  void add_best(const BestMatch& best) {
    if (!best.match) return;
    add(*best.match, true);
    best_.append(best.match->parts);
  }
  void add_with_best(Matches matches) {
    BestMatch best;
    best.offer(matches, document_);
    add(matches);
    add_best(best);
  }

  void take(RequirementScore& score) {
    // Of the same the best comes first, and stays.
    const auto key = [](const Evidence& e) { return std::tuple(e.span, e.rule, !e.best); };
    std::sort(evidence_.begin(), evidence_.end(),
              [&](const Evidence& a, const Evidence& b) { return key(a) < key(b); });
    const auto same = [](const Evidence& a, const Evidence& b) {
      return a.span == b.span && a.rule == b.rule;
    };
    evidence_.erase(std::unique(evidence_.begin(), evidence_.end(), same), evidence_.end());
    score.evidence = std::move(evidence_);
    score.best = std::move(best_);
  }

 private:
  void add(const Match& match, bool best) {
    for (const Part& part : match.parts) {
      if (part.range.empty()) continue;
      evidence_.push_back({document_.span_of(part.range), part.rule->name(), best});
    }
  }

  const Document& document_;
  std::vector<Evidence> evidence_;
  MatchParts best_;
};

// A flaw's rules are worth nothing by themselves.
Units worth_of(const Alternative& alternative) {
  return std::max<Units>(units_of(alternative.points), 1);
}

// Whether the words of a near miss say anything by themselves: somebody who wrote "must" and "n't"
// has come no closer.
bool says_anything(const NearMiss& near, const Document& document) {
  const auto says = [&](TokenRange range) {
    const auto tokens = document.tokens().subspan(range.first, range.size());
    return std::any_of(tokens.begin(), tokens.end(), is_content_word);
  };
  if (near.words.empty()) return near.range.empty() || says(near.range);
  return std::any_of(near.words.begin(), near.words.end(), says);
}

// The closest of several rules that do not hold; ties go to the first.
struct Closest {
  const Rule* rule = nullptr;
  NearMiss near;

  void offer(const Rule& candidate, const Reading& reading) {
    NearMiss found = candidate.near_miss(reading);
    if (!says_anything(found, reading.document())) found = {};
    if (rule && found.closeness <= near.closeness) return;
    rule = &candidate;
    near = std::move(found);
  }
};

// A near miss in the making: what a requirement asks for, part by part. A part is a rule of `all`,
// the whole of `any`, or the whole of `each`.
struct Parts {
  std::size_t asked = 0;
  std::size_t absent = 0;  // nothing of them holds
  double closeness = 0;    // the sum of theirs
  Closest closest;
  TokenRange found;  // the first place of one that holds

  // `share`: how much of the part holds; `holds`: whether anything does, and first at `place`, if
  // it has one; `missing`: the closest of the rest.
  void add(double share, bool holds, TokenRange place, const Closest& missing) {
    ++asked;
    if (!holds) ++absent;
    closeness += share + (1 - share) * missing.near.closeness;
    if (found.empty()) found = place;
    if (!missing.rule) return;
    if (!closest.rule || missing.near.closeness > closest.near.closeness) closest = missing;
  }
};

void look_at(const std::vector<Alternative>& alternatives, Units most, bool sum,
             const Reading& reading, Parts& parts) {
  if (alternatives.empty()) return;
  Units units = 0;
  bool any = false;
  TokenRange place;
  for (const Alternative& each : alternatives) {
    const Matches matches = reading.matches(*each.rule);
    if (matches.empty()) continue;
    units = sum ? units + units_of(each.points) : std::max(units, worth_of(each));
    any = true;
    if (place.empty()) place = first_place(matches);
  }
  if (units >= most) return parts.add(1, any, place, {});
  Closest missing;
  for (const Alternative& each : alternatives) {
    if (holds(*each.rule, reading)) continue;
    // What is worth no more than was awarded is not missed.
    if (sum || worth_of(each) > units) missing.offer(*each.rule, reading);
  }
  parts.add(double(units) / double(most), any, place, missing);
}

}  // namespace

RequirementScore score_requirement(const Requirement& requirement, Units most,
                                   const Reading& reading) {
  RequirementScore score;
  EvidenceList evidence(reading);
  for (const auto& rule : requirement.none) {
    if (holds(*rule, reading)) return score;
  }
  for (const auto& rule : requirement.all) {
    const Matches matches = reading.matches(*rule);
    if (matches.empty()) return score;
    evidence.add_with_best(matches);
  }
  Units units = 0;
  for (const Alternative& each : requirement.any) {
    if (holds(*each.rule, reading)) units = std::max(units, worth_of(each));
  }
  if (!requirement.any.empty() && units == 0) return score;
  // The words that earned the points are those of the rules worth that many.
  BestMatch best;
  for (const Alternative& each : requirement.any) {
    if (worth_of(each) != units) continue;
    const Matches matches = reading.matches(*each.rule);
    evidence.add(matches);
    best.offer(matches, reading.document());
  }
  evidence.add_best(best);
  for (const Alternative& each : requirement.each) {
    const Matches matches = reading.matches(*each.rule);
    if (matches.empty()) continue;
    units += units_of(each.points);
    evidence.add_with_best(matches);
  }
  const bool graded = !requirement.any.empty() || !requirement.each.empty();
  score.units = graded ? std::min(units, most) : most;
  if (score.units > 0) evidence.take(score);
  return score;
}

std::optional<SheetNearMiss> near_miss_of(const Requirement& requirement, Units most,
                                          const Reading& reading) {
  Parts parts;
  for (const auto& rule : requirement.all) {
    const Matches matches = reading.matches(*rule);
    Closest missing;
    if (matches.empty()) missing.offer(*rule, reading);
    parts.add(matches.empty() ? 0 : 1, !matches.empty(), first_place(matches), missing);
  }
  const bool both = !requirement.any.empty() && !requirement.each.empty();
  look_at(requirement.any, both ? 1 : most, false, reading, parts);
  look_at(requirement.each, most, true, reading, parts);

  const Document& document = reading.document();
  const auto near_miss = [&](std::vector<TokenRange> words, TokenRange range, const Rule& rule,
                             std::string why, double closeness) {
    if (words.empty()) words = {range};
    SheetNearMiss miss{{}, rule.name(), std::move(why), closeness};
    if (!range.empty()) miss.span = document.span_of(range);
    for (const TokenRange& each : words) {
      if (!each.empty()) miss.words.push_back(document.span_of(each));
    }
    std::sort(miss.words.begin(), miss.words.end());
    miss.words.erase(std::unique(miss.words.begin(), miss.words.end()), miss.words.end());
    return miss;
  };
  if (parts.absent == 0) {
    for (const auto& rule : requirement.none) {
      const Matches matches = reading.matches(*rule);
      if (matches.empty()) continue;
      const Match& first = matches.front();
      std::vector<TokenRange> words;
      for (const Part& part : first.parts) words.push_back(part.range);
      if (words.empty() && !first.range.empty()) words = {first.range};
      std::string why = "it would count, but for ";
      why += words.empty() ? "what the answer does not say" : quoted_list(document, words);
      return near_miss(std::move(words), first.range, *rule, std::move(why), kClosest);
    }
  }
  if (!parts.closest.rule) return std::nullopt;
  const double closeness = std::min(parts.closeness / double(parts.asked), kClosest);
  const NearMiss& near = parts.closest.near;
  if (near.closeness > 0) {
    return near_miss(near.words, near.range, *parts.closest.rule, near.why, closeness);
  }
  if (parts.found.empty()) return std::nullopt;
  // Nothing of the missing part itself: point at the rest, without telling what to say.
  return near_miss({}, parts.found, *parts.closest.rule,
                   quoted(document, parts.found) + " is a part of it, another is missing",
                   closeness);
}

}  // namespace assay
