// One plugin's library: loading it, reading its descriptor, calling its factory. Everything that
// crosses the boundary to a plugin stands here.
#pragma once

#include <filesystem>
#include <string>

#include "assay/plugin.h"
#include "host/plugins.h"
#include "host/trial.h"

namespace assay {

// What of a plugin is in the process. Stays in it: unloading a library whose code may still be
// referred to, by an exception if by nothing else, cannot be made safe.
struct OpenedPlugin {
  LoadedPlugin loaded;
  const AssayPluginDescriptor* descriptor = nullptr;
  Plugin* instance = nullptr;
};

// Lower-case letters, digits and hyphens, a letter first.
bool is_name(std::string_view text);

// Loads `file` and makes its plugin. Returns what is wrong and what to do, to follow the plugin's
// name ("throws ...: ..."), or nothing and the plugin in `opened`. Never throws what the plugin
// throws; but a plugin can crash or end the process here, so it is tried in a child first.
// REQUIRES: `file` is absolute.
std::string open_plugin(const std::filesystem::path& file, std::string_view name,
                        const OnStep& on_step, OpenedPlugin& opened);

// The whole check of a file: opening and destroying its plugin. To be tried in a child process,
// where it returns as open_plugin does.
Check check_of(const std::filesystem::path& file, std::string_view name);
// How such a trial ended, as open_plugin returns.
std::string verdict_of(const TrialResult& result);

}  // namespace assay
