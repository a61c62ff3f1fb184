// A rubric's own examples, put to it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "rubric/rubric.h"

namespace assay {

// One thing that an example asserts and that did not come out so.
struct ExampleFailure {
  std::uint32_t line;    // of the example in the rubric's file
  std::string_view key;  // "met", "not-met", "flaws" or "no-flaws"
  std::string id;        // of the criterion or flaw
  std::string text;      // the example's
  // Why, where that is known: the near miss of a criterion that should be met, the words that met
  // one that should not be, or committed the flaw. May be empty.
  std::string why;

  // "the example in line 31 should meet `merge-by-key` (found, but negated by "never")"
  ASSAY_SDK std::string to_string() const;
};

// In the order of the examples. Throws only what a plugin's rule throws.
ASSAY_SDK std::vector<ExampleFailure> check_examples(const Rubric& rubric);

}  // namespace assay
