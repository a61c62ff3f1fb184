// An answer scored by a rubric that stands in the test.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "rubric/rubric_fixtures.h"
#include "rubric/score.h"
#include "text/analyzer.h"

namespace assay {

inline std::shared_ptr<const Rubric> parsed_rubric(const std::string& toml,
                                                   LoadEnvironment environment = {}) {
  Diagnostics diagnostics;
  auto rubric = parse_rubric(toml, "r", environment, diagnostics);
  if (!rubric) throw std::runtime_error(all_of(diagnostics));
  return rubric;
}

struct Scored {
  Document document;
  ScoreSheet sheet;

  // "words|rule" of each piece of evidence.
  std::vector<std::string> evidence(std::size_t criterion = 0) const {
    std::vector<std::string> out;
    for (const Evidence& e : sheet.criteria.at(criterion).evidence) {
      out.push_back(std::string(document.original(e.span)) + "|" + std::string(e.rule));
    }
    return out;
  }
};

inline Scored scoring(const std::string& toml, const std::string& answer) {
  Document document = Analyzer().analyze(answer);
  ScoreSheet sheet = Scorer(parsed_rubric(toml)).score(document);
  return {std::move(document), std::move(sheet)};
}

}  // namespace assay
