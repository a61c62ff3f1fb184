// A rubric of any bytes is loaded or refused; when loaded it scores, and its own text does not
// break it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "rubric/load.h"
#include "rubric/score.h"
#include "text/analyzer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view toml(reinterpret_cast<const char*>(data), size);
  assay::Diagnostics diagnostics;
  const auto rubric = assay::parse_rubric(toml, "fuzz", {}, diagnostics);
  if ((rubric == nullptr) != !diagnostics.empty()) std::abort();
  for (const assay::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.to_string().empty()) std::abort();
  }
  if (!rubric) return 0;
  static assay::Analyzer analyzer;
  assay::Scorer scorer(rubric);
  const assay::ScoreSheet sheet = scorer.score(analyzer.analyze(toml.substr(0, 4096)));
  if (sheet.criteria.size() != rubric->criteria.size()) std::abort();
  if (!(sheet.score >= 0 && sheet.score <= 1)) std::abort();
  return 0;
}
