// The kinds of rule that come with assay. One file each; this is the list.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "assay/export.h"
#include "assay/kind.h"

namespace assay {

// Ordered by name. A rule's table names its kind by holding the key that is the kind's name.
ASSAY_SDK std::span<const Kind> core_kinds();

// The rule for an operand that is only words. Shared by the loader and the kinds.
ASSAY_SDK std::unique_ptr<Rule> make_term_rule(TermSet terms, StandingSet accepted,
                                               std::string source);
// The rule for an array of operands: any of them. REQUIRES: no nulls.
ASSAY_SDK std::unique_ptr<Rule> make_any_rule(std::vector<std::unique_ptr<Rule>> operands);

// Each in the file of its own name; `in` in inside.cpp, `not` in absent.cpp.
extern const Kind kAllKind;
extern const Kind kAnyKind;
extern const Kind kAtLeastKind;
extern const Kind kBeforeKind;
extern const Kind kCountKind;
extern const Kind kInKind;
extern const Kind kMetKind;
extern const Kind kNearKind;
extern const Kind kNotKind;
extern const Kind kNumberKind;
extern const Kind kOrderKind;
extern const Kind kRegexKind;
extern const Kind kTermsKind;

}  // namespace assay
