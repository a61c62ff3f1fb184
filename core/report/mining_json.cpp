#include <cmath>
#include <nlohmann/json.hpp>

#include "assay/sdk_identity.h"
#include "report/json_text.h"
#include "report/mining_report.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

Json json(const MiningCandidate& one) {
  Json quotations = Json::array();
  for (const MinedQuotation& quotation : one.quotations) {
    Json words = Json::array();
    for (const Span span : quotation.spans) {
      words.push_back({{"begin", span.begin},
                       {"end", span.end},
                       {"text", quotation.text.substr(span.begin, span.size())}});
    }
    quotations.push_back({{"id", quotation.id}, {"words", std::move(words)}});
  }
  return {{"words", one.words},
          {"with", one.with},
          {"with_of", one.with_of},
          {"missed", one.missed},
          {"without", one.without},
          {"without_of", one.without_of},
          {"weight", std::round(one.weight * 1e6) / 1e6},
          {"quotations", std::move(quotations)}};
}

Json json(const std::vector<MiningCandidate>& candidates) {
  Json out = Json::array();
  for (const MiningCandidate& one : candidates) out.push_back(json(one));
  return out;
}

}  // namespace

std::string mining_json(const Mining& mining) {
  Json criteria = Json::array();
  for (const MinedCriterion& one : mining.criteria) {
    criteria.push_back({{"question", one.question},
                        {"id", one.id},
                        {"flaw", one.flaw},
                        {"met", one.met},
                        {"unmet", one.unmet},
                        {"missing", json(one.missing)},
                        {"misleading", json(one.misleading)}});
  }
  const Json out = {
      {"answers", mining.answers}, {"criteria", std::move(criteria)}, {"engine", ASSAY_VERSION}};
  return pretty_json(out);
}

}  // namespace assay
