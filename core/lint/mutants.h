// A rule changed in one place, for seeing whether an example notices.
#pragma once

#include <string>
#include <vector>

#include "lint/finding.h"
#include "lint/subject.h"

namespace assay {

struct Mutant {
  const toml::node* at;  // what is changed
  std::string
      changed;  // "without this rule", "with `near` for `all`": ends "... no example notices"
  std::string advice;       // what an example would have to show
  std::vector<Edit> edits;  // in the file
  bool leaves_out = false;  // all of `at`
};

// Those of one criterion or flaw: each rule of its arrays left out, each rule of rules in them, and
// what a rule asks for besides (nearness, order, `without`, `standing`, bounds) taken away one by
// one. Words of a list that mean the same are not tried: of those an author has more than anybody
// writes examples for.
std::vector<Mutant> mutants_of(const LintFile& file, const toml::table& entry);

}  // namespace assay
