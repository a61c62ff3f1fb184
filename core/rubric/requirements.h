// Reads what a criterion or a flaw looks for: its `any`, `all`, `each` and `none`.
#pragma once

#include "rubric/rubric.h"
#include "rubric/rule_builder.h"

namespace assay {

// `points`: what the criterion is worth; nothing for a flaw, whose rules have no points.
Requirement read_requirement(TableReader& reader, RuleBuilder& builder, const RuleScope& scope,
                             std::optional<double> points);

// Points of the form that points.h counts exactly.
std::optional<double> read_points(TableReader& reader, std::string_view key, double least,
                                  double most);

}  // namespace assay
