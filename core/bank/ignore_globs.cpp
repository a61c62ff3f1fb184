#include "bank/ignore_globs.h"

#include <algorithm>
#include <span>

namespace assay {
namespace {

// In time of the product of both lengths at worst: only the last star is tried anew.
bool name_matches(std::string_view glob, std::string_view name) {
  std::size_t g = 0;
  std::size_t n = 0;
  std::size_t star = glob.npos;
  std::size_t from = 0;
  while (n < name.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      from = n;
    } else if (g < glob.size() && (glob[g] == '?' || glob[g] == name[n])) {
      ++g;
      ++n;
    } else if (star != glob.npos) {
      g = star + 1;
      n = ++from;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

using Parts = std::span<const std::string>;

// The same, with names for characters and `**` for the star.
bool path_matches(Parts glob, Parts path) {
  std::size_t g = 0;
  std::size_t p = 0;
  std::size_t star = glob.size();
  std::size_t from = 0;
  while (p < path.size()) {
    if (g < glob.size() && glob[g] == "**") {
      star = g++;
      from = p;
    } else if (g < glob.size() && name_matches(glob[g], path[p])) {
      ++g;
      ++p;
    } else if (star < glob.size()) {
      g = star + 1;
      p = ++from;
    } else {
      return false;
    }
  }
  // A last ** stands for all that is in a folder, not for the folder itself.
  return g == glob.size();
}

}  // namespace

std::string IgnoreGlobs::add(std::string_view pattern) {
  if (pattern.starts_with('!')) return "a pattern cannot take back another";
  if (pattern.find_first_of("[]{}\\") != pattern.npos) {
    return "brackets, braces and backslashes are not read here; expected *, ? and **";
  }
  Glob glob;
  glob.folders_only = pattern.ends_with('/');
  if (glob.folders_only) pattern.remove_suffix(1);
  const bool anywhere = pattern.find('/') == pattern.npos;
  if (anywhere) glob.parts.emplace_back("**");
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find('/'), pattern.size());
    const std::string_view part = pattern.substr(0, end);
    if (part.empty() || part == "." || part == "..") {
      return "an empty part, . or .. in a pattern; expected names from the settings' folder down";
    }
    glob.parts.emplace_back(part);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  if (glob.parts.empty() || (anywhere && glob.parts.size() == 1)) return "a pattern of no names";
  globs_.push_back(std::move(glob));
  return {};
}

bool IgnoreGlobs::matches(const std::vector<std::string>& parts, std::size_t count,
                          bool is_folder) const {
  return std::any_of(globs_.begin(), globs_.end(), [&](const Glob& glob) {
    return (is_folder || !glob.folders_only) && path_matches(glob.parts, Parts(parts).first(count));
  });
}

bool IgnoreGlobs::ignores(const std::filesystem::path& path, bool is_folder) const {
  std::vector<std::string> parts;
  for (const auto& part : path) {
    if (!part.empty()) parts.push_back(part.string());
  }
  for (std::size_t count = 1; count <= parts.size(); ++count) {
    if (matches(parts, count, is_folder || count < parts.size())) return true;
  }
  return false;
}

}  // namespace assay
