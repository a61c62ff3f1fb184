#include <nlohmann/json.hpp>
#include <string_view>

#include "report/check_report.h"
#include "report/json_text.h"
#include "report/mistakes.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

// Columns of the format count bytes.
Json byte_position(const SourceText& file, Place at) {
  const std::size_t begin = file.offset_of({at.line, 1});
  return {{"line", at.line}, {"column", file.offset_of(at) - begin + 1}};
}

Json rdf_location(const SourceText& file, const Region& region) {
  Json out = {{"path", file.path()}};
  if (region.begin.line > 0) {
    out["range"] = {{"start", byte_position(file, region.begin)},
                    {"end", byte_position(file, region.end)}};
  }
  return out;
}

std::string rdf_line(std::string message, Json place, const char* severity, std::string_view code) {
  Json out = {{"message", std::move(message)},
              {"location", std::move(place)},
              {"severity", severity},
              {"source", {{"name", "assay"}}}};
  if (!code.empty()) out["code"] = {{"value", code}};
  return json_line(out) + "\n";
}

std::string rdf_line(const Finding& finding) {
  std::string message = finding.message;
  for (const std::string* more : {&finding.why, &finding.advice}) {
    if (!more->empty()) message += "\n" + *more;
  }
  const char* severity = finding.fails() ? "ERROR" : "WARNING";
  if (finding.state == FindingState::known) {
    message = "known by the baseline: " + message;
    severity = "INFO";
  } else if (finding.state == FindingState::suppressed) {
    message =
        "suppressed" + (finding.reason.empty() ? "" : " (" + finding.reason + ")") + ": " + message;
    severity = "INFO";
  }
  return rdf_line(std::move(message), rdf_location(*finding.file, finding.regions.front()),
                  severity, finding.kind);
}

}  // namespace

std::string check_rdjsonl(const CheckReport& report) {
  std::string out;
  for (const ListedFinding& one : report.findings()) out += rdf_line(*one.finding);
  for (const CheckedAnswer& checked : report.answers) {
    if (checked.error) {
      out += rdf_line(checked.error->message, rdf_location(*checked.answer.file, {}), "ERROR", {});
    }
  }
  for (const Diagnostic& mistake : report.mistakes) {
    Json place = {{"path", mistake.path}};
    if (mistake.line > 0) {
      // The line is all of the file that a mistake keeps.
      const SourceText text(mistake.source, mistake.path);
      place["range"]["start"] = {{"line", mistake.line},
                                 {"column", text.offset_of({1, mistake.column}) + 1}};
    }
    out += rdf_line(mistake_text(mistake), std::move(place), "ERROR", {});
  }
  return out;
}

}  // namespace assay
