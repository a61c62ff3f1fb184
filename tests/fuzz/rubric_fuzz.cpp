// A rubric of any bytes is loaded or refused; when loaded it scores, and its own text does not
// break it.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "require.h"
#include "rubric/load.h"
#include "rubric/score.h"
#include "text/analyzer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view toml(reinterpret_cast<const char*>(data), size);
  assay::Diagnostics diagnostics;
  const auto rubric = assay::parse_rubric(toml, "fuzz", {}, diagnostics);
  assay::require((rubric == nullptr) == !diagnostics.empty(), "refused without a reason");
  for (const assay::Diagnostic& diagnostic : diagnostics) {
    assay::require(!diagnostic.to_string().empty(), "a mistake without words");
  }
  if (!rubric) return 0;
  static assay::Analyzer analyzer;
  assay::Scorer scorer(rubric);
  const assay::ScoreSheet sheet = scorer.score(analyzer.analyze(toml.substr(0, 4096)));
  assay::require(sheet.criteria.size() == rubric->criteria.size(), "a criterion without a verdict");
  assay::require(sheet.score >= 0 && sheet.score <= 1, "a score out of its bounds");
  return 0;
}
