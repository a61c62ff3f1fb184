// What every SARIF report has: the tool, places, what went wrong beside the findings.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "rubric/diagnostics.h"
#include "rubric/source_text.h"

namespace assay {

// Relative paths are relative to %SRCROOT%. Without a region where `begin` has no line.
nlohmann::ordered_json sarif_location(const std::string& path, Place begin, Place end);

// Something that went wrong beside the findings, at a place as above.
nlohmann::ordered_json sarif_notification(const std::string& path, Place begin, Place end,
                                          const std::string& message);
nlohmann::ordered_json sarif_notification(const Diagnostic& mistake);

// A log of one run of assay. Successful where there are no notifications.
std::string sarif_log(nlohmann::ordered_json rules, nlohmann::ordered_json results,
                      nlohmann::ordered_json notifications);

}  // namespace assay
