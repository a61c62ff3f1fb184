#include "report/mistakes.h"

#include <nlohmann/json.hpp>

namespace assay {

std::string mistake_text(const Diagnostic& mistake) {
  return mistake.message + (mistake.expected.empty() ? "" : "; expected " + mistake.expected);
}

nlohmann::ordered_json mistakes_json(const Diagnostics& mistakes) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Diagnostic& mistake : mistakes) {
    all.push_back({{"file", mistake.path},
                   {"line", mistake.line},
                   {"column", mistake.column},
                   {"message", mistake.message},
                   {"expected", mistake.expected}});
  }
  return all;
}

}  // namespace assay
