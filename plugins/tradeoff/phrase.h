// What fills a slot: whether a stretch of words says something specific.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "assay/rule.h"

namespace tradeoff {

bool is_content(const assay::Token& token);

// A word written like a name where no sentence begins: "Aurora", "DynamoDB", "S3".
bool is_name(const assay::Document& document, std::uint32_t token);

// How specific [range) is: one for each different content word that is not in `vague`, two for each
// number. "It is fine" scores 0, "every charge pays 25 ms" 4.
int specificity(const assay::Document& document, assay::TokenRange range,
                std::span<const assay::TokenRange> vague);

// Whether a cue decides nothing: in a question, in other people's words, in a pile, or in what is
// called wrong as a whole. What the cue itself rejects or negates is the alternative.
bool disowned(const assay::Document& document, assay::TokenRange cue);

}  // namespace tradeoff
