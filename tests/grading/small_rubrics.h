// Rubrics of one criterion, for tests of what is done with rubrics.
#pragma once

#include <string>

namespace assay {

// A rubric whose criterion "it" is met by `operand`: a term, or a table if it begins with "{".
inline std::string rubric_toml(const std::string& id, const std::string& operand) {
  const std::string value = operand.starts_with('{') ? operand : "\"" + operand + "\"";
  return "id = \"" + id + "\"\ntitle = \"" + id + "\"\nprompt = \"What of " + id +
         "?\"\n[[criterion]]\nid = \"it\"\nsays = \"Names it\"\nany = [" + value +
         "]\n[[example]]\ntext = \"nobody\"\nnot-met = [\"it\"]\n"
         "[[example]]\ntext = \"runs these\"\nmet = [\"it\"]\n";
}

}  // namespace assay
