// A plugin's rule as the rest of the program takes it: what it returns about an answer is of that
// answer.
#pragma once

#include <memory>
#include <string>

#include "assay/rule.h"

namespace assay {

// Does what `rule` does, and stands in its place as the rule of its parts. find() and near_miss()
// throw std::runtime_error, which names the rule and its kind, where a range is reversed or goes
// beyond the answer's tokens, a part has no rule, or a closeness is not from 0 to 1.
std::unique_ptr<Rule> make_checked_rule(std::unique_ptr<Rule> rule, std::string kind);

}  // namespace assay
