// Paths as a person gave them, made comparable.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace assay {

// Absolute, without `.`, `..` and a slash at its end. Links are not followed.
std::filesystem::path absolute_path(const std::filesystem::path& path);

// Whether a path is one of `folders` or stands below one. REQUIRES: all as absolute_path() has it.
bool lies_in(const std::filesystem::path& path, const std::vector<std::filesystem::path>& folders);

// Relative to the current folder where it stands in it, as reports for others want it.
std::string shown_path(const std::filesystem::path& path);

}  // namespace assay
