// The obvious way to find terms: at every token, try every pattern, element by element, going back
// where that fails. The matcher of the table is checked against it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "assay/document.h"
#include "rules/pattern.h"

namespace assay {

struct SlowTable {
  std::vector<std::vector<PatternSequence>> sets;
  std::map<std::string, std::size_t> concepts;
};

// Ordered, without repeats.
std::vector<TokenRange> slow_find(const SlowTable& table, std::size_t set,
                                  const Document& document);

}  // namespace assay
