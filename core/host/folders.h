// Where plugins, rubrics and starts are looked for. Never in the current folder: a folder of
// submissions is not to run code.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

namespace assay {

// Absolute, in the order they are searched, without repeats. Those that were given on the command
// line are kept even where they do not exist, so that the caller can say so; others are left out.
struct Folders {
  std::vector<std::filesystem::path> plugins;
  std::vector<std::filesystem::path> rubrics;
};

// For each of the two, from first to last:
//   1. the folders given, which are the values of --plugin-dir and --rubrics;
//   2. those in ASSAY_PLUGIN_PATH and ASSAY_RUBRIC_PATH, divided by colons;
//   3. assay/plugins and assay/rubrics in $XDG_DATA_HOME, or in ~/.local/share where that is unset;
//   4. beside the program: ../lib/assay/plugins and ../share/assay/rubrics.
// Only 1 may be relative to the current folder; an empty or relative entry of 2 and 3 is ignored.
// Reads the environment: not to be called while another thread changes it.
Folders search_folders(std::span<const std::filesystem::path> plugin_dirs,
                       std::span<const std::filesystem::path> rubric_dirs);

// Where the program's own plugins stand, whether there are any or not; empty where it cannot be
// told.
std::filesystem::path installed_plugins();
// The folder above the one the program stands in, where it was installed or built; empty where it
// cannot be told.
std::filesystem::path installation();
// What `assay new` begins with: ../share/assay/new beside the program.
std::filesystem::path starts_folder();

}  // namespace assay
