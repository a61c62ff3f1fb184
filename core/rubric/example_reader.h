// Reads one [[example]] of a rubric.
#pragma once

#include <string>
#include <vector>

#include "rubric/rubric.h"
#include "rubric/table_reader.h"

namespace assay {

// Refuses ids that are not the rubric's, and an example that asserts nothing or contradicts itself.
Example read_example(TomlSource& source, const toml::table& table,
                     const std::vector<std::string>& criteria,
                     const std::vector<std::string>& flaws);

}  // namespace assay
