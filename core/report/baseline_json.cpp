#include "report/baseline_json.h"

#include <string_view>

#include "report/json_text.h"

namespace assay {

std::string baseline_json(const std::vector<BaselineEntry>& entries) {
  std::string out = "{\"version\": 1, \"findings\": [";
  std::string_view before = "\n  {";
  for (const BaselineEntry& entry : entries) {
    out += before;
    before = ",\n  {";
    out += "\"file\": ";
    append_json_string(out, entry.file);
    out += ", \"finding\": ";
    append_json_string(out, entry.finding);
    out += ", \"id\": ";
    if (entry.id.empty()) {
      out += "null";
    } else {
      append_json_string(out, entry.id);
    }
    out += ", \"fingerprint\": ";
    append_json_string(out, entry.fingerprint);
    out += "}";
  }
  return out + (entries.empty() ? "]}\n" : "\n]}\n");
}

}  // namespace assay
