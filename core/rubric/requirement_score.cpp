#include "rubric/requirement_score.h"

#include <algorithm>
#include <tuple>

namespace assay {
namespace {

// The most bytes of an answer that a message repeats.
constexpr std::size_t kMostQuoted = 60;
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

class EvidenceList {
 public:
  explicit EvidenceList(const Reading& reading) : reading_(reading) {}

  void add(Matches matches) {
    for (const Match& match : matches) {
      for (const Part& part : match.parts) {
        if (part.range.empty()) continue;
        evidence_.push_back({reading_.document().span_of(part.range), part.rule->name()});
      }
    }
  }

  std::vector<Evidence> take() {
    const auto place = [](const Evidence& e) { return std::tuple(e.span, e.rule); };
    std::sort(evidence_.begin(), evidence_.end(),
              [&](const Evidence& a, const Evidence& b) { return place(a) < place(b); });
    evidence_.erase(std::unique(evidence_.begin(), evidence_.end()), evidence_.end());
    return std::move(evidence_);
  }

 private:
  const Reading& reading_;
  std::vector<Evidence> evidence_;
};

// The first words of a place, cut between two tokens.
std::string words_at(const Document& document, TokenRange range) {
  TokenRange shown{range.first, range.first + 1};
  while (shown.last < range.last &&
         document.span_of({shown.first, shown.last + 1}).size() <= kMostQuoted) {
    ++shown.last;
  }
  const std::string words(document.original(document.span_of(shown)));
  return "\"" + words + (shown.last < range.last ? " ..." : "") + "\"";
}

// A flaw's rules are worth nothing by themselves.
Units worth_of(const Alternative& alternative) {
  return std::max<Units>(units_of(alternative.points), 1);
}

// The closest of several rules that do not hold; ties go to the first.
struct Closest {
  const Rule* rule = nullptr;
  NearMiss near;

  void offer(const Rule& candidate, const Reading& reading) {
    NearMiss found = candidate.near_miss(reading);
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
    evidence.add(matches);
  }
  Units units = 0;
  for (const Alternative& each : requirement.any) {
    if (holds(*each.rule, reading)) units = std::max(units, worth_of(each));
  }
  if (!requirement.any.empty() && units == 0) return score;
  // The words that earned the points are those of the rules worth that many.
  for (const Alternative& each : requirement.any) {
    if (worth_of(each) == units) evidence.add(reading.matches(*each.rule));
  }
  for (const Alternative& each : requirement.each) {
    const Matches matches = reading.matches(*each.rule);
    if (matches.empty()) continue;
    units += units_of(each.points);
    evidence.add(matches);
  }
  const bool graded = !requirement.any.empty() || !requirement.each.empty();
  score.units = graded ? std::min(units, most) : most;
  if (score.units > 0) score.evidence = evidence.take();
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
  const auto span_of = [&](TokenRange range) {
    return range.empty() ? Span{} : document.span_of(range);
  };
  if (parts.absent == 0) {
    for (const auto& rule : requirement.none) {
      const Matches matches = reading.matches(*rule);
      if (matches.empty()) continue;
      const TokenRange range = matches.front().range;
      return SheetNearMiss{span_of(range), rule->name(),
                           range.empty() ? "blocked by what the answer does not say"
                                         : "blocked by " + words_at(document, range),
                           kClosest};
    }
  }
  if (!parts.closest.rule) return std::nullopt;
  const double closeness = std::min(parts.closeness / double(parts.asked), kClosest);
  const NearMiss& near = parts.closest.near;
  if (near.closeness > 0) {
    return SheetNearMiss{span_of(near.range), parts.closest.rule->name(), near.why, closeness};
  }
  if (parts.found.empty()) return std::nullopt;
  // Nothing of the missing part itself: point at the rest, without telling what to say.
  return SheetNearMiss{span_of(parts.found), parts.closest.rule->name(),
                       "only a part of it was found", closeness};
}

}  // namespace assay
