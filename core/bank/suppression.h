// Findings that somebody lets stand for a while, and why. In an answer's front matter, or in a
// record:
//
//   [[suppress]]
//   id = "merge-by-key"             of a criterion or flaw
//   finding = "criterion-not-met"   a kind of finding; one of the two, or both
//   reason = "Waits for the new wording, #12"
//   until = 2027-01-31              the last day it holds; for ever without it
//
// In assay.toml with one key more, patterns as in `ignore`:
//
//   paths = ["imported/"]
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assay/span.h"
#include "bank/day.h"
#include "bank/front_matter.h"
#include "bank/ignore_patterns.h"
#include "rubric/diagnostics.h"
#include "rubric/source_text.h"

namespace assay {

struct Suppression {
  std::string id;       // empty: of any
  std::string finding;  // empty: of any kind
  std::string reason;   // empty: none is given, which is a finding
  std::optional<Day> until;
  IgnorePatterns paths;  // of assay.toml: the files it is for
  bool of_settings = false;
  std::shared_ptr<const SourceText> file;  // where it stands
  Span span;
  Span id_span;
  Span until_span;

  bool is_of(const std::string& kind, const std::string& id_of_finding) const;
  bool ended(Day today) const { return until && *until < today; }
  // What it is of, for a person: "`merge-by-key`".
  std::string shown() const;
};

// The tables under the key `suppress`. False where `diagnostics` gained anything.
bool read_suppressions(const FrontValue& value, bool of_settings,
                       const std::shared_ptr<const SourceText>& file,
                       std::vector<Suppression>& suppressions, Diagnostics& diagnostics);

}  // namespace assay
