#include "bank/bank_settings.h"

#include <system_error>

#include "bank/paths.h"
#include "rubric/table_reader.h"
#include "rubric/toml_source.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

enum class Wanted { folder, any };

void read_paths(TableReader& reader, const char* key, const fs::path& folder, Wanted wanted,
                std::vector<fs::path>& paths) {
  for (const auto* node : reader.strings(key)) {
    fs::path path = (folder / node->get()).lexically_normal();
    std::error_code error;
    if (wanted == Wanted::folder ? !fs::is_directory(path, error) : !fs::exists(path, error)) {
      reader.source().refuse(*node,
                             "there is no " +
                                 std::string(wanted == Wanted::folder ? "folder" : "file") + " `" +
                                 node->get() + "`",
                             "a path from the folder of " + std::string(kSettingsFile));
      continue;
    }
    paths.push_back(std::move(path));
  }
}

}  // namespace

std::string BankSettings::below(const fs::path& path) const {
  const fs::path below = absolute_path(path).lexically_relative(folder);
  if (below.empty() || *below.begin() == ".." || below == ".") return {};
  return below.generic_string();
}

bool BankSettings::ignores(const fs::path& path, bool is_folder) const {
  if (ignore.empty()) return false;
  const std::string relative = below(path);
  return !relative.empty() && ignore.leave_out(relative, is_folder);
}

fs::path find_settings(const fs::path& from) {
  std::error_code error;
  fs::path folder = fs::absolute(from, error).lexically_normal();
  if (!fs::is_directory(folder, error)) folder = folder.parent_path();
  for (;; folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / kSettingsFile, error)) return folder / kSettingsFile;
    if (folder == folder.parent_path()) return {};
  }
}

std::optional<BankSettings> read_settings(const fs::path& file, const std::string& shown,
                                          Diagnostics& diagnostics) {
  Diagnostics mistakes;
  std::optional<std::string> bytes = read_source(file, mistakes);
  for (Diagnostic& mistake : mistakes) mistake.path = shown;
  BankSettings settings;
  settings.folder = file.parent_path();
  if (bytes && !is_blank(*bytes)) {
    const auto file_text = std::make_shared<const SourceText>(*bytes, shown);
    if (const auto source = TomlSource::parse(std::move(*bytes), shown, mistakes)) {
      TableReader reader(*source, source->root(), kSettingsFile);
      read_paths(reader, "banks", settings.folder, Wanted::any, settings.banks);
      read_paths(reader, "rubrics", settings.folder, Wanted::folder, settings.rubrics);
      read_paths(reader, "plugins", settings.folder, Wanted::folder, settings.plugins);
      for (const auto* node : reader.strings("ignore")) {
        const std::string wrong = settings.ignore.add(node->get());
        if (!wrong.empty()) source->refuse_sentence(TomlSource::place_of(*node), wrong);
      }
      if (const toml::node* node = reader.find("suppress")) {
        read_suppressions(toml_value(*file_text, *node), true, file_text, settings.suppressions,
                          mistakes);
      }
      reader.finish();
      mistakes.insert(mistakes.end(), source->mistakes().begin(), source->mistakes().end());
    }
  }
  if (mistakes.empty()) return settings;
  diagnostics.insert(diagnostics.end(), mistakes.begin(), mistakes.end());
  return std::nullopt;
}

}  // namespace assay
