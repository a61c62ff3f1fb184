// Findings that a bank had when somebody began to check it, and that its checks need not fail on.
//
// A file of JSON, a finding a line, in order, so that versions of it compare and merge:
//
//   {"version": 1, "findings": [
//     {"file": "a.md", "finding": "band", "id": null, "fingerprint": "0123456789abcdef:1"},
//     ...
//   ]}
//
// A finding is known by its file and fingerprint; the others are for people. Files are relative to
// the baseline's folder; a byte of a name that is not UTF-8 is written as "\xff".
#pragma once

#include <compare>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "bank/finding.h"

namespace assay {

struct BaselineEntry {
  std::string file;
  std::string finding;  // its kind
  std::string id;       // may be empty
  std::string fingerprint;
  Span span;  // of the fingerprint in the baseline

  friend auto operator<=>(const BaselineEntry& a, const BaselineEntry& b) {
    return a.key() <=> b.key();
  }
  friend bool operator==(const BaselineEntry& a, const BaselineEntry& b) {
    return a.key() == b.key();
  }

 private:
  std::tuple<const std::string&, const std::string&, const std::string&, const std::string&> key()
      const {
    return {file, finding, id, fingerprint};
  }
};

struct Baseline {
  std::filesystem::path folder;              // absolute
  std::shared_ptr<const SourceText> source;  // null where there was no file
  std::vector<BaselineEntry> entries;
};

// Nothing, and why in `diagnostics`, where it cannot be read. `shown` is the path for messages.
std::optional<Baseline> read_baseline(const std::filesystem::path& file, const std::string& shown,
                                      Diagnostics& diagnostics);

// What a comparison came to.
struct BaselineChange {
  std::vector<BaselineEntry> renewed;  // sorted: what the baseline would be now
  std::size_t added = 0;
  std::size_t removed = 0;
};

// Marks open findings that fail as known where the baseline has them, and tells of what it has and
// does not occur any more in the paths checked (as absolute_path() has
// them; a folder stands for all below it). Where
// the report has errors nobody knows that, and nothing is told. REQUIRES: fingerprints are
// numbered.
BaselineChange compare_with_baseline(const Baseline& baseline,
                                     const std::vector<std::filesystem::path>& checked,
                                     CheckReport& report);

}  // namespace assay
