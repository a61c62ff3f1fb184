// The regular expressions of a file.
#pragma once

#include <functional>
#include <string>

#include "lint/subject.h"

namespace assay {

using VisitExpression =
    std::function<void(const LintFile& file, const toml::value<std::string>& expression)>;

// Those of all rubrics, each in the order of its file.
void for_each_expression(const LintBank& bank, const VisitExpression& visit);

// Where the bracket expression that opens at `at` ends: behind its "]".
std::size_t end_of_class(std::string_view expression, std::size_t at);

}  // namespace assay
