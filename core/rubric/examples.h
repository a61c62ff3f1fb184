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

  // "should meet `merge-by-key`".
  ASSAY_SDK std::string should() const;
  // "the example in line 31 should meet `merge-by-key` (found, but negated by "never")"
  ASSAY_SDK std::string to_string() const;
};

// An example that a criterion or flaw lacks: one that meets it, one that says it does not, or,
// among those, one that comes near: whose text almost does.
struct ExampleGap {
  enum class Lacks : std::uint8_t { met, unmet, near };
  Lacks lacks;
  bool flaw;
  std::string id;

  // "no example that falls short of `merge-by-key` comes near it"
  ASSAY_SDK std::string to_string() const;
};

struct ExampleRun {
  std::vector<ExampleFailure> failures;  // in the order of the examples
  std::vector<ExampleGap> gaps;          // criteria, then flaws, in the rubric's order
};

// Throws only what a plugin's rule throws.
ASSAY_SDK ExampleRun run_examples(const Rubric& rubric);

}  // namespace assay
