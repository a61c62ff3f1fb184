#include <cmath>
#include <nlohmann/json.hpp>

#include "assay/sdk_identity.h"
#include "report/agreement_report.h"
#include "report/json_text.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

double six_decimals(double number) { return std::round(number * 1e6) / 1e6 + 0.0; }

Json json(Figure figure) { return figure ? Json(six_decimals(*figure)) : Json(nullptr); }

Json json(const Estimate& estimate) {
  Json out = {{"value", json(estimate.value)}};
  if (estimate.interval) {
    out["low"] = six_decimals(estimate.interval->low);
    out["high"] = six_decimals(estimate.interval->high);
  }
  return out;
}

void add_comparisons(const Comparisons& comparisons, Json& to) {
  for (const Comparison& comparison : comparisons) {
    Json& out = to[std::string(name_of(comparison.rater))];
    out["pairs"] = comparison.pairs;
    for (const Estimate& estimate : comparison.estimates) {
      out[std::string(name_of(estimate.measure))] = json(estimate);
    }
  }
}

Json json(const Headline& headline) {
  Json out = {{"answers", headline.answers}};
  for (const Aspect aspect : {Aspect::criteria, Aspect::flaws, Aspect::bands, Aspect::scores}) {
    const Comparisons& comparisons = headline.aspects[std::size_t(aspect)];
    if (!comparisons.empty()) add_comparisons(comparisons, out[std::string(name_of(aspect))]);
  }
  return out;
}

Json json(const CriterionAgreement& one) {
  Json out = {{"question", one.question},
              {"id", one.id},
              {"flaw", one.flaw},
              {"both", one.counts.both},
              {"only_scored", one.counts.scored},
              {"only_marked", one.counts.marked},
              {"neither", one.counts.neither}};
  add_comparisons(one.comparisons, out);
  return out;
}

Json json(const RuleAgreement& one) {
  return {{"question", one.question}, {"criterion", one.criterion}, {"rule", one.rule},
          {"decisive", one.decisive}, {"right", one.right},         {"wrong", one.wrong},
          {"near", one.near},         {"missed", one.missed}};
}

Json json(const Difference& one, const std::string& text) {
  Json words = Json::array();
  for (const Span span : one.spans) {
    words.push_back(
        {{"begin", span.begin}, {"end", span.end}, {"text", text.substr(span.begin, span.size())}});
  }
  Json out = {{"id", one.id}, {"flaw", one.flaw}, {"scored", one.scored}};
  if (one.markers > 0) {
    out["against"] = one.against;
    out["markers"] = one.markers;
  }
  out[one.scored ? "evidence" : "near"] = std::move(words);
  if (!one.rule.empty()) out["rule"] = one.rule;
  if (!one.why.empty()) out["why"] = one.why;
  return out;
}

Json json(const Disagreement& one) {
  Json out = {{"id", one.id},
              {"question", one.question},
              {"badness", six_decimals(one.badness)},
              {"band", name_of(one.band)},
              {"score", six_decimals(one.score)}};
  for (const Band band : one.marked_bands) out["marked_bands"].push_back(name_of(band));
  for (const double score : one.marked_scores) out["marked_scores"].push_back(six_decimals(score));
  out["differences"] = Json::array();
  for (const Difference& difference : one.differences) {
    out["differences"].push_back(json(difference, one.text));
  }
  out["text"] = one.text;
  return out;
}

Json json(const Fall& fall) {
  return {{"figure", fall.figure}, {"before", json(fall.before)}, {"now", json(fall.now)}};
}

template <class T>
Json list(const std::vector<T>& items) {
  Json out = Json::array();
  for (const T& item : items) out.push_back(json(item));
  return out;
}

Json confusion(const Agreement& agreement) {
  Json out;
  for (const Band mark : {Band::red, Band::yellow, Band::green}) {
    for (const Band score : {Band::red, Band::yellow, Band::green}) {
      out[std::string(name_of(mark))][std::string(name_of(score))] =
          agreement.confusion[std::size_t(mark)][std::size_t(score)];
    }
  }
  return out;
}

}  // namespace

std::string agreement_json(const Agreement& agreement) {
  const BootstrapOptions& bootstrap = agreement.options.bootstrap;
  Json out = {{"engine", ASSAY_VERSION},
              {"questions", agreement.questions},
              {"markers", agreement.markers},
              {"blank", agreement.blank},
              {"unmarked", agreement.unmarked},
              {"bootstrap",
               {{"replicates", bootstrap.replicates},
                {"seed", bootstrap.seed},
                {"confidence", bootstrap.confidence}}}};
  out["skipped"] = Json::array();
  for (const SkippedQuestion& one : agreement.skipped) {
    out["skipped"].push_back(
        {{"question", one.question}, {"answers", one.answers}, {"why", one.why}});
  }
  out["problems"] = agreement.problems;
  out["all"] = json(agreement.all);
  if (agreement.without_blank) out["without_blank"] = json(*agreement.without_blank);
  if (!agreement.all.aspects[std::size_t(Aspect::bands)].empty()) {
    out["confusion"] = confusion(agreement);
  }
  out["criteria"] = list(agreement.criteria);
  out["rules"] = list(agreement.rules);
  out["disagreeing"] = agreement.disagreeing;
  out["disagreements"] = list(agreement.disagreements);
  if (!agreement.baseline.empty()) {
    out["baseline"] = {{"note", agreement.baseline},
                       {"falls", list(agreement.falls)},
                       {"criterion_falls", list(agreement.criterion_falls)}};
  }
  return pretty_json(out);
}

}  // namespace assay
