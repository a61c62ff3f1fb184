// A part of a rubric that loads by itself: some of its criteria and flaws, and the concepts they
// need. Loading that takes a fraction of the time that the whole takes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lint/finding.h"
#include "lint/subject.h"

namespace assay {

// Null where the part does not load. `entries`: tables of the rubric's criteria and flaws, each
// headed [[criterion]] or [[flaw]]. `edits` are made in them first.
std::shared_ptr<const Rubric> excised(const LintRubric& rubric, const LoadEnvironment& environment,
                                      const std::vector<const toml::table*>& entries,
                                      const std::vector<Edit>& edits);

}  // namespace assay
