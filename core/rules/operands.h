// What rules of several operands say of them.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "assay/rule.h"
#include "rules/matches.h"

namespace assay {

// "[a, b, c]"
std::string describe_list(std::span<const std::unique_ptr<Rule>> operands);

// Near miss where fewer than `needed` of the operands hold. `matches` are those of each operand.
// Names what is there and says why the nearest of the others does not count; `missing()` ends
// the sentence where there is nothing to say of them: "the rest is missing".
NearMiss too_few_hold(const Reading& reading, std::span<const std::unique_ptr<Rule>> operands,
                      std::span<const Matches> matches, std::size_t needed,
                      const std::function<std::string()>& missing);

}  // namespace assay
