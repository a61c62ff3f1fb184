#include "bank/baseline.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "bank/paths.h"
#include "text/hex.h"
#include "text/utf8.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBaselineForm =
    "a file that `assay check --baseline FILE --update-baseline` writes";

std::optional<BaselineEntry> entry_of(const nlohmann::json& json) {
  const auto text = [&](const char* key) -> std::optional<std::string> {
    const auto member = json.find(key);
    if (member == json.end()) return std::nullopt;
    if (member->is_null()) return std::string();
    return member->is_string() ? std::optional(member->get<std::string>()) : std::nullopt;
  };
  if (!json.is_object()) return std::nullopt;
  const auto file = text("file");
  const auto finding = text("finding");
  const auto id = text("id");
  const auto fingerprint = text("fingerprint");
  if (!file || !finding || !id || !fingerprint || fingerprint->empty()) return std::nullopt;
  return BaselineEntry{*file, *finding, *id, *fingerprint, {}};
}

// A file's name as a baseline has it, which is UTF-8: each byte that is not is written "\\xff".
std::string written_name(std::string_view name) {
  std::string written;
  for (std::size_t at = 0; at < name.size();) {
    const auto [character, length] = decode(name, at);
    if (character >= 0) {
      written += name.substr(at, length);
      at += length;
      continue;
    }
    written += "\\x";
    append_hex(written, std::uint8_t(name[at++]), 2);
  }
  return written;
}

fs::path written_path(const fs::path& path) { return written_name(path.string()); }

// Where the fingerprints stand: entries are read in the order they are written in.
void set_places(std::vector<BaselineEntry>& entries, std::string_view bytes) {
  std::size_t at = 0;
  for (BaselineEntry& entry : entries) {
    const std::string written = "\"" + entry.fingerprint + "\"";
    const std::size_t found = bytes.find(written, at);
    if (found == bytes.npos) continue;  // written with escapes
    at = found + written.size();
    entry.span = {std::uint32_t(found), std::uint32_t(at)};
  }
}

Finding outdated(const Baseline& baseline, const BaselineEntry& entry) {
  Finding finding;
  finding.kind = "baseline-outdated";
  finding.id = entry.id;
  finding.message = "`" + entry.finding + "`" + (entry.id.empty() ? "" : " of `" + entry.id + "`") +
                    " in " + entry.file + " is in the baseline and does not occur any more";
  finding.advice = "write the baseline anew with --update-baseline";
  finding.file = baseline.source;
  finding.spans = {entry.span};
  finding.expected_at = region_of(*baseline.source, entry.span);
  finding.regions = {finding.expected_at};
  Digest digest;
  finding.fingerprint = digest.add(entry.file).add(entry.fingerprint).hex() + ":1";
  return finding;
}

template <class Visit>
void for_each_finding(CheckReport& report, const Visit& visit) {
  for (CheckedAnswer& checked : report.answers) {
    for (Verdict& verdict : checked.verdicts) {
      if (verdict.finding) visit(*verdict.finding);
    }
    for (Finding& finding : checked.of_suppressions) visit(finding);
  }
  for (Finding& finding : report.others) visit(finding);
}

}  // namespace

std::optional<Baseline> read_baseline(const fs::path& file, const std::string& shown,
                                      Diagnostics& diagnostics) {
  Diagnostics mistakes;
  std::optional<std::string> bytes = read_source(file, mistakes);
  for (Diagnostic& mistake : mistakes) {
    mistake.path = shown;
    mistake.expected = kBaselineForm;
    diagnostics.push_back(std::move(mistake));
  }
  if (!bytes) return std::nullopt;
  Baseline baseline;
  baseline.folder = absolute_path(file).parent_path();
  baseline.source = std::make_shared<const SourceText>(std::move(*bytes), shown);
  const SourceText& source = *baseline.source;
  const auto refuse = [&](Place at, std::string message) {
    diagnostics.push_back(source.diagnose(at, std::move(message), kBaselineForm));
    return std::nullopt;
  };
  nlohmann::json json;
  try {
    json = nlohmann::json::parse(source.bytes());
  } catch (const nlohmann::json::parse_error& error) {
    const std::size_t at = error.byte > 0 ? error.byte - 1 : 0;
    return refuse(source.place_of(std::min(at, source.bytes().size())), "this is no JSON");
  } catch (const nlohmann::json::exception&) {
    return refuse({}, "a number in it is too large to be read");
  }
  const bool is_object = json.is_object() && json.contains("version") && json.contains("findings");
  if (!is_object || !json["findings"].is_array()) return refuse({1, 1}, "this is no baseline");
  if (json["version"] != 1) return refuse({1, 1}, "this is a baseline of another version");
  for (const nlohmann::json& element : json["findings"]) {
    std::optional<BaselineEntry> entry = entry_of(element);
    if (!entry) {
      return refuse({}, "finding " + std::to_string(baseline.entries.size() + 1) +
                            " of the baseline cannot be read");
    }
    baseline.entries.push_back(std::move(*entry));
  }
  set_places(baseline.entries, source.bytes());
  return baseline;
}

BaselineChange compare_with_baseline(const Baseline& baseline, const std::vector<fs::path>& checked,
                                     CheckReport& report) {
  BaselineChange change;
  report.has_baseline = true;
  std::multimap<std::pair<std::string, std::string>, const BaselineEntry*> left;
  for (const BaselineEntry& entry : baseline.entries) {
    left.insert({{entry.file, entry.fingerprint}, &entry});
  }
  const bool certain = report.errors() == 0;
  std::vector<fs::path> checked_as_written;
  for (const fs::path& path : checked) checked_as_written.push_back(written_path(path));
  for_each_finding(report, [&](Finding& finding) {
    if (finding.state != FindingState::open || !finding.fails()) return;
    const std::string file = written_name(
        absolute_path(finding.file->path()).lexically_relative(baseline.folder).generic_string());
    const auto known = left.find({file, finding.fingerprint});
    if (known != left.end()) {
      finding.state = FindingState::known;
      left.erase(known);
    } else {
      ++change.added;
    }
    change.renewed.push_back({file, finding.kind, finding.id, finding.fingerprint, {}});
  });
  for (const BaselineEntry& entry : baseline.entries) {
    const auto [first, last] = left.equal_range({entry.file, entry.fingerprint});
    if (std::none_of(first, last, [&](const auto& one) { return one.second == &entry; })) continue;
    const fs::path place = absolute_path(written_path(baseline.folder) / entry.file);
    if (certain && lies_in(place, checked_as_written)) {
      report.others.push_back(outdated(baseline, entry));
      ++change.removed;
    } else {
      change.renewed.push_back(entry);
    }
  }
  std::sort(change.renewed.begin(), change.renewed.end());
  return change;
}

}  // namespace assay
