#include "report/sarif_log.h"

#include <string_view>

#include "assay/sdk_identity.h"
#include "report/json_text.h"
#include "report/mistakes.h"
#include "text/hex.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::string_view kRoot = "%SRCROOT%";

// A path as a URI reference: whatever is not plain is percent-encoded.
std::string uri_of(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
  return out;
}

}  // namespace

Json sarif_location(const std::string& path, Place begin, Place end) {
  Json artifact = {{"uri", uri_of(path)}};
  if (!path.starts_with('/')) artifact["uriBaseId"] = kRoot;
  Json physical = {{"artifactLocation", std::move(artifact)}};
  if (begin.line > 0) {
    physical["region"] = {{"startLine", begin.line},
                          {"startColumn", begin.column},
                          {"endLine", end.line},
                          {"endColumn", end.column}};
  }
  return {{"physicalLocation", std::move(physical)}};
}

Json sarif_notification(const std::string& path, Place begin, Place end,
                        const std::string& message) {
  return {{"level", "error"},
          {"message", {{"text", message}}},
          {"locations", {sarif_location(path, begin, end)}}};
}

Json sarif_notification(const Diagnostic& mistake) {
  const Place at = {mistake.line, mistake.column};
  return sarif_notification(mistake.path, at, at, mistake_text(mistake));
}

std::string sarif_log(Json rules, Json results, Json notifications) {
  Json invocation = {{"executionSuccessful", notifications.empty()}};
  if (!notifications.empty()) {
    invocation["toolExecutionNotifications"] = std::move(notifications);
  }
  const Json run = {
      {"tool",
       {{"driver", {{"name", "assay"}, {"version", ASSAY_VERSION}, {"rules", std::move(rules)}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"invocations", {std::move(invocation)}},
      {"results", std::move(results)}};
  const Json json = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs", {run}}};
  return pretty_json(json);
}

}  // namespace assay
