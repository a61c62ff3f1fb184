// A source tree as the checks of the project read it.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace assay {

using Findings = std::vector<std::string>;  // what is wrong, one line each

inline std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline bool is_source(const std::filesystem::path& file) {
  return file.extension() == ".cpp" || file.extension() == ".h";
}

// All sources below a folder, sorted; none where it does not exist.
inline std::vector<std::filesystem::path> sources_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && is_source(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline std::vector<std::filesystem::path> folders_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> folders;
  if (!std::filesystem::exists(folder)) return folders;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

struct Include {
  bool quoted;
  std::string path;
  std::string place;  // "core/text/a.cpp: includes ..."
};

inline std::vector<Include> includes_of(const std::filesystem::path& file,
                                        const std::filesystem::path& root) {
  static const std::regex pattern(R"re(^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">])re",
                                  std::regex::multiline);
  const std::string text = contents(file);
  std::vector<Include> includes;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    const bool quoted = (*it)[1] == "\"";
    includes.push_back({quoted, (*it)[2],
                        std::filesystem::relative(file, root).string() + ": includes " +
                            (quoted ? "\"" : "<") + (*it)[2].str() + (quoted ? "\"" : ">")});
  }
  return includes;
}

}  // namespace assay
