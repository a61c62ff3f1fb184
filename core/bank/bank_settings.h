// assay.toml: what belongs to a project's answer banks.
//
//   banks = ["answers"]             what `assay check` checks where no bank is named
//   rubrics = ["rubrics"]           folders with rubrics
//   plugins = ["build/plugins"]     folders with plugins: what stands here is run
//   ignore = ["drafts/", "*.old.md"]   files and folders of banks to leave out; see IgnorePatterns
//   [[suppress]]                    findings that may stand for a while; see suppression.h
//
// All paths are relative to the file's folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bank/ignore_patterns.h"
#include "bank/suppression.h"
#include "rubric/diagnostics.h"

namespace assay {

inline constexpr const char* kSettingsFile = "assay.toml";

struct BankSettings {
  std::filesystem::path folder;  // the file's, absolute; empty where there is no file
  std::vector<std::filesystem::path> banks;
  std::vector<std::filesystem::path> rubrics;
  std::vector<std::filesystem::path> plugins;
  IgnorePatterns ignore;
  std::vector<Suppression> suppressions;

  // A path as it was given, relative to the current folder or not, as patterns of this file have
  // it; empty where it does not stand below the folder.
  std::string below(const std::filesystem::path& path) const;
  // Whether `ignore` leaves out a path as it was given.
  bool ignores(const std::filesystem::path& path, bool is_folder) const;
};

// The assay.toml in `from`, which is a file or a folder, or in the nearest folder above it. Empty
// where there is none.
std::filesystem::path find_settings(const std::filesystem::path& from);

// Nothing, and all mistakes, where something is wrong. `shown` is the path for messages.
std::optional<BankSettings> read_settings(const std::filesystem::path& file,
                                          const std::string& shown, Diagnostics& diagnostics);

}  // namespace assay
