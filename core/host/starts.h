// Working starts of a rubric, a plugin and an answer bank: folders of real files called "starter",
// copied under a name of one's own. Tests put those files themselves to use.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

enum class StartKind { rubric, plugin, bank };

// Why `name` cannot be one, as the end of a sentence about it; empty where it can. Names are ids as
// in rubrics; a plugin's begins with a letter.
std::string why_no_start_name(StartKind kind, std::string_view name);

// Writes a rubric as `<into>/<name>.toml`, a plugin or a bank as the folder `<into>/<name>`, and
// returns the files in the order of their names. `into` is made where it is not there.
// `starts` holds the folders "rubric", "plugin" and "bank".
// Throws std::runtime_error where something of that name is already there, or `starts` is not, and
// std::system_error where a file cannot be read or written; then nothing stays behind.
// REQUIRES: why_no_start_name(kind, name).empty()
std::vector<std::filesystem::path> write_start(const std::filesystem::path& starts, StartKind kind,
                                               const std::string& name,
                                               const std::filesystem::path& into);

}  // namespace assay
